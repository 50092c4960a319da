using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Domain.Articles;

/// <summary>An article and the one rule by which it is published.</summary>
public sealed class Article : IVersioned
{
    public const int MaxHeadlineLength = 300;
    public const int MaxStandfirstLength = 1000;
    public const int MaxSeriesLength = 120;

    private readonly List<BylineEntry> byline = [];
    private readonly List<ArticleTag> tags = [];

    private Article()
    {
    }

    public long Id { get; private set; }

    public string Headline { get; private set; } = "";

    public string? Standfirst { get; private set; }

    public Slug Slug { get; private set; } = null!;

    public long SectionId { get; private set; }

    public Section Section { get; private set; } = null!;

    public IReadOnlyList<BylineEntry> Byline => byline;

    public IReadOnlyList<ArticleTag> Tags => tags;

    /// <summary>BCP 47; null means the site's language.</summary>
    public string? Language { get; private set; }

    public ArticleStatus Status { get; private set; }

    /// <summary>When readers may see it, once <see cref="Status"/> is <see cref="ArticleStatus.Published"/>.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Nobody may see it before; forbids an earlier <see cref="PublishedAt"/>.</summary>
    public DateTimeOffset? EmbargoedUntil { get; private set; }

    public int Words { get; private set; }

    public Picture? Picture { get; private set; }

    public string? Series { get; private set; }

    /// <summary>False when the newsroom wants no summary box over this article.</summary>
    public bool OffersSummary { get; private set; } = true;

    public long? TranslationOfId { get; private set; }

    public Article? TranslationOf { get; private set; }

    public ArticleBody Body { get; private set; } = null!;

    public ArticleSummary? Summary { get; private set; }

    /// <summary>The edition file it came from; null when it was written on the site.</summary>
    public string? EditionPath { get; private set; }

    /// <summary>Hash of that file as last loaded; null once an editor has changed the article, which the file then never overwrites.</summary>
    public string? EditionHash { get; private set; }

    public int Version { get; private set; }

    public static Article Draft(ArticleCopy copy)
    {
        var article = new Article();
        article.Revise(copy);
        return article;
    }

    /// <summary>Takes over new copy. Neither status nor place in the publish order changes.</summary>
    public void Revise(ArticleCopy copy)
    {
        (Headline, Standfirst, Slug, Language) = (copy.Headline, copy.Standfirst, copy.Slug, copy.Language);
        (Section, SectionId) = (copy.Section, copy.Section.Id);
        (Picture, Series, Words) = (copy.Picture, copy.Series, copy.Words);
        (TranslationOf, TranslationOfId) = (copy.TranslationOf, copy.TranslationOf?.Id);
        UpdatedAt = copy.UpdatedAt?.ToStored();
        OffersSummary = copy.OffersSummary;
        EditionHash = null;
        ReplaceByline(copy.Authors);
        ReplaceTags(copy.Tags);
        if (Body is null) Body = new ArticleBody(copy.Markdown, copy.Html);
        else Body.Replace(copy.Markdown, copy.Html);
        Summarize(copy.Summary);
    }

    /// <summary>Takes over a summary made from the body as it stands.</summary>
    /// <param name="html">The body's HTML with the summary's sources marked.</param>
    public void Summarize(ArticleSummary? summary, string html)
    {
        Summarize(summary);
        Body.Replace(Body.Markdown, html);
    }

    private void Summarize(ArticleSummary? summary)
    {
        if (Summary is null || summary is null) Summary = summary;
        else Summary.Replace(summary);
    }

    /// <summary>Lets readers see the article from <paramref name="at"/> on.</summary>
    /// <param name="at">A future instant is a schedule, and may be moved until it has passed.</param>
    public PublishOutcome Publish(DateTimeOffset at, DateTimeOffset now)
    {
        if (Status is ArticleStatus.Retracted) return PublishOutcome.Retracted;
        if (Status is ArticleStatus.Published && PublishedAt <= now) return PublishOutcome.AlreadyPublished; // the publish order is fixed once readers saw it
        if (EmbargoedUntil > at) return PublishOutcome.UnderEmbargo;
        if (byline.Count == 0) return PublishOutcome.NoByline;

        (Status, PublishedAt) = (ArticleStatus.Published, at.ToStored());
        return PublishOutcome.Published;
    }

    /// <param name="until">Null lifts the embargo.</param>
    public void Embargo(DateTimeOffset? until) => EmbargoedUntil = until?.ToStored();

    public void MarkAsFromEdition(string path, string hash) => (EditionPath, EditionHash) = (path, hash);

    // Entries that stay are kept, so that the same row is never deleted and inserted in one save.
    private void ReplaceByline(IReadOnlyList<Author> authors)
    {
        byline.RemoveAll(entry => !authors.Contains(entry.Author));
        foreach (var (position, author) in authors.Index())
        {
            if (byline.Find(entry => entry.Author == author) is { } kept) kept.MoveTo(position);
            else byline.Add(new BylineEntry(author, position));
        }
    }

    private void ReplaceTags(IReadOnlyList<Tag> replacements)
    {
        tags.RemoveAll(entry => !replacements.Contains(entry.Tag));
        foreach (var (position, tag) in replacements.Index())
        {
            if (tags.Find(entry => entry.Tag == tag) is { } kept) kept.MoveTo(position);
            else tags.Add(new ArticleTag(tag, position));
        }
    }
}
