using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;

namespace NewsSite.Features.Shared;

/// <summary>Which years, months and days have articles that readers can see, in the site's zone.</summary>
/// <remarks>Neighbours are seeks in the publish order; whatever is counted is counted from its index, by one statement. All months together are the whole index: some tenth of a second for 1,000,000 articles.</remarks>
public sealed class ArchiveCalendar(PublishedNews news, CurrentSite site, PageSources sources)
{
    /// <summary>Years before this many are reached from year to year.</summary>
    public const int MostYears = 100;

    /// <summary>All months with articles, newest first.</summary>
    public async Task<IReadOnlyList<ArchivePart>> MonthsAsync(CancellationToken ct)
    {
        if (await MonthOfAsync(news.Articles.NewestFirst(), ct) is not { } newest || await MonthOfAsync(news.Articles.OldestFirst(), ct) is not { } oldest) return [];

        var first = newest.Year - oldest.Year < MostYears ? oldest : new DateOnly(newest.Year - MostYears + 1, 1, 1);
        var months = Enumerable.Range(0, ((newest.Year - first.Year) * 12) + newest.Month - first.Month + 1).Select(first.AddMonths).ToList();
        return [.. (await CountAsync(months, month => month.AddMonths(1), ct)).Where(month => month.Articles > 0).Reverse()];
    }

    /// <summary>The months of <paramref name="year"/> that have articles, oldest first; empty for a year that has none.</summary>
    public async Task<IReadOnlyList<ArchivePart>> MonthsOfAsync(int year, CancellationToken ct) => !IsYear(year)
        ? []
        : [.. (await CountAsync([.. Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, 1))], month => month.AddMonths(1), ct)).Where(month => month.Articles > 0)];

    /// <summary>The days of a month that have articles, oldest first; empty for a month that has none.</summary>
    /// <param name="month">Its first day.</param>
    public async Task<IReadOnlyList<ArchivePart>> DaysOfAsync(DateOnly month, CancellationToken ct) => !IsYear(month.Year)
        ? []
        : [.. (await CountAsync([.. Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays)], day => day.AddDays(1), ct)).Where(day => day.Articles > 0)];

    /// <summary>The first day of the nearest month with articles before <paramref name="day"/>.</summary>
    public Task<DateOnly?> MonthBeforeAsync(DateOnly day, CancellationToken ct) =>
        MonthOfAsync(news.Before(new PublishPosition(site.View.StartOf(day), 0)).NewestFirst(), ct);

    /// <summary>The first day of the nearest month with articles that begins on <paramref name="day"/> or after it.</summary>
    public Task<DateOnly?> MonthFromAsync(DateOnly day, CancellationToken ct) =>
        MonthOfAsync(news.After(new PublishPosition(site.View.StartOf(day), 0)).OldestFirst(), ct);

    // What no zone can carry beyond the first and the last day that there is.
    private static bool IsYear(int year) => year is > 1 and < 9999;

    private async Task<IEnumerable<ArchivePart>> CountAsync(IReadOnlyList<DateOnly> starts, Func<DateOnly, DateOnly> next, CancellationToken ct)
    {
        sources.Add(DependencyTags.Fronts);
        var counts = await news.CountsIn(starts.Select(start => new PublishSpan(site.View.StartOf(start), site.View.StartOf(next(start))))).ToListAsync(ct);
        return starts.Zip(counts, (start, count) => new ArchivePart(start, count));
    }

    private async Task<DateOnly?> MonthOfAsync(IQueryable<Article> articles, CancellationToken ct) =>
        await articles.Select(article => article.PublishedAt).FirstOrDefaultAsync(ct) is { } at && site.View.DayOf(at) is var day ? new DateOnly(day.Year, day.Month, 1) : null;
}

/// <summary>A month or a day of the archive.</summary>
/// <param name="Start">Its first day.</param>
public sealed record ArchivePart(DateOnly Start, int Articles);
