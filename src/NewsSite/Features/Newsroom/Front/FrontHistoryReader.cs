using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>Reads what went out as the front page, newest first.</summary>
public sealed class FrontHistoryReader(NewsDbContext db, FrontDesk desk, FrontLines lines, RequestInstant now)
{
    private const int PageSize = 20;

    /// <param name="before">Id of the last of the page before; null for the first page.</param>
    public async Task<FrontHistory> ReadAsync(long? before, StaffMember member, CancellationToken ct)
    {
        var found = await db.FrontArrangements.AsNoTracking().Where(front => front.IsOut && (before == null || front.Id < before))
            .OrderByDescending(front => front.Id).Take(PageSize + 1).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        return new FrontHistory(shown, await lines.NamesAsync(shown, member, now.Utc, ct), (await desk.PreparedAsync(ct)).Version, found.Count > PageSize ? shown[^1].Id : null, now.Utc)
        {
            LiveId = (await db.FrontArrangements.Where(front => front.IsOut).MaxAsync(front => (long?)front.Id, ct)) ?? 0,
        };
    }
}

/// <param name="Version">Of the arrangement being prepared.</param>
/// <param name="Older">Value of <c>before</c> that asks for the next page; null on the last.</param>
/// <param name="Now">UTC.</param>
public sealed record FrontHistory(IReadOnlyList<FrontArrangement> Fronts, FrontNames Names, int Version, long? Older, DateTimeOffset Now)
{
    /// <summary>Of the one that readers see.</summary>
    public long LiveId { get; init; }
}
