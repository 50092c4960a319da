using System.Text.RegularExpressions;
using NewsSite.Summaries.Guard;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries;

/// <summary>What a rewritten sentence may say that the body does not.</summary>
public enum ClaimKind
{
    /// <summary>A number, percentage or amount.</summary>
    Number,

    /// <summary>A capitalised name.</summary>
    Name,

    /// <summary>Words in quotation marks.</summary>
    Quotation,

    /// <summary>A "not" that the nearest sentences of the body do not have, or one of theirs that is missing.</summary>
    Negation,
}

/// <summary>Something that the body does not support.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written in the rewritten sentence; for a missing negation, as written in the body.</param>
public sealed record UnsupportedClaim(ClaimKind Kind, string Text);

/// <summary>
/// Compares a rewritten summary sentence with the body. A finding means "look again", not "wrong": rounding and
/// paraphrase are found too. Names are found where a language has capitals (in German only full names and acronyms);
/// number words are known from one to twelve.
/// </summary>
public static partial class SummaryGuard
{
    /// <param name="sentence">The rewritten text; one sentence or a few.</param>
    /// <param name="body">The paragraphs of the article.</param>
    /// <param name="language">BCP 47 tag; guessed from the body when unknown.</param>
    /// <returns>Numbers, names, quotations and negations without support, in this order; empty when all is supported.</returns>
    public static IReadOnlyList<UnsupportedClaim> Check(string sentence, IReadOnlyList<string> body, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(body);
        var words = GuardWords.For(language ?? LanguageGuess.Of(body));
        var source = string.Join('\n', body);
        return
        [
            .. Numbers(sentence, source, words),
            .. Names(sentence, source, words),
            .. Quotations(sentence, source),
            .. NegationCheck.Run(sentence, body, language, words),
        ];
    }

    private static IEnumerable<UnsupportedClaim> Numbers(string sentence, string source, GuardWords words)
    {
        var supported = NumberReader.Read(source, words);
        return NumberReader.Read(sentence, words)
            .Where(n => !supported.Any(n.IsSupportedBy))
            .Select(n => new UnsupportedClaim(ClaimKind.Number, n.Text));
    }

    private static IEnumerable<UnsupportedClaim> Names(string sentence, string source, GuardWords words)
    {
        var known = Stems(source);
        foreach (Match run in CapitalizedRun().Matches(sentence))
        {
            var parts = run.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var opens = sentence.AsSpan(0, run.Index).TrimEnd() is [] or [.., '.' or '!' or '?' or ':' or '"' or '“' or '„' or '«'];
            var acronym = parts[0].Length > 1 && parts[0].All(char.IsUpper);
            // A single capital at the start, or on a German noun, is grammar.
            if (parts.Length == 1 && !acronym && (opens || !words.CapitalsAreNames)) continue;
            var skip = opens && parts.Length > 1 && !known.Overlaps(Stems(parts[0])) && parts[0].Length <= 3 ? 1 : 0;
            foreach (var part in parts.Skip(skip).Where(p => !words.Magnitudes.ContainsKey(p.ToLowerInvariant())))
            {
                if (Stems(part) is { Count: > 0 } stems && !known.IsSupersetOf(stems)) yield return new UnsupportedClaim(ClaimKind.Name, part);
            }
        }
    }

    private static IEnumerable<UnsupportedClaim> Quotations(string sentence, string source)
    {
        var text = Plain(source);
        return Quoted().Matches(sentence)
            .Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value)
            .Where(q => Plain(q).Length > 0 && !text.Contains(Plain(q), StringComparison.Ordinal))
            .Select(q => new UnsupportedClaim(ClaimKind.Quotation, q));
    }

    // Same words in the same order, whatever the marks and spaces between them.
    private static string Plain(string text) => Tokenizer.Read(text).Joined;

    private static HashSet<string> Stems(string text)
    {
        var tokens = Tokenizer.Read(text);
        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < tokens.Count; t++)
        {
            // Five characters: the ending of a short name changes with its case in many languages.
            var stem = Tokenizer.Stem(tokens[t]);
            stems.Add(stem[..Math.Min(stem.Length, 5)].ToString());
        }

        return stems;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}'’-]*(?:[ \u00A0]\p{Lu}[\p{L}\p{M}'’-]*)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex CapitalizedRun();

    [GeneratedRegex("\"([^\"]+)\"|“([^”“]+)”|„([^“”„]+)[“”]|«([^«»]+)»|»([^«»]+)«|「([^「」]+)」|『([^『』]+)』", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex Quoted();
}
