namespace NewsSite.Domain.Articles;

/// <summary>What is stored. "Scheduled" is only a word for <see cref="Published"/> with a future <see cref="Article.PublishedAt"/>.</summary>
public enum ArticleStatus
{
    Draft,
    InReview,
    Approved,
    Published,
    Retracted,
}
