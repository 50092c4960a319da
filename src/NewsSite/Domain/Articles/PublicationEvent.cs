namespace NewsSite.Domain.Articles;

public enum PublicationEventKind
{
    Published,
    Revised,
    Unpublished,
    Retracted,
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

    public long Id { get; private set; }

    public PublicationEventKind Kind { get; private set; }

    public long ArticleId { get; private set; }

    public Article Article { get; private set; } = null!;

    /// <summary>What the pages that now differ were made from; see <c>DependencyTags</c> in Publishing.</summary>
    public IReadOnlyList<string> DependencyTags { get; private set; } = [];

    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>When readers see the change; later than <see cref="OccurredAt"/> for a scheduled article.</summary>
    public DateTimeOffset DueAt { get; private set; }
}
