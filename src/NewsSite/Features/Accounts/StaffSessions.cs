using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Signed-in browsers. Every request asks here, so ending one works at once.</summary>
public sealed class StaffSessions(NewsDbContext db, TimeProvider clock)
{
    /// <returns>What the cookie holds.</returns>
    internal async Task<string> StartAsync(StaffAccount account, string device, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.StaffSessions.Where(session => session.EndsAt <= now).ExecuteDeleteAsync(ct);
        var token = SecretToken.New();
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

    public Task EndAsync(long accountId, long sessionId, CancellationToken ct) =>
        db.StaffSessions.Where(session => session.AccountId == accountId && session.Id == sessionId).ExecuteDeleteAsync(ct);

    internal Task EndAsync(string token, CancellationToken ct)
    {
        var hash = SecretToken.HashOf(token);
        return db.StaffSessions.Where(session => session.TokenHash == hash).ExecuteDeleteAsync(ct);
    }

    public async Task EndAllAsync(Actor owner, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.StaffSessions.Where(session => session.AccountId == owner.AccountId).ExecuteDeleteAsync(ct);
        db.AuditLog.Add(new AuditEntry(owner, AuditAction.CredentialChanged, owner.Name, clock.GetUtcNow()) { Detail = "signed out everywhere" });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}

/// <param name="Device">Browser and system in a few words.</param>
/// <param name="IsThis">The browser that asks.</param>
public sealed record SessionView(long Id, string Device, DateTimeOffset SignedInAt, bool IsThis);
