using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Tests.Markup;

/// <summary>
/// Looks for what must never reach a reader, in the document as a parser builds it. Shares nothing with the code under test:
/// a list of what is forbidden here, a list of what is allowed there.
/// </summary>
internal static class UnsafeMarkup
{
    private static readonly Url Page = new("https://site.example/world/article");

    private static readonly HashSet<string> Tags =
    [
        "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta", "link", "style", "form", "input", "button",
        "textarea", "select", "option", "svg", "math", "template", "noscript", "xmp", "plaintext", "portal", "fencedframe", "marquee", "animate",
        "set", "foreignobject", "dialog", "slot", "title", "noembed", "noframes", "keygen", "isindex", "bgsound", "layer", "body", "html", "head",
        "video", "audio", "source", "picture", "track", "canvas", "details", "summary", "area", "map", "b", "i",
    ];

    private static readonly HashSet<string> Addresses =
    [
        "href", "xlink:href", "src", "action", "formaction", "poster", "data", "background", "cite", "longdesc", "manifest", "srcset", "from", "to",
        "values", "by", "code", "codebase", "profile", "usemap", "lowsrc", "dynsrc",
    ];

    private static readonly HashSet<string> Schemes = ["http", "https", "mailto", "tel"];

    public static IReadOnlyList<string> FindingsIn(string html)
    {
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;
        var repeated = body.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => "repeated id " + g.Key);
        return [.. body.QuerySelectorAll("*").SelectMany(Findings), .. repeated];
    }

    private static IEnumerable<string> Findings(IElement element)
    {
        if (Tags.Contains(element.LocalName) || element.NamespaceUri is not "http://www.w3.org/1999/xhtml") yield return "element " + element.LocalName;
        foreach (var attribute in element.Attributes)
        {
            var name = attribute.Name.ToLowerInvariant();
            if (name.StartsWith("on", StringComparison.Ordinal)) yield return "handler " + name;
            if (name is "style" or "srcdoc" or "is" or "ping" or "name" or "target" or "autofocus" or "contenteditable") yield return "attribute " + name;
            if (name is "id" && !attribute.Value.StartsWith("h-", StringComparison.Ordinal) && !attribute.Value.StartsWith("fn", StringComparison.Ordinal))
                yield return "id " + attribute.Value;
            if (Addresses.Contains(name) && AddressFinding(element, attribute.Value) is { } finding) yield return finding;
        }
    }

    private static string? AddressFinding(IElement element, string value)
    {
        var address = new Url(Page, value);
        if (!Schemes.Contains(address.Scheme)) return $"address {address.Scheme}: in {element.LocalName}";
        if (element.LocalName is "img" && address.HostName != Page.HostName) return "remote picture " + address.Href;
        var leaves = address.Scheme is "http" or "https" && address.HostName != Page.HostName;
        return leaves && element.GetAttribute("rel")?.Contains("noopener", StringComparison.Ordinal) is not true ? "no rel on " + address.Href : null;
    }
}
