using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ganss.Xss;

namespace NewsSite.Markup;

/// <summary>
/// What may reach a reader: our own allow-list for HtmlSanitizer (its defaults keep forms and styles), then a second look,
/// written without it, at the document as a browser would build it.
/// </summary>
internal static partial class SafeMarkup
{
    private static readonly Dictionary<string, string[]> AttributesOf = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "rel", "id", "class", "role", "aria-label"],
        ["img"] = ["src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding", "class", "data-tone"],
        ["picture"] = [],
        ["source"] = ["type", "srcset", "sizes"],
        ["ol"] = ["start"],
        ["li"] = ["id"],
        ["th"] = ["scope", "class"],
        ["td"] = ["class"],
        ["table"] = ["class"],
        ["div"] = ["class", "tabindex", "role", "aria-label"],
        ["section"] = ["class", "role", "aria-label"],
        ["pre"] = ["tabindex"],
        ["h2"] = ["id"],
        ["h3"] = ["id"],
        ["h4"] = ["id"],
        ["h5"] = ["id"],
        ["h6"] = ["id"],
        ["p"] = ["class"],
        ["figure"] = ["class"],
        ["span"] = ["class"],
        ["sup"] = ["class"],
        ["blockquote"] = [],
        ["ul"] = [],
        ["em"] = [],
        ["strong"] = [],
        ["del"] = [],
        ["code"] = [],
        ["br"] = [],
        ["hr"] = [],
        ["figcaption"] = [],
        ["thead"] = [],
        ["tbody"] = [],
        ["tr"] = [],
    };

    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal)
    {
        "figures", "num", "start", "center", "table-scroll", "picture", "credit", "card", "card-host", "footnotes", Pictures.DecorativeClass, Pictures.GalleryClass, Footnotes.MarkClass, "fn-back",
    };

    private const string OwnSource = SiteUrls.MediaPrefix + "/[0-9a-z./-]+ [0-9]+w";

    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" };

    private static readonly HtmlSanitizer Sanitizer = Build();

    public static string Sanitize(IElement body) => Sanitizer.Sanitize(body.InnerHtml);

    /// <returns>The first thing that is not allowed, in words; <see langword="null"/> when there is none.</returns>
    public static string? FirstFault(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("*"))
        {
            if (!AttributesOf.TryGetValue(element.LocalName, out var allowed)) return "the element " + element.LocalName;
            foreach (var attribute in element.Attributes)
            {
                if (!allowed.Contains(attribute.Name) || !IsAllowed(attribute)) return $"the attribute {attribute.Name} of {element.LocalName}";
            }
        }

        return null;
    }

    private static bool IsAllowed(IAttr attribute) => attribute.Name switch
    {
        "href" => LinkTarget.Of(attribute.Value) is not null,
        "src" => LinkTarget.Of(attribute.Value) is { IsExternal: false } and not { Href: ['m', 'a', 'i', 'l', 't', 'o', ':', ..] or ['t', 'e', 'l', ':', ..] },
        "id" => attribute.Value.StartsWith("h-", StringComparison.Ordinal) || attribute.Value.StartsWith("fn", StringComparison.Ordinal),
        "class" => attribute.Value.Split(' ').All(Classes.Contains),
        "srcset" => OwnSources().IsMatch(attribute.Value),
        "sizes" => attribute.Value == Pictures.Sizes,
        "type" => attribute.Value == "image/webp",
        "data-tone" => Tone().IsMatch(attribute.Value),
        _ => true,
    };

    [GeneratedRegex("^" + OwnSource + "(, " + OwnSource + @")*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OwnSources();

    [GeneratedRegex(@"^[05af]{3}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tone();

    private static HtmlSanitizer Build() => new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(AttributesOf.Keys, StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(AttributesOf.Values.SelectMany(a => a), StringComparer.OrdinalIgnoreCase),
        AllowedClasses = Classes,
        AllowedSchemes = Schemes,
        AllowedCssProperties = new HashSet<string>(),
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
    });
}
