using NewsSite.Data.Search;

namespace NewsSite.Features.Search;

/// <summary>Finds the words of a search in a text again, by the rules of the index.</summary>
internal sealed class Highlighter(IReadOnlyList<SearchPhrase> phrases)
{
    private const int ExcerptWords = 34;
    private const int WordsBefore = 8;
    private const int MostHits = 200;

    private readonly string[][] wanted = [.. phrases.Select(phrase => phrase.Words.Select(SearchWords.Fold).ToArray())];

    /// <returns>The text in parts that make it whole.</returns>
    public IReadOnlyList<MarkedPart> Whole(string text)
    {
        var words = SearchWords.Spans(text).ToList();
        return Parts(text, HitsIn(text, words).Select(hit => words[hit.First].Start.Value..EndOf(words[hit.Last], text)), 0, text.Length);
    }

    /// <summary>Where most of the words stand close together.</summary>
    /// <returns>Null when the text holds none of them.</returns>
    public IReadOnlyList<MarkedPart>? Excerpt(string text)
    {
        var words = SearchWords.Spans(text).ToList();
        var hits = HitsIn(text, words).Take(MostHits).ToList();
        if (hits.Count == 0) return null;

        var best = hits.MaxBy(start => hits.Where(hit => hit.First >= start.First && hit.Last < start.First + ExcerptWords - WordsBefore).DistinctBy(hit => hit.Phrase).Count());
        var first = Math.Max(0, best.First - WordsBefore);
        var last = Math.Min(words.Count - 1, Math.Max(first + ExcerptWords, best.Last));
        var (from, to) = (first == 0 ? 0 : words[first].Start.Value, last == words.Count - 1 ? text.Length : EndOf(words[last], text));
        var shown = hits.Where(hit => hit.First >= first && hit.Last <= last).Select(hit => words[hit.First].Start.Value..EndOf(words[hit.Last], text));
        return [.. Ellipsis(from > 0, "… "), .. Parts(text.Replace('\n', ' '), shown, from, to), .. Ellipsis(to < text.Length, " …")];
    }

    private static IEnumerable<MarkedPart> Ellipsis(bool isCut, string dots) => isCut ? [new MarkedPart(dots, false)] : [];

    private static List<MarkedPart> Parts(string text, IEnumerable<Range> hits, int from, int to)
    {
        var (parts, at) = (new List<MarkedPart>(), from);
        foreach (var hit in hits)
        {
            var (start, end) = (Math.Max(at, hit.Start.Value), hit.End.Value);
            if (end <= at) continue;
            if (start > at) parts.Add(new MarkedPart(text[at..start], false));
            parts.Add(new MarkedPart(text[start..end], true));
            at = end;
        }

        if (at < to) parts.Add(new MarkedPart(text[at..to], false));
        return parts;
    }

    private IEnumerable<Hit> HitsIn(string text, List<Range> words)
    {
        var folded = words.ConvertAll(word => SearchWords.Fold(text[word]));
        for (var i = 0; i < folded.Count; i++)
        {
            for (var phrase = 0; phrase < wanted.Length; phrase++)
            {
                if (StandsAt(folded, i, phrase)) yield return new Hit(phrase, i, i + wanted[phrase].Length - 1);
            }
        }
    }

    private bool StandsAt(List<string> folded, int at, int phrase)
    {
        var words = wanted[phrase];
        if (at + words.Length > folded.Count) return false;
        for (var i = 0; i < words.Length; i++)
        {
            var isBeginning = phrases[phrase].IsBeginning && i == words.Length - 1;
            if (isBeginning ? !folded[at + i].StartsWith(words[i], StringComparison.Ordinal) : folded[at + i] != words[i]) return false;
        }

        return true;
    }

    private static int EndOf(Range word, string text) => word.End.GetOffset(text.Length);

    private readonly record struct Hit(int Phrase, int First, int Last);
}
