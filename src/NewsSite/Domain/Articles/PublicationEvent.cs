namespace NewsSite.Domain.Articles;

public enum PublicationEventKind
{
    Published,
    Revised,
    Unpublished,
    Retracted,

    /// <summary>Editors arranged the front page; no article changed.</summary>
    FrontArranged,

    /// <summary>A picture is cropped around another point; no article changed.</summary>
    PictureAimed,

    /// <summary>What every page may show: the site's profile, a section, a content page, the name of a tag or an author.</summary>
    SiteChanged,
}

/// <summary>A change that readers can see, written in the transaction that made it.</summary>
public sealed class PublicationEvent
{
    private PublicationEvent()
    {
    }

    public PublicationEvent(PublicationEventKind kind, Article article, IReadOnlyList<string> dependencyTags, DateTimeOffset at) =>
        (Kind, Article, DependencyTags, OccurredAt, DueAt) =
            (kind, article, dependencyTags, at.ToStored(), article.PublishedAt > at ? article.PublishedAt.Value : at.ToStored());

    /// <summary>A change that is no article's.</summary>
    public PublicationEvent(PublicationEventKind kind, IReadOnlyList<string> dependencyTags, DateTimeOffset at) =>
        (Kind, DependencyTags, OccurredAt, DueAt) = (kind, dependencyTags, at.ToStored(), at.ToStored());

    public long Id { get; private set; }

    public PublicationEventKind Kind { get; private set; }

    /// <summary>Null when no article changed.</summary>
    public long? ArticleId { get; private set; }

    public Article? Article { get; private set; }

    /// <summary>What the pages that now differ were made from; see <see cref="Articles.DependencyTags"/>.</summary>
    public IReadOnlyList<string> DependencyTags { get; private set; } = [];

    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>When readers see the change; later than <see cref="OccurredAt"/> for a scheduled article.</summary>
    public DateTimeOffset DueAt { get; private set; }
}
