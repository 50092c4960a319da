using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Writes in the audit log, and in the server's, who came in, who was refused, and what changed about how somebody comes in. Never a secret, and nothing that was typed.</summary>
public sealed partial class AccountLog(NewsDbContext db, ILookupNormalizer normal, GuessLimits limits, TimeProvider clock, ILogger<AccountLog> log)
{
    /// <summary>The owner changed it; saved together with the change.</summary>
    public void Own(StaffAccount account, string detail) =>
        db.AuditLog.Add(new AuditEntry(new Actor(account.Id, account.DisplayName), AuditAction.CredentialChanged, account.DisplayName, clock.GetUtcNow()) { Detail = detail });

    /// <summary>Somebody comes in; saved together with the session.</summary>
    public void Entering(StaffAccount account, string device)
    {
        db.AuditLog.Add(new AuditEntry(new Actor(account.Id, account.DisplayName), AuditAction.SignedIn, account.DisplayName, clock.GetUtcNow()) { Detail = device });
        LogEntering(account.Id);
    }

    /// <param name="email">As typed: it is looked up and never written down, for people type passwords into the wrong field.</param>
    public async Task RefusedAsync(HttpContext context, string email)
    {
        var wanted = normal.NormalizeEmail(email.Trim());
        await RefusedAsync(context, await db.Users.SingleOrDefaultAsync(account => account.NormalizedEmail == wanted, context.RequestAborted));
    }

    /// <param name="account">Null when nobody knows whom it was meant to be.</param>
    public async Task RefusedAsync(HttpContext context, StaffAccount? account)
    {
        LogRefused(context.TraceIdentifier);
        if (!limits.MayRecord(account?.Id ?? 0)) return; // guessing must not be able to flood a log that nobody can clear

        db.AuditLog.Add(new AuditEntry(Actor.Nobody, AuditAction.SignInRefused, account?.DisplayName ?? "Somebody", clock.GetUtcNow()));
        await db.SaveChangesAsync(context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Id} signs in")]
    private partial void LogEntering(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused ({Request})")]
    private partial void LogRefused(string request);
}
