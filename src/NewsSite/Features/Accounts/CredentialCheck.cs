using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Compares passwords. Whether the account is unknown, disabled or the password wrong, it takes as long and says the same.</summary>
public sealed class CredentialCheck(UserManager<StaffAccount> users, IPasswordHasher<StaffAccount> hasher, NobodysPassword nobody)
{
    /// <returns>Null when that is no way in.</returns>
    public async Task<StaffAccount?> FindAsync(string email, string password)
    {
        var account = await users.FindByEmailAsync(email.Trim());
        return await IsRightAsync(account, password) ? account : null;
    }

    /// <summary>Also brings a hash that is weaker than those made today up to date.</summary>
    public async Task<bool> IsRightAsync(StaffAccount? account, string password)
    {
        if (password.Length > PasswordRules.MaxLength) return false;

        var known = account is { IsDisabled: false, PasswordHash: not null } ? account : null;
        var result = hasher.VerifyHashedPassword(known ?? nobody.Account, known?.PasswordHash ?? nobody.Hash, password);
        if (known is null || result is PasswordVerificationResult.Failed) return false;

        if (result is PasswordVerificationResult.SuccessRehashNeeded)
        {
            known.PasswordHash = hasher.HashPassword(known, password);
            await users.UpdateAsync(known);
        }

        return true;
    }
}

/// <summary>A hash to compare with where there is none, so that nobody can tell by the time it takes.</summary>
public sealed class NobodysPassword
{
    public NobodysPassword(IOptions<PasswordHasherOptions> options, TimeProvider clock)
    {
        Account = new StaffAccount("nobody@invalid", "Nobody", StaffRole.Contributor, clock.GetUtcNow());
        Hash = new PasswordHasher<StaffAccount>(options).HashPassword(Account, SecretToken.New());
    }

    public StaffAccount Account { get; }

    public string Hash { get; }
}
