using Microsoft.AspNetCore.Identity;
using NewsSite.Data;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Sets passwords. Whenever one changes, every session of the account ends.</summary>
public sealed class PasswordDesk(UserManager<StaffAccount> users, CredentialCheck check, OneTimeLinks links, NewsDbContext db, AccountLog log)
{
    /// <returns>The e-mail of the account that the link belongs to; null when the link does not work.</returns>
    public async Task<string?> HolderAsync(LinkPurpose purpose, string? token, CancellationToken ct) => (await AccountAsync(purpose, token, ct))?.Email;

    /// <summary>Uses a link up and sets the password; with a complaint about the password, the link stays.</summary>
    /// <returns>Null when the link does not work.</returns>
    public async Task<StaffOutcome?> SetByLinkAsync(LinkPurpose purpose, string? token, string password, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await AccountAsync(purpose, token, ct) is not { } account) return null;
        if (PasswordRules.Complaint(password, account.Email!) is { } complaint) return StaffOutcome.Refused(complaint);
        if (!await links.TakeAsync(purpose, token!, ct)) return null;

        account.EmailConfirmed = true;
        await SetAsync(account, password, purpose is LinkPurpose.Invitation ? "invitation accepted, password chosen" : "password reset by a link");
        await transaction.CommitAsync(ct);
        return StaffOutcome.Done(account.Id, null);
    }

    /// <returns>Null when <paramref name="current"/> is wrong.</returns>
    public async Task<StaffOutcome?> ChangeAsync(long accountId, string current, string wanted, CancellationToken ct)
    {
        var account = await db.Users.FindAsync([accountId], ct);
        if (!await check.IsRightAsync(account, current)) return null;
        if (PasswordRules.Complaint(wanted, account!.Email!) is { } complaint) return StaffOutcome.Refused(complaint);

        await SetAsync(account, wanted, "password changed");
        return StaffOutcome.Done(account.Id, null);
    }

    /// <summary>Asked again before something that decides who gets in.</summary>
    public async Task<bool> IsRightAsync(long accountId, string password, CancellationToken ct) =>
        await check.IsRightAsync(await db.Users.FindAsync([accountId], ct), password);

    private async Task SetAsync(StaffAccount account, string password, string detail)
    {
        log.Own(account, detail);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        var result = await users.UpdateSecurityStampAsync(account); // saves, and so ends the sessions
        if (!result.Succeeded) throw new InvalidOperationException(result.Errors.First().Description);
    }

    private async Task<StaffAccount?> AccountAsync(LinkPurpose purpose, string? token, CancellationToken ct) =>
        await links.FindAsync(purpose, token, ct) is { AccountId: { } id } && await db.Users.FindAsync([id], ct) is { IsDisabled: false } account ? account : null;
}
