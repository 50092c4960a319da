using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using NewsSite.Hosting;
using SkiaSharp;

namespace NewsSite.Features.Media;

/// <summary>Keeps pictures in the data folder under names made from their bytes.</summary>
public sealed partial class PictureShelf(IOptions<NewsSiteOptions> options)
{
    private const int MaxBytes = 20 * 1024 * 1024;
    private const long MaxPixels = 50_000_000;

    private string Folder => options.Value.MediaFolder;

    /// <summary>Copies a JPEG, PNG, WebP or GIF file to the shelf; the same bytes are kept once.</summary>
    public PictureOutcome Store(string file)
    {
        if (new FileInfo(file).Length > MaxBytes) return PictureOutcome.Refused($"is larger than {MaxBytes / 1024 / 1024} MB.");

        var bytes = File.ReadAllBytes(file);
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || Extension(codec.EncodedFormat) is not { } extension) return PictureOutcome.Refused("is not a JPEG, PNG, WebP or GIF picture.");

        var (width, height) = Upright(codec);
        if ((long)width * height > MaxPixels) return PictureOutcome.Refused($"has over {MaxPixels / 1_000_000} million pixels.");

        var name = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32] + extension;
        Write(name, bytes);
        return PictureOutcome.Stored(new StoredPicture(name, width, height));
    }

    /// <summary>A picture that is on the shelf already.</summary>
    /// <param name="name">Anybody's word: only a name that the shelf itself gave is looked for.</param>
    /// <returns>Null when there is none.</returns>
    public StoredPicture? Find(string name)
    {
        if (!GivenName().IsMatch(name)) return null;

        var path = Path.Combine(Folder, name);
        if (!File.Exists(path)) return null;
        using var codec = SKCodec.Create(path);
        if (codec is null) return null;
        var (width, height) = Upright(codec);
        return new StoredPicture(name, width, height);
    }

    /// <param name="name">Anybody's word, as for <see cref="Find"/>.</param>
    /// <returns>Null when there is no such picture.</returns>
    public string? PathOf(string name) => GivenName().IsMatch(name) && Path.Combine(Folder, name) is var path && File.Exists(path) ? path : null;

    /// <summary>Names of the pictures that came last, newest first.</summary>
    public IReadOnlyList<string> Newest(int count)
    {
        var folder = new DirectoryInfo(Folder);
        return folder.Exists
            ? [.. folder.EnumerateFiles().Where(file => GivenName().IsMatch(file.Name)).OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Take(count).Select(file => file.Name)]
            : [];
    }

    /// <summary>Names of the pictures that a text shows or links to.</summary>
    public static IReadOnlyList<string> NamesIn(string html) =>
        [.. GivenAddress().Matches(html).Select(found => found.Groups[1].Value).Distinct()];

    [GeneratedRegex(SiteUrls.MediaPrefix + @"/([0-9a-f]{32}\.(?:jpg|png|webp|gif))\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GivenAddress();

    [GeneratedRegex(@"^[0-9a-f]{32}\.(jpg|png|webp|gif)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    internal static partial Regex GivenName();

    // Written beside and moved, so that nobody ever reads half a picture.
    private void Write(string name, byte[] bytes)
    {
        var target = Path.Combine(Folder, name);
        if (File.Exists(target)) return;

        Directory.CreateDirectory(Folder);
        var partial = Path.Combine(Folder, Path.GetRandomFileName());
        File.WriteAllBytes(partial, bytes);
        File.Move(partial, target, overwrite: true);
    }

    private static (int Width, int Height) Upright(SKCodec codec) =>
        codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom
            ? (codec.Info.Height, codec.Info.Width)
            : (codec.Info.Width, codec.Info.Height);

    private static string? Extension(SKEncodedImageFormat format) => format switch
    {
        SKEncodedImageFormat.Jpeg => ".jpg",
        SKEncodedImageFormat.Png => ".png",
        SKEncodedImageFormat.Webp => ".webp",
        SKEncodedImageFormat.Gif => ".gif",
        _ => null,
    };
}

/// <param name="File">Name on the shelf.</param>
/// <param name="Width">Pixels, as shown upright.</param>
/// <param name="Height">Pixels, as shown upright.</param>
public sealed record StoredPicture(string File, int Width, int Height);

/// <summary>Exactly one is set.</summary>
public sealed record PictureOutcome
{
    private PictureOutcome()
    {
    }

    public StoredPicture? Picture { get; private init; }

    public string? Reason { get; private init; }

    public static PictureOutcome Stored(StoredPicture picture) => new() { Picture = picture };

    public static PictureOutcome Refused(string reason) => new() { Reason = reason };
}
