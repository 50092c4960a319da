using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Data.Search;

/// <summary>Finds articles by their words, among those that readers may see.</summary>
public sealed class ArticleSearch(NewsDbContext db, RequestInstant now)
{
    /// <param name="after">The last place of the page before; null for the first page.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>In the order that was asked for.</returns>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(SearchAsk ask, SearchPosition? after, int most, CancellationToken ct)
    {
        var (tiers, hits) = (ask.Tiers(), new List<SearchHit>());
        for (var tier = after?.Tier ?? 0; tier < tiers.Count && hits.Count < most; tier++)
        {
            var below = after?.Tier == tier ? after.Value.Row : Below(ask);
            hits.AddRange((await RowsAsync(tiers[tier], ask, below, most - hits.Count, ct)).Select(row => new SearchHit(SearchPlace.ArticleIdOf(row), new SearchPosition(tier, row))));
        }

        return hits;
    }

    /// <returns>How many there are, counted up to <paramref name="most"/>.</returns>
    public async Task<int> CountAsync(SearchAsk ask, int most, CancellationToken ct) =>
        (ask with { Order = SearchOrder.Newest }).Tiers() is [var all] ? (await RowsAsync(all, ask, Below(ask), most, ct)).Count : 0;

    public async Task<bool> AnyAsync(SearchAsk ask, CancellationToken ct) => await CountAsync(ask, 1, ct) > 0;

    private Task<List<long>> RowsAsync(string match, SearchAsk ask, long below, int most, CancellationToken ct)
    {
        var from = ask.From is { } at ? SearchPlace.First(at) : long.MinValue;
        return db.Database
            .SqlQuery<long>($"SELECT rowid AS \"Value\" FROM ArticleSearch WHERE ArticleSearch MATCH {match} AND rowid < {below} AND rowid >= {from} ORDER BY rowid DESC LIMIT {most}")
            .ToListAsync(ct);
    }

    // Scheduled articles are in the index too, above.
    private long Below(SearchAsk ask) => ask.Until is { } until && until <= now.Utc ? SearchPlace.First(until) : SearchPlace.After(now.Utc);
}

/// <summary>An article that was found, and where it stands among the results.</summary>
public readonly record struct SearchHit(long ArticleId, SearchPosition Position);

/// <summary>A place in the results of a search.</summary>
/// <param name="Tier">From 0, the best.</param>
/// <param name="Row">By <see cref="SearchPlace"/>.</param>
public readonly record struct SearchPosition(int Tier, long Row)
{
    /// <summary>Form used in addresses.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tier}~{Row}");

    /// <returns>Null when <paramref name="token"/> was not made by <see cref="ToString"/>.</returns>
    public static SearchPosition? TryParse(string token)
    {
        var parts = token.Split('~');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var tier)
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var row)
            ? new SearchPosition(tier, row)
            : null;
    }
}
