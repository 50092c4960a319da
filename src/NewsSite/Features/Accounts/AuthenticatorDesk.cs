using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>The second factor: an authenticator app, and recovery codes for the day it is lost.</summary>
public sealed class AuthenticatorDesk(NewsDbContext db, UserManager<StaffAccount> users, IDataProtectionProvider protection, TimeProvider clock, AccountLog log)
{
    private const int RecoveryCodes = 10;

    private IDataProtector Protector => protection.CreateProtector("NewsSite.TimeKey");

    /// <summary>A key that nobody uses yet, sealed: forms carry it until the app has proven that it knows it.</summary>
    public string NewSealedKey(long accountId) => Protector.CreateProtector(Owner(accountId)).Protect(Convert.ToHexString(TimeCode.NewKey()));

    /// <returns>The key as typed into an app; null when the sealed key was not made here for this account.</returns>
    public string? Spelled(long accountId, string sealedKey) => Open(accountId, sealedKey) is { } key ? TimeCode.Spelled(key) : null;

    /// <returns>The recovery codes, to be shown once; null when the code does not fit the key.</returns>
    public async Task<IReadOnlyList<string>?> StartAsync(long accountId, string sealedKey, string code, CancellationToken ct)
    {
        if (Open(accountId, sealedKey) is not { } key || TimeCode.StepOf(key, code, clock.GetUtcNow()) is not { } step) return null;
        if (await db.Users.FindAsync([accountId], ct) is not { } account) return null;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        account.UseAuthenticator(sealedKey, step);
        log.Own(account, "authenticator app added, new recovery codes");
        await users.UpdateSecurityStampAsync(account); // sessions from before the second factor end
        var codes = await ReplaceCodesAsync(accountId, ct);
        await transaction.CommitAsync(ct);
        return codes;
    }

    public async Task StopAsync(long accountId, CancellationToken ct)
    {
        if (await db.Users.FindAsync([accountId], ct) is not { } account) return;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.RecoveryCodes.Where(code => code.AccountId == accountId).ExecuteDeleteAsync(ct);
        account.ForgetAuthenticator();
        log.Own(account, "authenticator app and recovery codes removed");
        await users.UpdateSecurityStampAsync(account);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Earlier codes stop working.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(long accountId, CancellationToken ct)
    {
        if (await db.Users.FindAsync([accountId], ct) is not { } account) return [];

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        log.Own(account, "new recovery codes");
        var codes = await ReplaceCodesAsync(accountId, ct);
        await transaction.CommitAsync(ct);
        return codes;
    }

    private async Task<IReadOnlyList<string>> ReplaceCodesAsync(long accountId, CancellationToken ct)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RecoveryCode.New()).ToList();
        await db.RecoveryCodes.Where(code => code.AccountId == accountId).ExecuteDeleteAsync(ct);
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode(accountId, code)));
        await db.SaveChangesAsync(ct);
        return codes;
    }

    /// <summary>Of several tries with the same code, even at once, one succeeds.</summary>
    public async Task<bool> AcceptsCodeAsync(long accountId, string code, CancellationToken ct)
    {
        var sealedKey = await db.Users.Where(account => account.Id == accountId).Select(account => account.SealedTimeKey).SingleOrDefaultAsync(ct);
        if (sealedKey is null || Open(accountId, sealedKey) is not { } key) return false;
        return TimeCode.StepOf(key, code, clock.GetUtcNow()) is { } step
            && await db.Users.Where(known => known.Id == accountId && known.LastTimeStep < step)
                .ExecuteUpdateAsync(update => update.SetProperty(known => known.LastTimeStep, step), ct) == 1;
    }

    public async Task<bool> AcceptsRecoveryAsync(long accountId, string code, CancellationToken ct)
    {
        var hash = RecoveryCode.HashOf(code);
        return await db.RecoveryCodes.Where(known => known.AccountId == accountId && known.Hash == hash).ExecuteDeleteAsync(ct) == 1;
    }

    private byte[]? Open(long accountId, string sealedKey)
    {
        try
        {
            return Convert.FromHexString(Protector.CreateProtector(Owner(accountId)).Unprotect(sealedKey));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string Owner(long accountId) => accountId.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
