using System.Collections.Frozen;

namespace NewsSite.Delivery;

/// <summary>By which a page is stored: its path, and of its query what chooses a page of a list.</summary>
internal static class PageKey
{
    private const int LongestPath = 512;
    private const int LongestValue = 128;

    /// <summary>No page reads another query: what else stands there neither fills the store nor goes past it.</summary>
    private static readonly string[] QueryNames = ["after", "newer", "older"];

    private static readonly FrozenSet<string> Elsewhere = FrozenSet.ToFrozenSet(
        ["account", "admin", "card", "count", "css", "error", "fonts", "health", "img", "js", "media", "preview", "search", "setup", "speculation.json"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ElsewhereBySpan = Elsewhere.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>Null when what is asked for is never stored.</returns>
    public static string? Of(HttpRequest request)
    {
        if (request.Path.Value is not { Length: > 0 and <= LongestPath } path || request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0) return null;
        if (IsElsewhere(path)) return null;
        if (!request.QueryString.HasValue) return path;
        return QueryOf(request.Query) is { } query ? path + query : null;
    }

    /// <summary>What of the query a page may read, as a query; null when it is too long to be a place in a list.</summary>
    public static string? QueryOf(IQueryCollection query)
    {
        var kept = QueryString.Empty;
        foreach (var name in QueryNames)
        {
            foreach (var value in query[name])
            {
                if (value?.Length > LongestValue) return null;
                kept = kept.Add(name, value ?? "");
            }
        }

        return kept.ToString();
    }

    private static bool IsElsewhere(string path)
    {
        var rest = path.AsSpan(1);
        var end = rest.IndexOf('/');
        return ElsewhereBySpan.Contains(end < 0 ? rest : rest[..end]) || path.StartsWith(SiteUrls.SearchFeeds, StringComparison.OrdinalIgnoreCase);
    }
}
