using System.Text.RegularExpressions;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Media;
using NewsSite.Features.Media;
using NewsSite.Markup;

namespace NewsSite.Features.Importing;

/// <summary>Takes the pictures that an edition's files name into the media library.</summary>
public sealed partial class EditionPictures(AssetDesk desk)
{
    // A text that names more shows the rest as their words: such a text is no article.
    private const int MostNamed = 500;

    /// <exception cref="EditionException">There is no such picture in the edition.</exception>
    internal async Task<Picture> TakeAsync(string folder, ImageFields image, CancellationToken ct)
    {
        var (stored, reason) = await StoreAsync(folder, image.Path, ct, new AssetWords(image.Caption, image.Credit));
        return stored is null
            ? throw new EditionException(image.Line, $"“image”: {image.Path} {reason}")
            : new Picture(stored.File, image.Alt, image.Caption, image.Credit ?? stored.Credit, stored.Width, stored.Height);
    }

    /// <summary>Takes whatever in the folder a text may name, and says how the text finds it when it is rendered.</summary>
    /// <remarks>What a text of the site calls by its name in the library lies among the edition's media.</remarks>
    public async Task<Func<string, PictureFile?>> TakeAllAsync(string folder, string text, CancellationToken ct)
    {
        var found = new Dictionary<string, PictureFile>(StringComparer.Ordinal);
        foreach (var path in AnyPath().Matches(text).Select(named => Uri.UnescapeDataString(named.Value.Trim('<', '>'))).Distinct().Take(MostNamed))
        {
            var stored = (await StoreAsync(folder, path, ct)).Stored ?? await NamedAsync(folder, path.Split('/')[^1], ct);
            if (stored is not null) found[path] = StoredPicture.Of(stored).ToFile();
        }

        return path => found.GetValueOrDefault(path);
    }

    private async Task<Asset?> NamedAsync(string folder, string name, CancellationToken ct) =>
        PictureShelf.GivenName().IsMatch(name) ? (await StoreAsync(folder, "media/" + name, ct)).Stored : null;

    private async Task<(Asset? Stored, string? Reason)> StoreAsync(string folder, string path, CancellationToken ct, AssetWords? words = null)
    {
        if (Inside(folder, path) is not { } file) return (null, "is not a file in the edition's folder.");
        if (new FileInfo(file).Length > AssetDesk.MaxBytes) return (null, AssetDesk.TooLarge);

        var outcome = await desk.TakeAsync(await File.ReadAllBytesAsync(file, ct), path, by: null, ct, words);
        return (outcome.Asset, outcome.Reason);
    }

    // Neither “..” nor a link may lead out of the edition.
    private static string? Inside(string folder, string path)
    {
        var name = Uri.UnescapeDataString(path);
        if (name.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Contains('\0')) return null;

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, name));
        return full.StartsWith(root, StringComparison.Ordinal) && File.Exists(full) ? RealPath.Inside(folder, full) : null;
    }

    // Wider than what Markdown takes for the address of a picture: what the text does not show after all is only kept for nothing.
    [GeneratedRegex(@"<[^<>\n]{1,400}\.(?:jpe?g|png|webp|gif|avif)>|[^\s()<>\[\]""']{1,400}\.(?:jpe?g|png|webp|gif|avif)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnyPath();
}
