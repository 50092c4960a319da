using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Signed-in browsers. Every request asks here, so ending one works at once.</summary>
public sealed class StaffSessions(NewsDbContext db, TimeProvider clock)
{
    /// <summary>Starts a session, always with a new secret, and saves whatever the caller noted about it.</summary>
    /// <param name="former">Secret of the session that this browser had until now, which ends; null for none.</param>
    /// <returns>What the cookie holds.</returns>
    internal async Task<string> StartAsync(StaffAccount account, string device, string? former, CancellationToken ct)
    {
        var (now, token, old) = (clock.GetUtcNow(), SecretToken.New(), former is null ? null : SecretToken.HashOf(former));
        db.StaffSessions.RemoveRange(await db.StaffSessions.Where(session => session.EndsAt <= now || session.TokenHash == old).ToListAsync(ct));
        db.StaffSessions.Add(new StaffSession(account.Id, SecretToken.HashOf(token), account.SecurityStamp!, device, now));
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <returns>Null when the session has ended, the account is disabled or its credentials have changed.</returns>
    internal Task<StaffMember?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (SecretToken.HashOf(token), clock.GetUtcNow());
        return db.StaffSessions.Where(session => session.TokenHash == hash && session.EndsAt > now)
            .Join(db.Users, session => session.AccountId, account => account.Id, (session, account) => new { session.Stamp, Account = account })
            .Where(found => !found.Account.IsDisabled && found.Account.SecurityStamp == found.Stamp)
            .Select(found => (StaffMember?)new StaffMember(
                found.Account.Id,
                found.Account.DisplayName,
                found.Account.Role,
                found.Account.Sections.Select(assignment => assignment.SectionId).ToList(),
                found.Account.AuthorId))
            .SingleOrDefaultAsync(ct);
    }

    /// <param name="token">Of the browser that asks.</param>
    public Task<List<SessionView>> ListAsync(long accountId, string token, CancellationToken ct)
    {
        var (hash, now) = (SecretToken.HashOf(token), clock.GetUtcNow());
        return db.StaffSessions.AsNoTracking()
            .Where(session => session.AccountId == accountId && session.EndsAt > now)
            .OrderByDescending(session => session.CreatedAt).ThenByDescending(session => session.Id)
            .Select(session => new SessionView(session.Id, session.Device, session.CreatedAt, session.TokenHash == hash))
            .ToListAsync(ct);
    }

    public async Task EndAsync(Actor owner, long sessionId, CancellationToken ct)
    {
        if (await db.StaffSessions.SingleOrDefaultAsync(session => session.AccountId == owner.AccountId && session.Id == sessionId, ct) is not { } found) return;

        db.StaffSessions.Remove(found);
        Record(owner, $"signed out a browser: {found.Device}");
        await db.SaveChangesAsync(ct);
    }

    internal Task EndAsync(string token, CancellationToken ct)
    {
        var hash = SecretToken.HashOf(token);
        return db.StaffSessions.Where(session => session.TokenHash == hash).ExecuteDeleteAsync(ct);
    }

    public async Task EndAllAsync(Actor owner, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.StaffSessions.Where(session => session.AccountId == owner.AccountId).ExecuteDeleteAsync(ct);
        Record(owner, "signed out everywhere");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private void Record(Actor owner, string detail) =>
        db.AuditLog.Add(new AuditEntry(owner, AuditAction.CredentialChanged, owner.Name, clock.GetUtcNow()) { Detail = detail });
}

/// <param name="Device">Browser and system in a few words.</param>
/// <param name="IsThis">The browser that asks.</param>
public sealed record SessionView(long Id, string Device, DateTimeOffset SignedInAt, bool IsThis);
