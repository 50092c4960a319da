using System.Globalization;
using NewsSite.Domain;

namespace NewsSite.Features.Newsroom.Checks;

internal enum PlaceKind
{
    /// <summary>No kind of page has such an address.</summary>
    Nothing,

    /// <summary>Always there.</summary>
    Fixed,

    Staff,
    Fragment,
    Section,
    Article,
    Tag,
    Author,
    Page,
}

/// <summary>A link to this site, read as its address is routed.</summary>
/// <param name="Href">As written into the page.</param>
/// <param name="Slug">Of what it leads to; null when its last part is none.</param>
/// <param name="Fragment">Without the number sign.</param>
internal sealed record OwnLink(string Href, PlaceKind Kind, Slug? Slug = null, string Fragment = "")
{
    private static readonly string[] Always = [SiteUrls.Front, SiteUrls.Search, SiteUrls.Archive, SiteUrls.Tags, SiteUrls.Authors];
    private static readonly string[] DatePatterns = ["yyyy", "yyyy'/'MM", "yyyy'/'MM'/'dd"];
    private static readonly string[] Staff = ["admin", "account", "setup"];

    // Files have their own upkeep: one that is gone shows at once in the preview.
    private static readonly string[] Files = ["media", "css", "js", "img", "fonts", "static", "assets"];

    /// <param name="baseUrl">The site's own address.</param>
    /// <returns>Null for a link to another site, to mail or to a telephone.</returns>
    public static OwnLink? Of(string href, string baseUrl)
    {
        if (href.StartsWith('#')) return new OwnLink(href, PlaceKind.Fragment, Fragment: Unescaped(href[1..]));
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var site) || !Uri.TryCreate(new Uri(site, "/-/-"), href, out var target)) return null;
        if (target.Scheme is not ("http" or "https") || !string.Equals(target.IdnHost, site.IdnHost, StringComparison.OrdinalIgnoreCase) || target.Port != site.Port) return null;

        return Read(href, target.AbsolutePath);
    }

    private static OwnLink Read(string href, string path)
    {
        if (Always.Contains(path.Length > 1 ? path.TrimEnd('/') : path, StringComparer.OrdinalIgnoreCase)) return new OwnLink(href, PlaceKind.Fixed);

        var parts = path.Trim('/').Split('/').Select(Unescaped).ToArray();
        var first = parts[0].ToLowerInvariant();
        if (Staff.Contains(first)) return new OwnLink(href, PlaceKind.Staff);
        if (Files.Contains(first)) return new OwnLink(href, PlaceKind.Fixed);
        if (IsDate(parts)) return new OwnLink(href, PlaceKind.Fixed);

        var kind = (first, parts.Length) switch
        {
            ("tag", 2) => PlaceKind.Tag,
            ("author", 2) => PlaceKind.Author,
            ("info", 2) => PlaceKind.Page,
            _ when SiteUrls.Reserved.Contains(first) => PlaceKind.Nothing,
            (_, 1) => PlaceKind.Section,
            (_, 2) => PlaceKind.Article,
            _ => PlaceKind.Nothing,
        };
        return new OwnLink(href, kind, Domain.Slug.TryParse(parts[^1]));
    }

    private static bool IsDate(string[] parts) =>
        DateOnly.TryParseExact(string.Join('/', parts), DatePatterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Unescaped(string part) => Uri.UnescapeDataString(part);
}
