using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Delivery;

/// <summary>How the bytes of an answer are coded (RFC 9110, section 8.4.1).</summary>
public enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

internal static class Codings
{
    private const int MostRemembered = 256;

    // Browsers send a handful of different lines, again and again.
    private static readonly ConcurrentDictionary<string, Coding> Remembered = new(StringComparer.Ordinal);

    /// <summary>The best that a client takes, by its <c>Accept-Encoding</c> line.</summary>
    public static Coding Accepted(StringValues line)
    {
        if (line.Count == 0) return Coding.Identity;
        var text = line.ToString();
        if (Remembered.TryGetValue(text, out var known)) return known;

        var coding = Choose(line);
        if (Remembered.Count < MostRemembered) Remembered.TryAdd(text, coding);
        return coding;
    }

    public static byte[] Compress(byte[] bytes, Coding coding, CompressionLevel level)
    {
        using var packed = new MemoryStream(bytes.Length / 3);
        using (Stream packer = coding is Coding.Gzip ? new GZipStream(packed, level, leaveOpen: true) : new BrotliStream(packed, level, leaveOpen: true)) packer.Write(bytes);
        return packed.ToArray();
    }

    private static Coding Choose(StringValues line)
    {
        if (!StringWithQualityHeaderValue.TryParseList(line, out var asked)) return Coding.Identity;
        return Takes(asked, "br") ? Coding.Brotli : Takes(asked, "gzip") ? Coding.Gzip : Coding.Identity;
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> asked, string name) =>
        asked.FirstOrDefault(each => each.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Quality: null or > 0 };
}
