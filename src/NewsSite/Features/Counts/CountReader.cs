using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Counts;

/// <summary>Tells the newsroom what was counted; the caller has made sure that this person may know of the articles.</summary>
public sealed class CountReader(NewsDbContext db, CurrentSite site, TimeProvider clock)
{
    /// <summary>Days of a curve, today among them.</summary>
    public const int Days = 30;

    /// <summary>One query, however many articles.</summary>
    /// <returns>A curve for each of <paramref name="ids"/>, flat where nobody was counted.</returns>
    public async Task<IReadOnlyDictionary<long, CountCurve>> OfArticlesAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return new Dictionary<long, CountCurve>();

        var found = (await Recent.Where(count => ids.Contains(count.ArticleId)).ToListAsync(ct))
            .ToLookup(count => count.ArticleId, count => new CountDay(count.Day, count.Reads, count.SummaryOpens));
        return ids.ToDictionary(id => id, id => CurveOf(found[id]));
    }

    /// <summary>Reads of all articles together; summaries are left out.</summary>
    public async Task<CountCurve> OfSiteAsync(CancellationToken ct)
    {
        var days = await Recent.GroupBy(count => count.Day).Select(day => new { Day = day.Key, Reads = day.Sum(count => count.Reads) }).ToListAsync(ct);
        return CurveOf(days.Select(day => new CountDay(day.Day, day.Reads, 0)));
    }

    public async Task<CountSheet> OfArticleAsync(long id, CancellationToken ct)
    {
        var all = await db.ArticleCounts.Where(count => count.ArticleId == id).GroupBy(count => count.ArticleId)
            .Select(counts => new { Reads = counts.Sum(count => count.Reads), Opens = counts.Sum(count => count.SummaryOpens) }).SingleOrDefaultAsync(ct);
        return new CountSheet((await OfArticlesAsync([id], ct))[id], all?.Reads ?? 0, all?.Opens ?? 0);
    }

    private DateOnly First => site.View.DayOf(clock.GetUtcNow()).AddDays(1 - Days);

    private IQueryable<ArticleCount> Recent
    {
        get
        {
            var first = First;
            return db.ArticleCounts.AsNoTracking().Where(count => count.Day >= first);
        }
    }

    private CountCurve CurveOf(IEnumerable<CountDay> counted)
    {
        var (first, known) = (First, counted.ToDictionary(day => day.Day));
        return new CountCurve([.. Enumerable.Range(0, Days).Select(first.AddDays).Select(day => known.GetValueOrDefault(day) ?? new CountDay(day, 0, 0))]);
    }
}
