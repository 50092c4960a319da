using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <summary>The archive by years and months.</summary>
public sealed class ArchiveReader(ArchiveCalendar calendar)
{
    public async Task<IReadOnlyList<YearView>> ReadAsync(CancellationToken ct) =>
        [.. (await calendar.MonthsAsync(ct)).GroupBy(month => month.Start.Year).Select(year => new YearView(year.Key, [.. year.Reverse()], null, null))];

    /// <returns>Null when nothing appeared that year.</returns>
    public async Task<YearView?> FindYearAsync(int year, CancellationToken ct)
    {
        if (await calendar.MonthsOfAsync(year, ct) is not { Count: > 0 } months) return null;

        var first = new DateOnly(year, 1, 1);
        return new YearView(year, months, (await calendar.MonthBeforeAsync(first, ct))?.Year, (await calendar.MonthFromAsync(first.AddYears(1), ct))?.Year);
    }

    /// <param name="month">Its first day.</param>
    /// <returns>Null when nothing appeared that month.</returns>
    public async Task<MonthView?> FindMonthAsync(DateOnly month, CancellationToken ct) =>
        await calendar.DaysOfAsync(month, ct) is { Count: > 0 } days
            ? new MonthView(month, days, await calendar.MonthBeforeAsync(month, ct), await calendar.MonthFromAsync(month.AddMonths(1), ct))
            : null;
}
