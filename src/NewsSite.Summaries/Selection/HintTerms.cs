using System.Numerics;
using NewsSite.Summaries.Features;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Selection;

/// <summary>The stems of a headline or standfirst that the body repeats; rare ones count more.</summary>
internal sealed class HintTerms
{
    // One bit for each term: what a set of sentences says is then a single "or".
    private const int MostTerms = 64;

    private readonly ulong[] _said;
    private readonly double[] _weights = new double[MostTerms];
    private readonly double _total;

    /// <param name="document">The body.</param>
    /// <param name="hint">Headline or standfirst; <see langword="null"/> is a hint without terms.</param>
    public HintTerms(Document document, string? hint)
    {
        _said = new ulong[document.Count];
        var tokens = Tokenizer.Read(hint ?? "");
        var known = new List<int>();
        for (var t = 0; t < tokens.Count && known.Count < MostTerms; t++)
        {
            var stem = document.Find(Tokenizer.Stem(tokens[t]));
            if (stem < 0 || known.Contains(stem)) continue;
            _weights[known.Count] = document.Words.Rarity[stem];
            _total += document.Words.Rarity[stem];
            Mark(document, stem, 1UL << known.Count);
            known.Add(stem);
        }
    }

    /// <summary>Share of the hint that these sentences say, by rarity; 0 without a hint.</summary>
    public double Share(ReadOnlySpan<int> sentences)
    {
        if (_total <= 0) return 0;
        var said = 0UL;
        foreach (var i in sentences) said |= _said[i];
        var sum = 0.0;
        for (; said != 0; said &= said - 1) sum += _weights[BitOperations.TrailingZeroCount(said)];
        return sum / _total;
    }

    private void Mark(Document document, int stem, ulong bit)
    {
        for (var i = 0; i < _said.Length; i++)
        {
            if (Array.BinarySearch(document.Distinct[i], stem) >= 0) _said[i] |= bit;
        }
    }
}
