using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <summary>The archive, a calendar day at a time, in the site's zone.</summary>
public sealed class DayReader(PublishedNews news, StoryReader stories, CurrentSite site, PageSources sources)
{
    /// <returns>Null when nothing appeared that day, or there is no such page.</returns>
    public async Task<DayView?> FindAsync(DateOnly day, PageRequest page, CancellationToken ct)
    {
        if (day == DateOnly.MinValue || day >= DateOnly.MaxValue.AddDays(-1)) return null;

        var start = site.View.StartOf(day);
        var end = site.View.StartOf(day.AddDays(1));

        // The day's end, not "now", must be the upper bound that the index seeks by.
        var first = page with { Older = page is { Older: null, Newer: null } ? new PublishPosition(end, 0).ToString() : page.Older };
        var list = await stories.PageAsync(
            articles => articles.Where(article => article.PublishedAt >= start && article.PublishedAt < end), first, ct);
        if (list is null) return null;
        sources.Add(DependencyTags.Fronts);

        if (page is { Older: null, Newer: null }) list = list with { Newer = null };
        return new DayView(day, list, await OlderDayAsync(start, ct), await NewerDayAsync(end, ct));
    }

    private Task<DateOnly?> OlderDayAsync(DateTimeOffset start, CancellationToken ct) =>
        DayOfAsync(news.Before(new PublishPosition(start, 0)).NewestFirst(), ct);

    private Task<DateOnly?> NewerDayAsync(DateTimeOffset end, CancellationToken ct) =>
        DayOfAsync(news.After(new PublishPosition(end, 0)).OldestFirst(), ct);

    private async Task<DateOnly?> DayOfAsync(IQueryable<Article> articles, CancellationToken ct) =>
        await articles.Select(article => article.PublishedAt).FirstOrDefaultAsync(ct) is { } at ? site.View.DayOf(at) : null;
}
