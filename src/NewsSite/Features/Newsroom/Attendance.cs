using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom;

/// <summary>Knows who has which article open, on whatever machine.</summary>
public sealed class Attendance(NewsDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Notes that somebody has the article open.</summary>
    /// <returns>Names of the others who have; null when there is no such article, or none for this person.</returns>
    public async Task<IReadOnlyList<string>?> SeeAsync(long articleId, StaffMember member, CancellationToken ct)
    {
        if (!await db.Articles.OpenTo(member).AnyAsync(article => article.Id == articleId, ct)) return null;

        var now = clock.GetUtcNow();
        if (await db.Presences.SingleOrDefaultAsync(known => known.ArticleId == articleId && known.AccountId == member.Id, ct) is { } presence) presence.Seen(member, now);
        else db.Presences.Add(new Presence(articleId, member, now));
        await NoteAsync(ct);
        await db.Presences.Where(old => old.SeenAt < now - Kept).ExecuteDeleteAsync(ct);
        return await OthersAsync(articleId, member, ct);
    }

    private async Task NoteAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.Entries.All(entry => entry.Entity is Presence))
        {
            // Another tab of theirs said so in the same moment, or the note was just cleared away.
            foreach (var entry in e.Entries) entry.State = EntityState.Detached;
        }
    }

    /// <summary>Names of the others who have the article open; the caller has made sure that this person may open it.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(long articleId, StaffMember member, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Presence.Patience;
        return await db.Presences
            .Where(other => other.ArticleId == articleId && other.AccountId != member.Id && other.SeenAt > since)
            .OrderBy(other => other.Name).Select(other => other.Name).ToListAsync(ct);
    }
}
