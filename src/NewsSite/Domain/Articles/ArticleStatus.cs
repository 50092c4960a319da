namespace NewsSite.Domain.Articles;

/// <summary>What is stored. "Scheduled" is only a word for <see cref="Published"/> with a future <see cref="Article.PublishedAt"/>.</summary>
public enum ArticleStatus
{
    Draft,
    InReview,
    Approved,
    Published,
    Retracted,

    /// <summary>A draft that was put aside: it keeps everything and goes nowhere.</summary>
    Binned,
}
