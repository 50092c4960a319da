namespace NewsSite.Data.Search;

/// <summary>The row numbers of the search index: they run in publish order, so that the newest hits are the last rows and need no sorting.</summary>
/// <remarks>Seconds since 1970 above 31 bits of article id: in order until the year 2106 and for two thousand million articles.</remarks>
public static class SearchPlace
{
    private const int IdBits = 31;

    /// <summary>The largest article id that has a place.</summary>
    public const long MostId = (1L << IdBits) - 1;

    /// <exception cref="ArgumentOutOfRangeException">The id needs more than 31 bits.</exception>
    public static long Of(DateTimeOffset publishedAt, long articleId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(articleId, MostId);
        return First(publishedAt) | articleId;
    }

    /// <summary>Below every row of that second and of later ones.</summary>
    public static long First(DateTimeOffset at) => at.ToUnixTimeSeconds() << IdBits;

    /// <summary>Above every row of that second and of earlier ones.</summary>
    public static long After(DateTimeOffset at) => (at.ToUnixTimeSeconds() + 1) << IdBits;

    public static long ArticleIdOf(long row) => row & MostId;
}
