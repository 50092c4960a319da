using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Links keep their words; one that leads nowhere allowed loses its address, and one that leaves the site says so.</summary>
internal static class Links
{
    public const string ExternalRel = "noopener external";

    public static void Shape(IElement body)
    {
        foreach (var link in body.QuerySelectorAll("a"))
        {
            link.RemoveAttribute("title");
            var target = LinkTarget.Of(link.GetAttribute("href") ?? "");
            var isEmpty = string.IsNullOrWhiteSpace(link.TextContent) && link.QuerySelector("img") is null;
            if (target is null || isEmpty) link.Replace([.. link.ChildNodes]);
            else Point(link, target);
        }
    }

    private static void Point(IElement link, LinkTarget target)
    {
        link.SetAttribute("href", target.Href);
        if (target.IsExternal) link.SetAttribute("rel", ExternalRel);
    }
}
