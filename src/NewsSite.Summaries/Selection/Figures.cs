using System.Buffers;
using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Selection;

/// <summary>Whether sentences tell figures: digits of any script, or East Asian numerals of two characters or more.</summary>
internal static class Figures
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("一二三四五六七八九十百千万萬亿億两兩〇零");

    public static bool[] Of(Document document)
    {
        var figures = new bool[document.Count];
        for (var i = 0; i < figures.Length; i++) figures[i] = HasDigit(document, i) || HasNumeral(document.Sentences[i]);
        return figures;
    }

    private static bool HasDigit(Document document, int sentence)
    {
        var tokens = document.Tokens[sentence];
        for (var t = 0; t < tokens.Count; t++)
        {
            if (StemIndex.HasDigit(tokens[t])) return true;
        }

        return false;
    }

    private static bool HasNumeral(ReadOnlySpan<char> sentence)
    {
        while (sentence.IndexOfAny(Numerals) is var at and >= 0)
        {
            if (at + 1 < sentence.Length && Numerals.Contains(sentence[at + 1])) return true;
            sentence = sentence[(at + 1)..];
        }

        return false;
    }
}
