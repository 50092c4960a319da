namespace NewsSite.Domain.Articles;

/// <summary>What came of the wish to publish; all but the first are refusals that change nothing.</summary>
public enum PublishOutcome
{
    Published,
    AlreadyPublished,
    Retracted,
    UnderEmbargo,
    NoByline,
}
