namespace NewsSite.Summaries.Features;

/// <summary>Counts over the distinct stems of one document; stems are numbered by first occurrence.</summary>
internal sealed class WordTable
{
    private WordTable(int count)
    {
        Count = count;
        Occurrences = new int[count];
        Sentences = new int[count];
        FirstSentence = new int[count];
        LastSentence = new int[count];
        FirstOffset = new int[count];
        LeadOccurrences = new int[count];
        SentenceStarts = new int[count];
        LeftNeighbours = new int[count];
        RightNeighbours = new int[count];
        Rarity = new double[count];
        Weight = new double[count];
    }

    public int Count { get; }
    public int[] Occurrences { get; }
    public int[] Sentences { get; }
    public int[] FirstSentence { get; }
    public int[] LastSentence { get; }

    /// <summary>Tokens of the document before the first occurrence.</summary>
    public int[] FirstOffset { get; }

    /// <summary>Occurrences in the first three sentences.</summary>
    public int[] LeadOccurrences { get; }
    public int[] SentenceStarts { get; }

    /// <summary>Distinct stems just before; the start of a sentence counts as one.</summary>
    public int[] LeftNeighbours { get; }
    public int[] RightNeighbours { get; }

    /// <summary>Logarithm of (sentences + 1) over sentences that have the stem.</summary>
    public double[] Rarity { get; }

    /// <summary>Occurrences times rarity.</summary>
    public double[] Weight { get; }

    public static WordTable Of(int words, int[][] stems, int[][] distinct)
    {
        var table = new WordTable(words);
        Array.Fill(table.FirstSentence, -1);
        table.CountOccurrences(stems);
        table.CountNeighbours(stems);
        foreach (var sentence in distinct)
        {
            foreach (var word in sentence) table.Sentences[word]++;
        }

        for (var w = 0; w < words; w++)
        {
            table.Rarity[w] = PortableMath.Log((stems.Length + 1.0) / table.Sentences[w]);
            table.Weight[w] = table.Occurrences[w] * table.Rarity[w];
        }

        return table;
    }

    private void CountOccurrences(int[][] stems)
    {
        var offset = 0;
        for (var i = 0; i < stems.Length; i++)
        {
            var sentence = stems[i];
            if (sentence.Length > 0) SentenceStarts[sentence[0]]++;
            foreach (var word in sentence)
            {
                if (FirstSentence[word] < 0) (FirstSentence[word], FirstOffset[word]) = (i, offset);
                LastSentence[word] = i;
                Occurrences[word]++;
                if (i < 3) LeadOccurrences[word]++;
                offset++;
            }
        }
    }

    private void CountNeighbours(int[][] stems)
    {
        const int boundary = -1;
        var pairs = new HashSet<long>();
        foreach (var sentence in stems)
        {
            for (var j = 0; j <= sentence.Length; j++)
            {
                var left = j > 0 ? sentence[j - 1] : boundary;
                var right = j < sentence.Length ? sentence[j] : boundary;
                if (!pairs.Add(((long)left << 32) | (uint)right)) continue;
                if (right >= 0) LeftNeighbours[right]++;
                if (left >= 0) RightNeighbours[left]++;
            }
        }
    }
}
