using System.Text;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>
/// The words that carry a text's meaning, cut so that most inflected forms meet: words of four letters or more, by their first six.
/// Where words are short or not set apart (Han, kana, Hangul, Thai, Lao, Burmese, Khmer), pairs of characters stand for them.
/// </summary>
internal static class ContentWords
{
    private const int ShortestWord = 4;
    private const int StemLength = 6;

    public static HashSet<string> Of(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var word = new List<Rune>();
        Rune? before = null;
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            var paired = IsPaired(rune.Value);
            if (paired && before is { } first) found.Add($"{first}{rune}");
            before = paired ? rune : null;
            if (!paired && IsWordPart(rune)) word.Add(Rune.ToLowerInvariant(rune));
            else Close(word, found);
        }

        Close(word, found);
        return found;
    }

    /// <summary>The letters and digits alone, in lower case: equal for texts that differ in marks and spaces only.</summary>
    public static string Bare(string text) =>
        string.Concat(Composed(text).EnumerateRunes().Where(IsWordPart).Select(rune => Rune.ToLowerInvariant(rune).ToString()));

    private static void Close(List<Rune> word, HashSet<string> found)
    {
        if (word.Count >= ShortestWord) found.Add(string.Concat(word.Take(StemLength)));
        word.Clear();
    }

    // A lone surrogate, which normalization refuses, is enumerated as U+FFFD.
    private static string Composed(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);

    private static bool IsWordPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsPaired(int c) =>
        c is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
            || WritingSystems.Of(c) is WritingSystems.Han or WritingSystems.Kana or WritingSystems.Hangul;
}
