using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsSite.Summaries.Text;

/// <summary>What is no sentence of prose in any language: labels, stamps, links, shouting. Part of the trained method.</summary>
internal static partial class JunkRules
{
    private static readonly SearchValues<char> MenuMarks = SearchValues.Create("|©►▶•→");

    public static bool IsJunk(string sentence, SentenceTokens tokens)
    {
        if (tokens.Count < 5 || IsMostlySymbols(sentence, tokens.Count < 15)) return true;
        if (sentence.AsSpan().ContainsAny(MenuMarks) || HasAddress(sentence)) return true;
        if (tokens.Count < 12 && (ClockTime().IsMatch(sentence) || !Marks.EndsLikeASentence(sentence))) return true;
        return sentence.AsSpan().TrimEnd() is [.., ':' or ',' or ';'];
    }

    private static bool IsMostlySymbols(string sentence, bool orShouting)
    {
        int visible = 0, letters = 0, upper = 0;
        foreach (var rune in sentence.EnumerateRunes())
        {
            if (System.Text.Rune.IsWhiteSpace(rune)) continue;
            visible++;
            // Vowel signs count as letters: without them Hindi would look like a row of symbols.
            if (System.Text.Rune.IsLetter(rune) || IsVowelSign(rune)) letters++;
            if (System.Text.Rune.IsUpper(rune)) upper++;
        }

        return letters < .6 * visible || (orShouting && upper > .6 * letters);
    }

    private static bool IsVowelSign(System.Text.Rune rune) => rune.Value >= 0x300 && System.Text.Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool HasAddress(string sentence) =>
        sentence.Contains("http:", StringComparison.Ordinal)
        || sentence.Contains("https:", StringComparison.Ordinal)
        || sentence.Contains("www.", StringComparison.Ordinal)
        || HasMailAddress(sentence);

    // By hand: the obvious pattern goes back and forth in text without spaces.
    private static bool HasMailAddress(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('@') is var at and >= 0)
        {
            var end = at + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            var named = at > 0 && !char.IsWhiteSpace(text[at - 1]);
            var host = text[(at + 1)..end];
            if (named && host.Length > 2 && host[1..^1].Contains('.')) return true;
            text = text[end..];
        }

        return false;
    }

    [GeneratedRegex(@"\b\d{1,2}:\d{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex ClockTime();
}
