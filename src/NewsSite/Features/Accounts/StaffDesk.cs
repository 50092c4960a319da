using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Creates accounts and changes what they may do. Each method is one transaction.</summary>
public sealed partial class StaffDesk(
    UserManager<StaffAccount> users, NewsDbContext db, OneTimeLinks links, TimeProvider clock, ILogger<StaffDesk> log)
{
    /// <summary>Creates an account without a password; the link lets its owner choose one.</summary>
    /// <param name="sectionIds">Where an editor edits.</param>
    public async Task<StaffOutcome> InviteAsync(string email, string name, StaffRole role, IEnumerable<long> sectionIds, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var account = new StaffAccount(email.Trim(), name.Trim(), role, clock.GetUtcNow());
        account.AssignTo(role, await KnownSectionsAsync(sectionIds, ct));
        if (Complaint(await users.CreateAsync(account)) is { } complaint) return StaffOutcome.Refused(complaint);

        var link = await links.CreateAsync(LinkPurpose.Invitation, account.Id, ct);
        await transaction.CommitAsync(ct);
        LogCreated(account.Id, role);
        return StaffOutcome.Done(account.Id, link);
    }

    /// <summary>Creates an account that can sign in at once, inside the caller's transaction.</summary>
    internal async Task<StaffOutcome> CreateAsync(string email, string name, StaffRole role, string password)
    {
        var account = new StaffAccount(email.Trim(), name.Trim(), role, clock.GetUtcNow()) { EmailConfirmed = true };
        if (Complaint(await users.CreateAsync(account, password)) is { } complaint) return StaffOutcome.Refused(complaint);
        LogCreated(account.Id, role);
        return StaffOutcome.Done(account.Id, null);
    }

    /// <returns>A link for choosing a password: an invitation while there has never been one. Null when there is no such account.</returns>
    public async Task<string?> LinkAsync(long accountId, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId && !account.IsDisabled, ct) is not { } account) return null;
        var purpose = account.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset;
        return await links.CreateAsync(purpose, accountId, ct);
    }

    /// <summary>Ends every session, closes every link and keeps the account from signing in.</summary>
    public Task<StaffOutcome> DisableAsync(long accountId, CancellationToken ct) =>
        ChangeAsync(accountId, account => account.Disable(), endsSessions: true, ct);

    public Task<StaffOutcome> EnableAsync(long accountId, CancellationToken ct) =>
        ChangeAsync(accountId, account => account.Enable(), endsSessions: true, ct);

    public async Task<StaffOutcome> AssignAsync(long accountId, StaffRole role, IEnumerable<long> sectionIds, CancellationToken ct)
    {
        var sections = await KnownSectionsAsync(sectionIds, ct);
        return await ChangeAsync(accountId, account => account.AssignTo(role, sections), endsSessions: false, ct);
    }

    /// <summary>Takes the second factor and all passkeys away: for somebody who lost them.</summary>
    public async Task<StaffOutcome> ForgetSecondFactorAsync(long accountId, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(code => code.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.UserPasskeys.Where(passkey => passkey.UserId == accountId).ExecuteDeleteAsync(ct);
        return await ChangeAsync(accountId, account => account.ForgetAuthenticator(), endsSessions: true, ct);
    }

    private async Task<StaffOutcome> ChangeAsync(long accountId, Action<StaffAccount> change, bool endsSessions, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var account = await db.Users.Include(known => known.Sections).SingleOrDefaultAsync(known => known.Id == accountId, ct);
        if (account is null) return StaffOutcome.Refused("There is no such account.");

        var wasAdministrator = account is { Role: StaffRole.Administrator, IsDisabled: false };
        change(account);
        var saved = await (endsSessions ? users.UpdateSecurityStampAsync(account) : users.UpdateAsync(account));
        if (Complaint(saved) is { } complaint) return StaffOutcome.Refused(complaint);
        if (wasAdministrator && !await db.Users.AnyAsync(other => other.Role == StaffRole.Administrator && !other.IsDisabled, ct))
            return StaffOutcome.Refused("Somebody must stay administrator. Make another account administrator first.");

        if (endsSessions) await db.StaffSessions.Where(session => session.AccountId == accountId).ExecuteDeleteAsync(ct);
        if (account.IsDisabled) await db.OneTimeLinks.Where(link => link.AccountId == accountId).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        LogChanged(account.Id, account.Role, account.IsDisabled);
        return StaffOutcome.Done(account.Id, null);
    }

    private Task<List<long>> KnownSectionsAsync(IEnumerable<long> ids, CancellationToken ct)
    {
        var wanted = ids.ToList();
        return db.Sections.Where(section => wanted.Contains(section.Id)).Select(section => section.Id).ToListAsync(ct);
    }

    private static string? Complaint(IdentityResult result) => result.Succeeded ? null
        : result.Errors.FirstOrDefault(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail)) is { } taken ? taken.Description
        : result.Errors.First().Description;

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Id} created as {Role}")]
    private partial void LogCreated(long id, StaffRole role);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Id} changed: {Role}, disabled: {IsDisabled}")]
    private partial void LogChanged(long id, StaffRole role, bool isDisabled);
}

/// <param name="AccountId">Null when refused.</param>
/// <param name="Link">Path of the page for choosing a password, with its secret; to be shown once or sent.</param>
/// <param name="Complaint">Why it was refused, for people; null when it was done.</param>
public sealed record StaffOutcome(long? AccountId, string? Link, string? Complaint)
{
    public static StaffOutcome Done(long accountId, string? link) => new(accountId, link, null);

    public static StaffOutcome Refused(string complaint) => new(null, null, complaint);
}
