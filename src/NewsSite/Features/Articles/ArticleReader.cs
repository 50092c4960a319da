namespace NewsSite.Features.Articles;

/// <summary>Answers everything an article page shows.</summary>
public sealed class ArticleReader
{
    /// <returns>Null when readers may not see such an article.</returns>
    public Task<ArticleView?> FindAsync(string slug, CancellationToken ct) => throw new NotSupportedException();
}
