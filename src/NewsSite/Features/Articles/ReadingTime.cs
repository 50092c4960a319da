namespace NewsSite.Features.Articles;

/// <summary>How long a text takes to read.</summary>
public static class ReadingTime
{
    private const int WordsPerMinute = 230;

    /// <returns>Whole minutes, at least 1.</returns>
    public static int Minutes(int words) => Math.Max(1, (int)Math.Round((double)words / WordsPerMinute));
}
