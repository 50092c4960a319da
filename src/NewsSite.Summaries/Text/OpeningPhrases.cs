using System.Collections.Concurrent;

namespace NewsSite.Summaries.Text;

/// <summary>Phrases that a sentence may open with, from the embedded lists of one folder.</summary>
internal sealed class OpeningPhrases
{
    private const int LongestPhrase = 40;
    private static readonly ConcurrentDictionary<(string, string), OpeningPhrases> Cache = new();
    private readonly ILookup<char, string> _byFirst;

    private OpeningPhrases(IEnumerable<string> phrases)
    {
        _byFirst = phrases.Distinct(StringComparer.Ordinal).ToLookup(p => p[0]);
    }

    /// <summary>Pronouns of <c>StartWords/</c>; none for a language without a list.</summary>
    public static OpeningPhrases Pronouns(string? language) => StartWords("pronouns", language);

    /// <summary>Connectives of <c>StartWords/</c>; none for a language without a list.</summary>
    public static OpeningPhrases Connectives(string? language) => StartWords("connectives", language);

    /// <summary>All of <c>Boilerplate/</c>: foreign boilerplate is boilerplate too.</summary>
    public static OpeningPhrases Boilerplate { get; } =
        new(WordList.Names("Boilerplate").SelectMany(n => WordList.Lines("Boilerplate", n)));

    /// <summary>Whether the sentence, behind any opening quotes, begins with one of the phrases as whole words.</summary>
    public bool Open(ReadOnlySpan<char> sentence)
    {
        var text = sentence.TrimStart("\"“„«‹'‘「『([ \u00A0—–-");
        if (text.IsEmpty) return false;
        Span<char> lower = stackalloc char[LongestPhrase + 1];
        var length = text[..Math.Min(text.Length, LongestPhrase + 1)].ToLowerInvariant(lower);
        foreach (var phrase in _byFirst[lower[0]])
        {
            if (lower[..length].StartsWith(phrase, StringComparison.Ordinal) && EndsWord(lower[..length], phrase.Length)) return true;
        }

        return false;
    }

    private static OpeningPhrases StartWords(string kind, string? language) =>
        Cache.GetOrAdd((kind, WordList.PrimaryTag(language) ?? ""), static key => new OpeningPhrases(
            WordList.Kinds("StartWords", key.Item2)[key.Item1].SelectMany(w => w).Select(w => w.Replace('_', ' '))));

    private static bool EndsWord(ReadOnlySpan<char> text, int at) =>
        at >= text.Length
        || !char.IsLetterOrDigit(text[at])
        || !char.IsLetterOrDigit(text[at - 1])
        || Marks.IsIdeographOrKana(text[at - 1]);
}
