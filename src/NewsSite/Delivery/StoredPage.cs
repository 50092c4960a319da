using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Delivery;

/// <summary>A whole answer as it goes out: its bytes in each coding, its headers, what it was made from and when it differs by itself.</summary>
public sealed class StoredPage
{
    private const int HeadersAndRest = 2_048;

    private static readonly Coding[] Packed = [Coding.Gzip, Coding.Brotli];

    private readonly PageForm?[] forms = new PageForm?[3];
    private readonly string mark;

    public StoredPage(int status, byte[] bytes)
    {
        Status = status;
        mark = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
        forms[0] = new PageForm(bytes, $"\"{mark}\"", default);
    }

    public int Status { get; }

    public required string ContentType { get; init; }

    /// <summary>Those that depend neither on the hour nor on who asks.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> Headers { get; set; } = [];

    public StringValues LastModified { get; init; }

    /// <summary>Of <see cref="Domain.Articles.DependencyTags"/>.</summary>
    public required IReadOnlyCollection<string> Tags { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it differs by itself; the end of time when only a change makes it differ.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Called after each sending.</summary>
    public Func<HttpContext, Task>? Sent { get; init; }

    /// <summary>How often it was asked for, as far as that matters.</summary>
    public int Asked { get; set; }

    /// <summary>How much memory it takes at most (bytes): compressed forms of text take less than a half together.</summary>
    public int Weight => HeadersAndRest + (forms[0]!.Bytes.Length * 3 / 2);

    /// <summary>Compressed at the quick level when it is asked for first; the best follows with <see cref="Polish"/>.</summary>
    public PageForm In(Coding coding) => forms[(int)coding] ?? Pack(coding, CompressionLevel.Fastest, "");

    /// <summary>Compresses the forms that have been asked for as well as it goes. Costs many times what the page's making did.</summary>
    public void Polish()
    {
        foreach (var coding in Packed.Where(coding => forms[(int)coding] is not null)) Pack(coding, CompressionLevel.SmallestSize, "s");
    }

    private PageForm Pack(Coding coding, CompressionLevel level, string grade)
    {
        var (name, letter) = coding is Coding.Gzip ? ("gzip", "g") : ("br", "b");
        return forms[(int)coding] = new PageForm(Codings.Compress(forms[0]!.Bytes, coding, level), $"\"{mark}-{letter}{grade}\"", name);
    }
}

/// <param name="ETag">Strong, so each form has its own.</param>
/// <param name="Encoding">Empty for bytes as they are.</param>
public sealed record PageForm(byte[] Bytes, StringValues ETag, StringValues Encoding);
