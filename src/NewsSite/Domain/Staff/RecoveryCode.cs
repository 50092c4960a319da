using System.Security.Cryptography;

namespace NewsSite.Domain.Staff;

/// <summary>Stands in for the second factor once. Its row is deleted when it is used.</summary>
public sealed class RecoveryCode
{
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // none that looks like another
    private const int Groups = 6;
    private const int GroupLength = 4;

    private RecoveryCode()
    {
    }

    public RecoveryCode(long accountId, string code) => (AccountId, Hash) = (accountId, HashOf(code));

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>119 random bits, in groups of four.</summary>
    public static string New() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));

    /// <summary>The form in which a code is kept; spaces, hyphens and case do not matter.</summary>
    public static string HashOf(string code) => SecretToken.HashOf(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
}
