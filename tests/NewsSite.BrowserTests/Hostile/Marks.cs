using System.Text;
using System.Text.RegularExpressions;
using NewsSite.Domain;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Harmless words that stand in a field of the twin, and what stands there instead for a hostile row.</summary>
public static partial class Marks
{
    public static string Of(string field) => $"zq{Letters().Replace(field.ToLowerInvariant(), "")}qz";

    public static IEnumerable<string> In(string text) => Mark().Matches(text).Select(match => match.Value).Distinct();

    /// <summary>The site's rule for texts, written a second time: tabs and line ends become spaces, other control characters go.</summary>
    public static string OneLine(string text) => Lines(text).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>As <see cref="OneLine"/>, but tabs and line ends stay, these as U+000A.</summary>
    public static string Lines(string text)
    {
        var kept = new StringBuilder();
        foreach (var letter in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (letter is '\r' or '\f' or '\u0085' or '\u2028' or '\u2029') kept.Append('\n');
            else if (letter is '\n' or '\t' || !char.IsControl(letter)) kept.Append(letter);
        }

        return kept.ToString();
    }

    /// <summary>Names as they are typed with commas between them; null where one of them can have no address.</summary>
    public static IReadOnlyList<string>? Names(string text, int maxLength)
    {
        var names = OneLine(text).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length is > 0 and <= 30 && names.All(name => name.Length <= maxLength && Slug.From(name) is not null)
            ? [.. names.DistinctBy(name => Slug.From(name))]
            : null;
    }

    [GeneratedRegex("zq[a-zA-Z]+qz")]
    private static partial Regex Mark();

    [GeneratedRegex("[^a-z]")]
    private static partial Regex Letters();
}
