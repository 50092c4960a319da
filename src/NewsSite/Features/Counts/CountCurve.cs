namespace NewsSite.Features.Counts;

/// <summary>Reads and opened summaries, a day at a time.</summary>
/// <param name="Days">Oldest first, without a gap; the last is today.</param>
public sealed record CountCurve(IReadOnlyList<CountDay> Days)
{
    public int Reads => Days.Sum(day => day.Reads);

    public int SummaryOpens => Days.Sum(day => day.SummaryOpens);

    /// <summary>The day with the most reads, the earliest of several.</summary>
    public CountDay Best => Days.MaxBy(day => day.Reads)!;

    /// <summary>What the highest bar of a plot stands for; at least 1.</summary>
    public int Highest => Math.Max(1, Days.Max(day => Math.Max(day.Reads, day.SummaryOpens)));
}

public sealed record CountDay(DateOnly Day, int Reads, int SummaryOpens);

/// <summary>All that was ever counted of an article.</summary>
public sealed record CountSheet(CountCurve Recent, int Reads, int SummaryOpens);
