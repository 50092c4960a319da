using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Summaries.Text;

/// <summary>Place, date and agency before the first sentence: "KYIV (AP) —", "МОСКВА, 12 мая —", "（东京＝共同）".</summary>
internal static partial class Dateline
{
    private const string Dash = "(?:--|—|–|-)";
    private const int ShortestRest = 20;

    /// <summary>Length of the dateline in code units; 0 when the sentence has none.</summary>
    public static int Length(string sentence)
    {
        var match = AgencyOnly().Match(sentence);
        if (!match.Success) match = PlaceAndAgency().Match(sentence);
        if (!match.Success) match = PlaceInCapitals().Match(sentence) is { Success: true } place && IsMostlyUpper(place.Groups[1].ValueSpan)
            ? place
            : Match.Empty;
        if (!match.Success) match = EastAsian().Match(sentence);
        return match.Success && sentence.Length - match.Length >= ShortestRest ? match.Length : 0;
    }

    private static bool IsMostlyUpper(ReadOnlySpan<char> text)
    {
        int upper = 0, letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter) upper++;
        }

        return upper * 2 > letters;
    }

    [GeneratedRegex($@"^\([^()]{{2,20}}\)\s*(?:{Dash}\s*)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex AgencyOnly();

    [GeneratedRegex($@"^[^()]{{1,40}}\([^()]{{2,20}}\)\s*{Dash}\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex PlaceAndAgency();

    [GeneratedRegex($@"^([^()]{{2,40}}?)\s{Dash}\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex PlaceInCapitals();

    [GeneratedRegex(@"^(?:【[^【】]{2,20}】|（[^（）]{2,20}(?:＝|=|电|電|日)[^（）]{0,10}）|[^。，]{2,16}\d{1,2}日[电電](?:（[^（）]{2,30}）)?)\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex EastAsian();
}
