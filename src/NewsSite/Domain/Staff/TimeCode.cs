using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Domain.Staff;

/// <summary>Six digits that an authenticator app shows for half a minute.</summary>
/// <remarks>RFC 6238 with SHA-1, which is what the apps speak.</remarks>
public static class TimeCode
{
    public const int Digits = 6;

    private const int KeySizeBytes = 20;
    private const int Modulus = 1_000_000;
    private const long StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeySizeBytes);

    /// <summary>The key as people type it into an app: base 32.</summary>
    public static string Spelled(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        int bits = 0, held = 0;
        foreach (var b in key)
        {
            held = (held << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Base32[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Base32[(held << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <returns>The half minute since 1970 that the code belongs to: this one, the one before or the one after; null when it is wrong.</returns>
    public static long? StepOf(ReadOnlySpan<byte> key, string code, DateTimeOffset now)
    {
        var typed = string.Concat(code.Where(char.IsAsciiDigit));
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        foreach (var step in (ReadOnlySpan<long>)[current - 1, current, current + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(typed))) found = step;
        }

        return found;
    }

    /// <summary>The code that an app shows at an instant.</summary>
    public static string At(ReadOnlySpan<byte> key, DateTimeOffset at) => At(key, at.ToUnixTimeSeconds() / StepSeconds);

    [SuppressMessage("Security", "CA5350", Justification = "Authenticator apps know no other hash; HMAC-SHA-1 is unbroken.")]
    private static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }
}
