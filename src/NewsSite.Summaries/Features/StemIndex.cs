using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Features;

/// <summary>Gives each stem of a document a number, in the order of first occurrence.</summary>
internal sealed class StemIndex
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private StemIndex(int sentences)
    {
        Tokens = new SentenceTokens[sentences];
        Stems = new int[sentences][];
        Distinct = new int[sentences][];
        Junk = new bool[sentences];
    }

    public SentenceTokens[] Tokens { get; }
    public int[][] Stems { get; }
    public int[][] Distinct { get; }
    public bool[] Junk { get; }
    public List<int> FirstLengths { get; } = [];
    public List<bool> FirstHasDigit { get; } = [];

    /// <summary>Characters of all tokens together.</summary>
    public long Characters { get; private set; }

    public static StemIndex Of(IReadOnlyList<string> sentences)
    {
        var index = new StemIndex(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            var tokens = index.Tokens[i] = Tokenizer.Read(sentences[i]);
            index.Junk[i] = JunkRules.IsJunk(sentences[i], tokens) | !index._seen.Add(tokens.Joined);
            index.Stems[i] = index.Number(tokens);
            index.Distinct[i] = DistinctOf(index.Stems[i]);
        }

        return index;
    }

    public static bool HasDigit(ReadOnlySpan<char> token)
    {
        foreach (var c in token)
        {
            if (char.IsDigit(c)) return true;
        }

        return false;
    }

    /// <summary>Number of a stem; -1 when it was not met.</summary>
    public int Find(ReadOnlySpan<char> stem) =>
        _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out var number) ? number : -1;

    private int[] Number(SentenceTokens tokens)
    {
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var stems = new int[tokens.Count];
        for (var t = 0; t < stems.Length; t++)
        {
            var length = Tokenizer.CharacterCount(tokens[t]);
            Characters += length;
            var stem = Tokenizer.Stem(tokens[t]);
            if (!lookup.TryGetValue(stem, out stems[t]))
            {
                lookup[stem] = stems[t] = FirstLengths.Count;
                FirstLengths.Add(length);
                FirstHasDigit.Add(HasDigit(tokens[t]));
            }
        }

        return stems;
    }

    private static int[] DistinctOf(int[] stems)
    {
        var sorted = (int[])stems.Clone();
        Array.Sort(sorted);
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        }

        return kept == sorted.Length ? sorted : sorted[..kept];
    }
}
