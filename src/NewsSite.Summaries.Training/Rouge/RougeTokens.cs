using System.Collections.Concurrent;

namespace NewsSite.Summaries.Training.Rouge;

/// <summary>Lower case; runs of a–z and 0–9; longer than three letters stemmed.</summary>
internal static class RougeTokens
{
    private static readonly ConcurrentDictionary<string, string> Stems = new(StringComparer.Ordinal);

    public static string[] Of(string text)
    {
        var lower = text.ToLowerInvariant();
        var tokens = new List<string>();
        for (var at = 0; at < lower.Length;)
        {
            var start = at;
            while (at < lower.Length && char.IsAsciiLetterOrDigit(lower[at])) at++;
            if (at > start) tokens.Add(Stem(lower[start..at]));
            else at++;
        }

        return [.. tokens];
    }

    private static string Stem(string word) => word.Length > 3 ? Stems.GetOrAdd(word, PorterStemmer.Stem) : word;
}
