using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Accounts;
using NewsSite.Domain;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Creates accounts and changes what they may do. Each method is one transaction.</summary>
public sealed partial class StaffDesk(
    UserManager<StaffAccount> users, NewsDbContext db, OneTimeLinks links, TimeProvider clock, ILogger<StaffDesk> log)
{
    /// <summary>Creates an account without a password; the link lets its owner choose one.</summary>
    /// <param name="sectionIds">Where an editor edits.</param>
    public async Task<StaffOutcome> InviteAsync(string email, string name, StaffRole role, IEnumerable<long> sectionIds, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var account = new StaffAccount(email.Trim(), name.Trim(), role, clock.GetUtcNow());
        account.AssignTo(role, await KnownSectionsAsync(sectionIds, ct));
        if (Complaint(await users.CreateAsync(account)) is { } complaint) return StaffOutcome.Refused(complaint);

        Record(by, AuditAction.AccountCreated, account, $"invited as {role}");
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
        Record(new Actor(account.Id, account.DisplayName), AuditAction.AccountCreated, account, $"{role}, by the link of the first start");
        await db.SaveChangesAsync();
        LogCreated(account.Id, role);
        return StaffOutcome.Done(account.Id, null);
    }

    /// <returns>A link for choosing a password: an invitation while there has never been one. Null when there is no such account.</returns>
    public async Task<string?> LinkAsync(long accountId, Actor by, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId && !account.IsDisabled, ct) is not { } account) return null;
        var purpose = account.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Record(by, AuditAction.CredentialChanged, account, "link made for choosing a password");
        var link = await links.CreateAsync(purpose, accountId, ct);
        await transaction.CommitAsync(ct);
        return link;
    }

    /// <summary>Ends every session, closes every link and keeps the account from signing in.</summary>
    public Task<StaffOutcome> DisableAsync(long accountId, Actor by, CancellationToken ct) =>
        ChangeAsync(accountId, account => Noted(account.Disable, "disabled"), by, endsSessions: true, ct);

    public Task<StaffOutcome> EnableAsync(long accountId, Actor by, CancellationToken ct) =>
        ChangeAsync(accountId, account => Noted(account.Enable, "enabled"), by, endsSessions: true, ct);

    public async Task<StaffOutcome> AssignAsync(long accountId, StaffRole role, IEnumerable<long> sectionIds, Actor by, CancellationToken ct)
    {
        var sections = await KnownSectionsAsync(sectionIds, ct);
        return await ChangeAsync(accountId, account =>
        {
            var before = (account.Role, Sections: account.Sections.Count);
            account.AssignTo(role, sections);
            return string.Create(CultureInfo.InvariantCulture, $"role: {before.Role} → {role}; sections: {before.Sections} → {sections.Count}");
        }, by, endsSessions: false, ct);
    }

    /// <param name="byline">Name or address of the author that the account writes under; empty for none.</param>
    public async Task<StaffOutcome> WriteAsAsync(long accountId, string? byline, Actor by, CancellationToken ct)
    {
        var author = string.IsNullOrWhiteSpace(byline) ? null : await AuthorAsync(byline.Trim(), ct);
        if (author is null && !string.IsNullOrWhiteSpace(byline))
            return StaffOutcome.Refused("No single author has this name or address. Add the author under Settings first; if two are called so, write the address.");
        return await ChangeAsync(accountId, account => Noted(() => account.WriteAs(author?.Id), author is null ? "byline: none" : $"byline: “{author.Name}”"), by, endsSessions: false, ct);
    }

    /// <summary>Takes the second factor and all passkeys away: for somebody who lost them.</summary>
    public async Task<StaffOutcome> ForgetSecondFactorAsync(long accountId, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.RecoveryCodes.Where(code => code.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.UserPasskeys.Where(passkey => passkey.UserId == accountId).ExecuteDeleteAsync(ct);
        var outcome = await ChangeAsync(accountId, account => Noted(account.ForgetAuthenticator, "second factor and passkeys removed"), by, endsSessions: true, ct);
        if (outcome.Complaint is null) await transaction.CommitAsync(ct);
        return outcome;
    }

    /// <param name="change">Changes the account and says what it changed.</param>
    private async Task<StaffOutcome> ChangeAsync(long accountId, Func<StaffAccount, string> change, Actor by, bool endsSessions, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var account = await db.Users.Include(known => known.Sections).SingleOrDefaultAsync(known => known.Id == accountId, ct);
        if (account is null) return StaffOutcome.Refused("There is no such account.");

        var wasAdministrator = account is { Role: StaffRole.Administrator, IsDisabled: false };
        Record(by, AuditAction.AccountChanged, account, change(account));
        var saved = await (endsSessions ? users.UpdateSecurityStampAsync(account) : users.UpdateAsync(account));
        if (Complaint(saved) is { } complaint) return StaffOutcome.Refused(complaint);
        if (wasAdministrator && !await db.Users.AnyAsync(other => other.Role == StaffRole.Administrator && !other.IsDisabled, ct))
            return StaffOutcome.Refused("Somebody must stay administrator. Make another account administrator first.");

        if (endsSessions) await db.StaffSessions.Where(session => session.AccountId == accountId).ExecuteDeleteAsync(ct);
        if (account.IsDisabled) await db.OneTimeLinks.Where(link => link.AccountId == accountId).ExecuteDeleteAsync(ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
        LogChanged(account.Id, account.Role, account.IsDisabled);
        return StaffOutcome.Done(account.Id, null);
    }

    private static string Noted(Action change, string words)
    {
        change();
        return words;
    }

    private void Record(Actor by, AuditAction action, StaffAccount account, string detail) =>
        db.AuditLog.Add(new AuditEntry(by, action, account.DisplayName, clock.GetUtcNow()) { Detail = detail });

    private async Task<Author?> AuthorAsync(string byline, CancellationToken ct)
    {
        var slug = Slug.TryParse(byline);
        if (await db.Authors.AsNoTracking().SingleOrDefaultAsync(author => author.Slug == slug, ct) is { } found) return found;
        return await db.Authors.AsNoTracking().Where(author => EF.Functions.Collate(author.Name, "NOCASE") == byline).OrderBy(author => author.Id).Take(2).ToListAsync(ct) is [var only] ? only : null;
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
