using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Media;
using NewsSite.Markup;

namespace NewsSite.Features.Media;

/// <summary>Finds pictures of the media library by the names that articles call them.</summary>
public sealed partial class PictureShelf(PublishedNews news)
{
    // A body that names more shows the rest as their words: such a text is no article.
    private const int MostNamed = 500;

    /// <param name="file">Anybody's word.</param>
    /// <returns>Null when there is no such picture.</returns>
    public async Task<StoredPicture?> FindAsync(string file, CancellationToken ct) =>
        GivenName().IsMatch(file) ? await Stored(news.Assets.Where(asset => asset.File == file)).SingleOrDefaultAsync(ct) : null;

    /// <summary>The pictures that a text may name, in one query.</summary>
    /// <returns>By name; the names that no picture has are missing.</returns>
    public async Task<IReadOnlyDictionary<string, StoredPicture>> NamedInAsync(string text, CancellationToken ct)
    {
        var names = AnyName().Matches(text).Select(found => found.Value).Distinct().Take(MostNamed).ToList();
        return names.Count == 0
            ? new Dictionary<string, StoredPicture>()
            : await Stored(news.Assets.Where(asset => names.Contains(asset.File))).ToDictionaryAsync(picture => picture.File, ct);
    }

    /// <summary>How a text that is about to be rendered finds its pictures.</summary>
    public async Task<Func<string, PictureFile?>> FinderForAsync(string text, CancellationToken ct)
    {
        var named = await NamedInAsync(text, ct);
        return path => named.GetValueOrDefault(path.Split('/')[^1])?.ToFile();
    }

    /// <summary>Names of the pictures that a page shows or links to.</summary>
    public static IReadOnlyList<string> NamesIn(string html) =>
        [.. GivenAddress().Matches(html).Select(found => found.Groups[1].Value).Distinct()];

    /// <summary>The same page, with its pictures at other addresses.</summary>
    /// <param name="root">Stands before a picture's name there.</param>
    public static string Led(string html, string root) => GivenAddress().Replace(html, found => $"{root}/{found.Groups[1].Value}");

    private static IQueryable<StoredPicture> Stored(IQueryable<Asset> assets) =>
        assets.Select(asset => new StoredPicture(asset.File, asset.Width, asset.Height, asset.Focus, asset.Tone, asset.Blob));

    [GeneratedRegex(SiteUrls.MediaPrefix + @"/([0-9a-f]{32}\.(?:jpg|png|webp|gif))\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GivenAddress();

    [GeneratedRegex(@"[0-9a-f]{32}\.(?:jpg|png|webp|gif)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnyName();

    [GeneratedRegex(@"^[0-9a-f]{32}\.(jpg|png|webp|gif)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    internal static partial Regex GivenName();
}

/// <param name="File">See <see cref="Asset.File"/>.</param>
/// <param name="Width">Pixels, as shown upright.</param>
/// <param name="Height">Pixels, as shown upright.</param>
/// <param name="Tone">See <see cref="Asset.Tone"/>.</param>
/// <param name="Blob">Key of its bytes.</param>
public sealed record StoredPicture(string File, int Width, int Height, Focus Focus, string Tone, string Blob)
{
    public static StoredPicture Of(Asset asset) => new(asset.File, asset.Width, asset.Height, asset.Focus, asset.Tone, asset.Blob);

    /// <summary>As a text shows it.</summary>
    internal PictureFile ToFile() => PictureView.Of(this).ToFile();
}
