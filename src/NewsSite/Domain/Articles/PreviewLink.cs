using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Articles;

/// <summary>A link by which somebody outside the newsroom reads an article before it is out.</summary>
public sealed class PreviewLink
{
    public const int MaxLabelLength = 120;

    private PreviewLink()
    {
    }

    /// <param name="label">For whom, in the newsroom's words.</param>
    /// <param name="tokenHash">Of the link's secret, which is kept nowhere.</param>
    public PreviewLink(long articleId, string label, string tokenHash, Actor by, DateTimeOffset now) =>
        (ArticleId, Label, TokenHash, MadeBy, MadeAt, ExpiresAt) = (articleId, label, tokenHash, by.Name, now.ToStored(), now.ToStored());

    public long Id { get; private set; }

    public long ArticleId { get; private set; }

    public string Label { get; private set; } = "";

    public string TokenHash { get; private set; } = "";

    public bool EndsWhenPublished { get; private set; }

    public string MadeBy { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When somebody opened it last (UTC); null while nobody has.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>Lets it work for a while; a new link does not yet.</summary>
    /// <param name="endsWhenPublished">Whether it stops sooner, once readers can see the article.</param>
    public PreviewLink For(TimeSpan life, bool endsWhenPublished)
    {
        (ExpiresAt, EndsWhenPublished) = ((MadeAt + life).ToStored(), endsWhenPublished);
        return this;
    }

    /// <summary>Whether it shows <paramref name="article"/>. What was retracted or put in the bin is shown to nobody.</summary>
    public bool Works(Article article, DateTimeOffset now) =>
        ExpiresAt > now && article.Status is not (ArticleStatus.Retracted or ArticleStatus.Binned) && !(EndsWhenPublished && article.IsOut(now));
}
