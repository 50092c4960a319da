using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Passkeys: one gesture instead of password and second factor.</summary>
public sealed class PasskeyDesk(UserManager<StaffAccount> users, IPasskeyHandler<StaffAccount> handler, StaffCookies cookies, SpentChallenges spent, AccountLog log)
{
    public const int MaxNameLength = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>What the browser is asked when it is to make a passkey (JSON).</returns>
    public async Task<string> CreationOptionsAsync(HttpContext context, StaffView owner)
    {
        var result = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = Text(owner.Id), Name = owner.Email, DisplayName = owner.Name }, context);
        cookies.Put(context, StaffCookies.Passkey, spent.Issue(result.AttestationState!), Patience);
        return result.CreationOptionsJson;
    }

    /// <returns>False when the browser's answer does not fit what it was asked.</returns>
    public async Task<bool> AddAsync(HttpContext context, long accountId, string name, string credential)
    {
        if (TakeState(context) is not { } state || await users.FindByIdAsync(Text(accountId)) is not { } account) return false;

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != Text(accountId)) return false;

        result.Passkey.Name = name;
        log.Own(account, $"passkey “{name}” added");
        return (await users.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded;
    }

    /// <returns>What the browser is asked when somebody signs in with a passkey (JSON); it names no account.</returns>
    public async Task<string> RequestOptionsAsync(HttpContext context)
    {
        var result = await handler.MakeRequestOptionsAsync(null!, context);
        cookies.Put(context, StaffCookies.Passkey, spent.Issue(result.AssertionState!), Patience);
        return result.RequestOptionsJson;
    }

    /// <returns>The account that the passkey belongs to; null when the browser's answer proves none.</returns>
    public async Task<long?> ProveAsync(HttpContext context, string credential)
    {
        if (TakeState(context) is not { } state) return null;

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded)
        {
            await log.RefusedAsync(context, account: null);
            return null;
        }

        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey); // its counter: a copied passkey falls behind
        return result.User.Id;
    }

    public async Task<IReadOnlyList<PasskeyView>> ListAsync(long accountId) =>
        await users.FindByIdAsync(Text(accountId)) is { } account
            ? [.. (await users.GetPasskeysAsync(account)).Select(each => new PasskeyView(Convert.ToHexString(each.CredentialId), each.Name ?? "Passkey", each.CreatedAt))]
            : [];

    public async Task RenameAsync(long accountId, string id, string name)
    {
        if (await FindAsync(accountId, id) is not var (account, passkey) || passkey.Name == name) return;
        log.Own(account, $"passkey “{passkey.Name}” is now called “{name}”");
        passkey.Name = name;
        await users.AddOrUpdatePasskeyAsync(account, passkey);
    }

    public async Task RemoveAsync(long accountId, string id)
    {
        if (await FindAsync(accountId, id) is not var (account, passkey)) return;
        log.Own(account, $"passkey “{passkey.Name}” removed");
        await users.RemovePasskeyAsync(account, passkey.CredentialId);
    }

    private async Task<(StaffAccount Account, UserPasskeyInfo Passkey)?> FindAsync(long accountId, string id) =>
        await users.FindByIdAsync(Text(accountId)) is { } account
        && (await users.GetPasskeysAsync(account)).FirstOrDefault(each => Convert.ToHexString(each.CredentialId) == id) is { } passkey
            ? (account, passkey) : null;

    private string? TakeState(HttpContext context)
    {
        var issued = cookies.Read(context, StaffCookies.Passkey);
        cookies.Remove(context, StaffCookies.Passkey);
        return issued is null ? null : spent.Take(issued, Patience);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Id">The credential's id in hexadecimal.</param>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset AddedAt);

/// <summary>Remembers challenges that have been answered: no answer counts twice.</summary>
public sealed class SpentChallenges(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> spent = new(StringComparer.Ordinal);

    // What was answered before a restart is forgotten: so nothing that was asked before it may be answered.
    private readonly string run = Guid.NewGuid().ToString("N");

    /// <returns>The challenge as the browser is to keep it, sealed.</returns>
    public string Issue(string challenge) => $"{run} {challenge}";

    /// <param name="issued">From <see cref="Issue"/>.</param>
    /// <param name="life">How long the challenge would be good for.</param>
    /// <returns>The challenge; null when it has been taken, or was issued before the last start.</returns>
    public string? Take(string issued, TimeSpan life)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, until) in spent)
        {
            if (until < now) spent.TryRemove(old, out _);
        }

        return issued.Split(' ', 2) is [var of, var challenge] && of == run && spent.TryAdd(SecretToken.HashOf(issued), now + life) ? challenge : null;
    }
}
