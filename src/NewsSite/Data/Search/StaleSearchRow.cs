namespace NewsSite.Data.Search;

/// <summary>An article that the search knows under names or a section that it no longer has; it is read anew in the background.</summary>
public sealed class StaleSearchRow
{
    public long ArticleId { get; private set; }
}
