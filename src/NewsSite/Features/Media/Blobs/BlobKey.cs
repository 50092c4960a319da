using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace NewsSite.Features.Media.Blobs;

/// <summary>
/// Names of kept bytes. A master, which a rendition is made from, is named by the SHA-256 of its own bytes (FIPS 180-4); a rendition by its master
/// and what was made of it; a share card by the SHA-256 of what it was drawn from.
/// </summary>
public static partial class BlobKey
{
    /// <summary>No blob is larger (bytes).</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>What every key begins with.</summary>
    internal static readonly string[] Kinds = ["masters", "renditions", "cards"];

    internal const string MasterPrefix = "masters/";

    private const string Renditions = "renditions/";
    private const string Cards = "cards/";

    /// <returns>Such as <c>masters/9f86…0a08</c>.</returns>
    public static string Master(ReadOnlySpan<byte> bytes) => MasterPrefix + Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <param name="master">Key of the master.</param>
    /// <param name="recipe">Lower-case letters, digits, dots and hyphens.</param>
    /// <returns>Such as <c>renditions/9f86…0a08/wide-640-50-50.webp</c>.</returns>
    public static string Rendition(string master, string recipe) => $"{Renditions}{master[MasterPrefix.Length..]}/{recipe}";

    /// <param name="mark">SHA-256 in hexadecimal.</param>
    public static string Card(string mark) => $"{Cards}{mark}.png";

    /// <returns>Key of the master that a rendition is made from, a master's own key; null for a card.</returns>
    public static string? MasterOf(string key) =>
        key.StartsWith(MasterPrefix, StringComparison.Ordinal) ? key
        : key.StartsWith(Renditions, StringComparison.Ordinal) ? MasterPrefix + key.Split('/')[1]
        : null;

    /// <summary>Whether a store may be asked for it; nothing else ever becomes a path.</summary>
    public static bool IsValid(string key) => Valid().IsMatch(key);

    /// <returns>The key itself.</returns>
    /// <exception cref="ArgumentException">It is not valid, or its bytes are too many.</exception>
    internal static string Check(string key, int sizeBytes = 0) =>
        !IsValid(key) ? throw new ArgumentException("That is no key of a blob.", nameof(key))
        : sizeBytes > MaxBytes ? throw new ArgumentException($"A blob has at most {MaxBytes} bytes.", nameof(sizeBytes))
        : key;

    [GeneratedRegex(@"^(masters/[0-9a-f]{64}|renditions/[0-9a-f]{64}/[a-z0-9][a-z0-9.-]{0,63}|cards/[0-9a-f]{64}\.png)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Valid();
}
