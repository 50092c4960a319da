using Microsoft.AspNetCore.Identity;
using NewsSite.Data.Accounts;

namespace NewsSite.Features.Accounts;

/// <summary>Length is what makes a password strong; only those that everybody tries first are refused beside it.</summary>
public sealed class PasswordRules : IPasswordValidator<StaffAccount>
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MinLength = 12;

    /// <summary>Long enough for any sentence; longer ones only cost time.</summary>
    public const int MaxLength = 256;

    /// <summary>What forms say beside the field.</summary>
    public const string Hint = "At least 12 characters; spaces and every letter count. Four words that do not belong together are easy to keep in mind.";

    private static readonly HashSet<string> WellKnown = Read();

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1234567890123456789012345678901234567890", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn"];

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password) =>
        Task.FromResult(Complaint(password ?? "", user.Email ?? "") is { } complaint
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = complaint })
            : IdentityResult.Success);

    /// <returns>Null when the password is good.</returns>
    public static string? Complaint(string password, string email)
    {
        if (password.Length < MinLength) return $"Use at least {MinLength} characters. A sentence of four words is easy to keep in mind.";
        if (password.Length > MaxLength) return $"Use at most {MaxLength} characters.";
        return IsWellKnown(password.ToUpperInvariant(), email.ToUpperInvariant())
            ? "This password is among the first that others try. Choose another."
            : null;
    }

    private static bool IsWellKnown(string password, string email)
    {
        var letters = Letters(password);
        var name = email.Split('@')[0];
        return WellKnown.Contains(password)
            || password.Distinct().Count() < 4
            || IsRepeated(password)
            || Rows.Any(row => row.ToUpperInvariant().Contains(password, StringComparison.Ordinal))
            || WellKnown.Contains(letters)
            || password == email
            || (name.Length > 3 && password.StartsWith(name, StringComparison.Ordinal) && password.Length - name.Length < 6);
    }

    // “P4ssw0rd!2026” is still “password”: figures and marks at the ends fall off, look-alikes become letters.
    private static string Letters(string password) => string.Concat(password
        .TrimEnd("0123456789!?.#*-_ ".ToCharArray()).TrimStart("0123456789!?.#*-_ ".ToCharArray())
        .Select(c => c switch { '0' => 'O', '1' => 'I', '3' => 'E', '4' => 'A', '5' => 'S', '7' => 'T', '@' => 'A', '$' => 'S', _ => c }));

    private static bool IsRepeated(string password) =>
        Enumerable.Range(1, password.Length / 2).Where(length => length <= 6).Any(length =>
            Enumerable.Range(length, password.Length - length).All(i => password[i] == password[i - length]));

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("NewsSite.WellKnownPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
    }
}
