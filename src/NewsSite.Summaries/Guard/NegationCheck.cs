using System.Text.RegularExpressions;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Guard;

/// <summary>Compares "not" and "never" of a sentence with the sentences of the body that it most resembles.</summary>
internal static partial class NegationCheck
{
    private const int Nearest = 2;

    // A sentence that shares less says something else, and its "not" tells nothing.
    private const double LeastShared = .5;

    public static IEnumerable<UnsupportedClaim> Run(
        string sentence, IReadOnlyList<string> body, string? language, GuardWords words)
    {
        var stems = Stems(sentence);
        var nearest = body
            .SelectMany(p => SentenceSplitter.Sentences(p, language).Select(r => p.Substring(r.Start, r.Length)))
            .Select(s => (Text: s, Shared: stems.Count == 0 ? 0 : (double)Stems(s).Intersect(stems).Count() / stems.Count))
            .OrderByDescending(s => s.Shared)
            .Take(Nearest)
            .ToList();
        var said = Find(sentence, words);
        var supported = nearest.Where(s => 2 * s.Shared >= nearest[0].Shared).Select(s => Find(s.Text, words)).ToList();
        if (said is not null && supported.TrueForAll(n => n is null)) yield return new UnsupportedClaim(ClaimKind.Negation, said);
        if (said is null && nearest is [{ Shared: >= LeastShared }, ..] && supported[0] is { } missing)
            yield return new UnsupportedClaim(ClaimKind.Negation, missing);
    }

    private static string? Find(string sentence, GuardWords words)
    {
        if (!words.HasSpaces) return words.Negations.Where(n => sentence.Contains(n, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (Contraction().Match(sentence) is { Success: true } contraction) return contraction.Value;
        return Word().Matches(sentence).Select(m => m.Value).FirstOrDefault(w => words.Negations.Contains(w.ToLowerInvariant()));
    }

    private static HashSet<string> Stems(string text)
    {
        var tokens = Tokenizer.Read(text);
        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < tokens.Count; t++)
        {
            if (tokens[t].Length > 3 || Marks.IsIdeographOrKana(tokens[t][0])) stems.Add(Tokenizer.Stem(tokens[t]).ToString());
        }

        return stems;
    }

    [GeneratedRegex(@"\b\p{L}+n['’]t\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex Word();
}
