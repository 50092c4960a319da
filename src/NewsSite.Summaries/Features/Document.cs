using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Features;

/// <summary>One article as the features see it: sentences, stems, and counts over both.</summary>
internal sealed class Document
{
    private readonly StemIndex _index;

    private Document(IReadOnlyList<string> sentences, StemIndex index)
    {
        Sentences = sentences;
        _index = index;
        Tokens = index.Tokens;
        Stems = index.Stems;
        Distinct = index.Distinct;
        Junk = index.Junk;
        Lengths = Array.ConvertAll(Stems, s => s.Length);
        TotalTokens = Math.Max(Lengths.Sum(), 1);
        MeanTokenLength = (double)index.Characters / TotalTokens;
        FirstOccurrenceLength = [.. index.FirstLengths];
        FirstOccurrenceHasDigit = [.. index.FirstHasDigit];
        Words = WordTable.Of(FirstOccurrenceLength.Length, Stems, Distinct);
        Similarity = Similarity.Between(Stems, Distinct, Words);
    }

    public IReadOnlyList<string> Sentences { get; }
    public int Count => Sentences.Count;
    public SentenceTokens[] Tokens { get; }

    /// <summary>The stems of each sentence, in order.</summary>
    public int[][] Stems { get; }

    /// <summary>The different stems of each sentence, ascending.</summary>
    public int[][] Distinct { get; }

    /// <summary>Sentences that must not be picked: no prose, or said before.</summary>
    public bool[] Junk { get; }

    /// <summary>Tokens of each sentence.</summary>
    public int[] Lengths { get; }

    /// <summary>At least 1.</summary>
    public int TotalTokens { get; }

    /// <summary>Mean length of a token in characters: the yardstick that makes lengths comparable between languages.</summary>
    public double MeanTokenLength { get; }
    public int[] FirstOccurrenceLength { get; }
    public bool[] FirstOccurrenceHasDigit { get; }
    public WordTable Words { get; }
    public Similarity Similarity { get; }

    /// <param name="sentences">In order; the dateline of the first one already taken off.</param>
    public static Document Read(IReadOnlyList<string> sentences) => new(sentences, StemIndex.Of(sentences));

    /// <summary>Number of a stem; -1 when the document does not have it.</summary>
    public int Find(ReadOnlySpan<char> stem) => _index.Find(stem);

    /// <summary>How often the opening stem of a sentence occurs, as a share of sentences; 0 for an empty sentence.</summary>
    public double OpeningShare(int sentence) =>
        Stems[sentence] is [var first, ..] ? (double)Words.Sentences[first] / Count : 0;
}
