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

    /// <summary>Words of <c>StartWords/</c> for a language; none for a language without a list.</summary>
    public static OpeningPhrases StartWords(string? language) =>
        Cache.GetOrAdd(("StartWords", WordList.PrimaryTag(language) ?? ""), static key =>
            new OpeningPhrases(WordList.Words(key.Item1, key.Item2).Select(w => w.Replace('_', ' '))));

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

    private static bool EndsWord(ReadOnlySpan<char> text, int at) =>
        at >= text.Length
        || !char.IsLetterOrDigit(text[at])
        || !char.IsLetterOrDigit(text[at - 1])
        || Marks.IsIdeographOrKana(text[at - 1]);
}
