using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Domain.Staff;

/// <summary>Random secrets for links and cookies, and the form in which they are kept.</summary>
public static class SecretToken
{
    private const int SizeBytes = 32;

    /// <summary>Length of <see cref="New"/> in characters.</summary>
    public const int Length = 43;

    /// <summary>256 random bits, safe in addresses.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SizeBytes));

    /// <summary>SHA-256 in hexadecimal. Enough for secrets that are random; passwords need more.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
