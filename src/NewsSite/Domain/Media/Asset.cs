using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Media;

/// <summary>A picture of the media library: where its bytes are, what is known of it, and what matters in it. Each use has words of its own.</summary>
public sealed class Asset : IVersioned
{
    public const int MaxNameLength = 200;
    public const int MaxTextLength = 1000;

    private Asset()
    {
    }

    /// <param name="source">What it was made from.</param>
    /// <param name="master">Its bytes, as they are kept.</param>
    /// <param name="by">Whoever brought it; null for an edition.</param>
    public Asset(AssetSource source, AssetMaster master, AssetWords words, DateTimeOffset now, (long Id, string Name)? by)
    {
        (File, SourceHash, Name) = (source.File, source.Hash, source.Name);
        (Blob, Width, Height, SizeBytes, Tone) = (master.Blob, master.Width, master.Height, master.SizeBytes, master.Tone);
        (AddedAt, AddedById, AddedBy) = (now.ToStored(), by?.Id, by?.Name);
        Describe(words);
    }

    public long Id { get; private set; }

    /// <summary>What articles and addresses call it: 32 hexadecimal digits and the ending of its kind, such as <c>9f86d081884c7d659a2feaa0c55ad015.jpg</c>.</summary>
    public string File { get; private set; } = "";

    /// <summary>SHA-256 of the file that was handed in, in hexadecimal: handed in again, it is found again.</summary>
    public string SourceHash { get; private set; } = "";

    /// <summary>Key of the bytes that are kept.</summary>
    public string Blob { get; private set; } = "";

    /// <summary>What the file was called, without folders; plain text.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Pixels, upright.</summary>
    public int Width { get; private set; }

    /// <summary>Pixels, upright.</summary>
    public int Height { get; private set; }

    public int SizeBytes { get; private set; }

    /// <summary>Its mean colour in three hexadecimal digits, each of 0, 5, a and f; shown until the picture is there.</summary>
    public string Tone { get; private set; } = "";

    public string? Caption { get; private set; }

    public string? Credit { get; private set; }

    public string? Copyright { get; private set; }

    /// <summary>On which terms it may be used, in words.</summary>
    public string? Licence { get; private set; }

    /// <summary>All words by which it is found, in lower case, a line each.</summary>
    public string FoundBy { get; private set; } = "";

    /// <summary>What must stay in view when it is cropped.</summary>
    public Focus Focus { get; private set; } = Focus.Centre;

    public DateTimeOffset AddedAt { get; private set; }

    public long? AddedById { get; private set; }

    /// <summary>Name of whoever brought it; null for an edition.</summary>
    public string? AddedBy { get; private set; }

    public int Version { get; private set; }

    public void Describe(AssetWords words)
    {
        (Caption, Credit, Copyright, Licence) = (Text(words.Caption), Text(words.Credit), Text(words.Copyright), Text(words.Licence));
        FoundBy = string.Join('\n', new[] { Name, Caption, Credit, Copyright, Licence }.OfType<string>()).ToLowerInvariant();
    }

    public void Aim(Focus focus) => Focus = focus;

    /// <summary>Whoever brought it, and editors.</summary>
    public bool IsOpenTo(StaffMember member) => member.Role >= StaffRole.Editor || AddedById == member.Id;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="File">See <see cref="Asset.File"/>.</param>
/// <param name="Hash">See <see cref="Asset.SourceHash"/>.</param>
/// <param name="Name">See <see cref="Asset.Name"/>.</param>
public sealed record AssetSource(string File, string Hash, string Name);

/// <param name="Blob">Key of the bytes.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Tone">See <see cref="Asset.Tone"/>.</param>
public sealed record AssetMaster(string Blob, int Width, int Height, int SizeBytes, string Tone);

/// <summary>What a picture is said to be, plain text of at most <see cref="Asset.MaxTextLength"/> UTF-16 code units each.</summary>
public sealed record AssetWords(string? Caption = null, string? Credit = null, string? Copyright = null, string? Licence = null)
{
    /// <summary>These, and others where these say nothing.</summary>
    public AssetWords Or(AssetWords? others) => others is null ? this : new(Caption ?? others.Caption, Credit ?? others.Credit, Copyright ?? others.Copyright, Licence ?? others.Licence);
}
