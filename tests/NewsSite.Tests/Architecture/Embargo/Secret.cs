using System.Text.RegularExpressions;

namespace NewsSite.Tests.Architecture.Embargo;

/// <summary>A word that stands in one field of one article and nowhere else in the world.</summary>
/// <param name="Kind">Which article: <c>draft</c>, <c>scheduled</c> …</param>
/// <param name="Field">Which field: <c>headline</c>, <c>alt</c> …</param>
public sealed partial record Secret(string Kind, string Field)
{
    public override string ToString() => $"zq{Kind}zz{Field}";

    /// <summary>Every such word in a text, however it is written.</summary>
    public static IEnumerable<Secret> In(string text) => Words().Matches(text.ToLowerInvariant()).Select(found => new Secret(found.Groups[1].Value, found.Groups[2].Value)).Distinct();

    /// <summary>The text without the words that the address holds itself: a search page gives back what was typed.</summary>
    public static string WithoutEchoes(string text, string url) =>
        In(Uri.UnescapeDataString(Uri.UnescapeDataString(url))).Aggregate(text, (left, echo) => left.Replace(echo.ToString(), "", StringComparison.OrdinalIgnoreCase));

    // Only the kinds that there are: a random token may hold any letters.
    [GeneratedRegex("zq(control|withdrawn|retracted|draft|review|approved|scheduled|pending)zz([a-y]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
