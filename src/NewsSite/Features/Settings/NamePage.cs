using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;

namespace NewsSite.Features.Settings;

/// <summary>One page of a long list of names.</summary>
/// <param name="More">Id that asks for the next page; null on the last.</param>
public sealed record NamePage(IReadOnlyList<NamedRow> Rows, long? More)
{
    public const int MaxSearchLength = 120;

    private const int Size = 50;
    private const string IgnoringCase = "NOCASE";

    /// <param name="place">Name of the last row of the page before.</param>
    /// <param name="after">Its id; rows of the same name stand in the order of their ids.</param>
    internal static async Task<NamePage> ReadAsync(IQueryable<NamedRow> rows, string? search, string? place, long? after, CancellationToken ct)
    {
        if (PatternOf(search) is { } pattern) rows = rows.Where(row => EF.Functions.Like(row.Name, pattern, "\\"));
#pragma warning disable CA1309, CA1310 // the database compares, by the collation that is named
        if (place is not null)
            rows = rows.Where(row => string.Compare(EF.Functions.Collate(row.Name, IgnoringCase), place) > 0 || (EF.Functions.Collate(row.Name, IgnoringCase) == place && row.Id > after));
#pragma warning restore CA1309, CA1310
        var found = await rows.OrderBy(row => EF.Functions.Collate(row.Name, IgnoringCase)).ThenBy(row => row.Id).Take(Size + 1).ToListAsync(ct);
        return found.Count > Size ? new NamePage([.. found.Take(Size)], found[Size - 1].Id) : new NamePage(found, null);
    }

    private static string? PatternOf(string? search) => string.IsNullOrWhiteSpace(search) ? null
        : "%" + search.Trim()[..Math.Min(search.Trim().Length, MaxSearchLength)].Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
}

/// <summary>Something with a name and an address, and how many articles it has.</summary>
public sealed record NamedRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required Slug Slug { get; init; }

    public required int Articles { get; init; }
}
