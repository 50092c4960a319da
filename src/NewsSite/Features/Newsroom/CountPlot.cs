using System.Globalization;
using NewsSite.Features.Counts;

namespace NewsSite.Features.Newsroom;

/// <summary>A curve as bars, one a day: those of opened summaries stand before those of reads.</summary>
/// <param name="Kind">The class that gives it its size.</param>
public sealed record CountPlot(CountCurve Curve, string Kind)
{
    /// <summary>Of the whole drawing, in its own units.</summary>
    public const int Height = 100;

    /// <summary>Of a bar, with the gap behind it.</summary>
    public const int Step = 4;

    /// <summary>One that is not nothing is never drawn as nothing.</summary>
    public int HeightOf(int count) => count == 0 ? 0 : Math.Max(3, (int)((long)count * Height / Curve.Highest));

    /// <summary>What the plot shows, for those who do not see it.</summary>
    public string Words => CountWords.Of(Curve) + ".";
}

/// <summary>How the newsroom speaks of counts.</summary>
public static class CountWords
{
    public static string Reads(int count) => Of(count, "read", "reads");

    public static string Opens(int count) => Of(count, "summary opened", "summaries opened");

    /// <summary>"1,204 reads in 30 days, most on 12 Nov (201), 14 today"</summary>
    public static string Of(CountCurve curve) => curve.Reads == 0
        ? string.Create(CultureInfo.InvariantCulture, $"No reads in {curve.Days.Count} days")
        : string.Create(CultureInfo.InvariantCulture, $"{Reads(curve.Reads)} in {curve.Days.Count} days, most on {Day(curve.Best.Day)} ({curve.Best.Reads:N0}), {curve.Days[^1].Reads:N0} today");

    /// <summary>How many opened the summary, of those who read; null when that cannot be said: some opened one who were not counted as readers.</summary>
    public static string? Share(int reads, int opens) =>
        reads > 0 && opens <= reads ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * opens / reads:0} of 100 readers") : null;

    public static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Of(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
