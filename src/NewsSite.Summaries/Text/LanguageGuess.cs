using System.Collections.Frozen;

namespace NewsSite.Summaries.Text;

/// <summary>
/// Tells the language of an article by its function words and its script, when nobody said it. Knows the languages
/// that have a list in <c>StartWords/</c>.
/// </summary>
internal static class LanguageGuess
{
    private const int ReadCharacters = 4_000;
    private const int FewestTokens = 20;

    // Function words make up a quarter of most texts; by chance, in another language, two or three per cent.
    private const double LeastShare = .06;

    private static readonly FrozenDictionary<string, string[]> LanguagesByWord = ReadLists();

    /// <returns>A language tag, or <see langword="null"/> when no language is likely.</returns>
    public static string? Of(IReadOnlyList<string> paragraphs)
    {
        var hits = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int tokens = 0, kana = 0, ideographs = 0, left = ReadCharacters;
        foreach (var paragraph in paragraphs)
        {
            if (left <= 0) break;
            var read = Tokenizer.Read(paragraph.Length > left ? paragraph[..left] : paragraph);
            left -= paragraph.Length;
            for (var t = 0; t < read.Count; t++)
            {
                tokens++;
                if (read[t][0] is >= '\u3041' and <= '\u30FF') kana++;
                else if (Marks.IsIdeographOrKana(read[t][0])) ideographs++;
                else Count(read[t], hits);
            }
        }

        if (tokens < FewestTokens) return null;
        if (2 * (kana + ideographs) > tokens) return 20 * kana > tokens ? "ja" : "zh";
        if (hits.Count == 0) return null;
        var best = hits.MaxBy(h => h.Value);
        return best.Value >= LeastShare * tokens ? best.Key : null;
    }

    private static void Count(ReadOnlySpan<char> token, SortedDictionary<string, int> hits)
    {
        if (!LanguagesByWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var languages)) return;
        foreach (var language in languages) hits[language] = hits.GetValueOrDefault(language) + 1;
    }

    private static FrozenDictionary<string, string[]> ReadLists()
    {
        var pairs =
            from language in WordList.Names("StartWords")
            from list in new[] { WordList.Kinds("StartWords", language), WordList.Kinds("Splitting", language) }
            from kind in list
            where kind.Key is "pronouns" or "connectives" or "starters"
            from words in kind
            from word in words
            select (word, language);
        return pairs.Distinct()
            .GroupBy(p => p.word, p => p.language, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }
}
