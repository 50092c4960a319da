namespace NewsSite.Markup;

/// <summary>Where a link leads, judged as a browser would: white space and control characters ignored, <c>\</c> read as <c>/</c>.</summary>
/// <param name="Href">What to write into the page.</param>
/// <param name="Host">The other site's host in lower case; <see langword="null"/> on this site and for mail and telephone.</param>
/// <param name="Display">Host and path, for a link without words of its own.</param>
internal sealed record LinkTarget(string Href, string? Host, string Display)
{
    public bool IsExternal => Host is not null;

    /// <returns><see langword="null"/> when the address may not be linked to.</returns>
    public static LinkTarget? Of(string address)
    {
        var href = new string([.. address.Where(c => c is not ('\t' or '\n' or '\r'))]).Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]);
        if (href.Length is 0 || href.Any(char.IsControl)) return null;
        if (href.Length > 1 && href[0] is '/' or '\\' && href[1] is '/' or '\\') return Web("https:" + href.Replace('\\', '/'));

        return Scheme(href) switch
        {
            null => new(href, null, href),
            "http" or "https" => Web(href),
            "mailto" or "tel" => new(href, null, href[(href.IndexOf(':', StringComparison.Ordinal) + 1)..]),
            _ => null,
        };
    }

    private static LinkTarget? Web(string href)
    {
        if (!Uri.TryCreate(href, UriKind.Absolute, out var uri) || uri.Host.Length is 0 || uri.UserInfo.Length > 0) return null;

        var host = uri.IdnHost.ToLowerInvariant();
        var path = uri.AbsolutePath is "/" ? "" : uri.AbsolutePath;
        return new(uri.AbsoluteUri, host, (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host) + path);
    }

    private static string? Scheme(string href)
    {
        var colon = href.IndexOf(':', StringComparison.Ordinal);
        var path = href.IndexOfAny(['/', '?', '#', '\\']);
        return colon < 0 || (path >= 0 && path < colon) ? null : href[..colon].ToLowerInvariant();
    }
}
