using AngleSharp.Dom;
using NewsSite.Markup;

namespace NewsSite.Features.Feeds;

/// <summary>Makes an article's stored text readable anywhere: without what only our own pages understand, and with no address that depends on where it is read.</summary>
internal static class FeedBody
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "href", "rel", "src", "srcset", "sizes", "type", "alt", "width", "height", "start", "scope",
    };

    /// <param name="html">Safe HTML as it is stored.</param>
    /// <param name="article">Absolute address of the article.</param>
    public static string Of(string html, Uri article)
    {
        var body = StoredBody.Unmarked(html);
        foreach (var frame in body.QuerySelectorAll("div.table-scroll")) frame.Replace([.. frame.ChildNodes]);
        foreach (var element in body.QuerySelectorAll("*")) Clean(element, article);
        return body.InnerHtml;
    }

    private static void Clean(IElement element, Uri article)
    {
        foreach (var attribute in element.Attributes.ToList())
        {
            var value = attribute.Name switch
            {
                "href" or "src" => Absolute(attribute.Value, article),
                "srcset" => Sources(attribute.Value, article),
                var name => Kept.Contains(name) ? attribute.Value : null,
            };
            if (value is null) element.RemoveAttribute(attribute.Name);
            else element.SetAttribute(attribute.Name, value);
        }
    }

    // A place in the text ("#h-tides") leads to it on the article's page: there, and only there, the id exists.
    private static string? Absolute(string address, Uri article) =>
        address.StartsWith('#') ? article.AbsoluteUri + address
        : !address.StartsWith('/') && Uri.TryCreate(address, UriKind.Absolute, out _) ? address
        : Uri.TryCreate(article, address, out var resolved) ? resolved.AbsoluteUri : null;

    // "address 480w, address 960w": our own addresses hold neither comma nor space.
    private static string Sources(string sources, Uri article) =>
        string.Join(", ", sources.Split(',', StringSplitOptions.TrimEntries).Select(source => string.Join(' ', source.Split(' ').Select((part, place) => place == 0 ? Absolute(part, article) : part))));
}
