using System.Text.RegularExpressions;

namespace NewsSite.Tests.Delivery;

/// <summary>Finds the addresses of stored pages in whatever names them: HTML, XML or JSON.</summary>
internal static partial class Links
{
    private static readonly string[] Elsewhere = ["/search", "/admin", "/account", "/media/", "/card/", "/css/", "/js/", "/img/", "/fonts/", "/feeds/search", "/count/"];

    public static IEnumerable<string> In(string text) => Address().Matches(text)
        .Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0])
        .Where(url => url.Length > 0 && !Elsewhere.Any(other => url.StartsWith(other, StringComparison.Ordinal)))
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("""(?:href="|<loc>https://courier\.example|"url":"https://courier\.example)(/(?!/)[^"<\s]*)""")]
    private static partial Regex Address();
}
