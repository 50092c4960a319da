using NewsSite.Summaries.Features;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Selection;

/// <summary>The stems of a headline or standfirst that the body repeats; rare ones count more.</summary>
internal sealed class HintTerms
{
    private readonly Document _document;
    private readonly bool[] _hinted;
    private readonly double _total;

    /// <param name="document">The body.</param>
    /// <param name="hint">Headline or standfirst; <see langword="null"/> is a hint without terms.</param>
    public HintTerms(Document document, string? hint)
    {
        _document = document;
        _hinted = new bool[document.Words.Count];
        var tokens = Tokenizer.Read(hint ?? "");
        for (var t = 0; t < tokens.Count; t++)
        {
            var stem = document.Find(Tokenizer.Stem(tokens[t]));
            if (stem < 0 || _hinted[stem]) continue;
            _hinted[stem] = true;
            _total += document.Words.Rarity[stem];
        }
    }

    /// <summary>Share of the hint that these sentences say, by rarity; 0 without a hint.</summary>
    public double Share(ReadOnlySpan<int> sentences)
    {
        if (_total <= 0) return 0;
        var said = 0.0;
        for (var k = 0; k < sentences.Length; k++)
        {
            foreach (var word in _document.Distinct[sentences[k]])
            {
                if (_hinted[word] && !SaidBefore(word, sentences[..k])) said += _document.Words.Rarity[word];
            }
        }

        return said / _total;
    }

    private bool SaidBefore(int word, ReadOnlySpan<int> sentences)
    {
        foreach (var i in sentences)
        {
            if (Array.BinarySearch(_document.Distinct[i], word) >= 0) return true;
        }

        return false;
    }
}
