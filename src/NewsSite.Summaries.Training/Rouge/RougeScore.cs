namespace NewsSite.Summaries.Training.Rouge;

/// <summary>F1 of one summary against one reference, 0 to 1: single words, pairs of words, and longest common subsequences of sentences.</summary>
internal readonly record struct RougeScore(double R1, double R2, double Lsum)
{
    /// <param name="reference">Sentences that a person wrote.</param>
    /// <param name="summary">Sentences to be judged.</param>
    public static RougeScore Of(IReadOnlyList<string> reference, IReadOnlyList<string> summary)
    {
        var wanted = Tokens(reference);
        var given = Tokens(summary);
        var (flatWanted, flatGiven) = (wanted.SelectMany(s => s).ToArray(), given.SelectMany(s => s).ToArray());
        return new RougeScore(
            Overlap(flatWanted, flatGiven),
            Overlap([.. Pairs(flatWanted)], [.. Pairs(flatGiven)]),
            CommonSubsequences(wanted, given));
    }

    public static double F1(double precision, double recall) =>
        precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

    public static IEnumerable<(string, string)> Pairs(string[] words) => words.Zip(words.Skip(1));

    private static string[][] Tokens(IReadOnlyList<string> sentences) =>
        [.. sentences.Where(s => !string.IsNullOrWhiteSpace(s)).Select(RougeTokens.Of)];

    private static double Overlap<T>(T[] wanted, T[] given)
        where T : notnull
    {
        var counts = Count(wanted);
        var hits = 0;
        foreach (var token in given)
        {
            if (!counts.TryGetValue(token, out var left) || left == 0) continue;
            counts[token] = left - 1;
            hits++;
        }

        return F1((double)hits / Math.Max(given.Length, 1), (double)hits / Math.Max(wanted.Length, 1));
    }

    private static Dictionary<T, int> Count<T>(IEnumerable<T> items)
        where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (var item in items) counts[item] = counts.GetValueOrDefault(item) + 1;
        return counts;
    }

    private static double CommonSubsequences(string[][] wanted, string[][] given)
    {
        int m = wanted.Sum(s => s.Length), n = given.Sum(s => s.Length);
        if (m == 0 || n == 0) return 0;
        var wantedLeft = Count(wanted.SelectMany(s => s));
        var givenLeft = Count(given.SelectMany(s => s));
        var hits = 0;
        foreach (var sentence in wanted)
        {
            var common = new SortedSet<int>();
            foreach (var other in given) common.UnionWith(CommonSubsequence(sentence, other));
            foreach (var i in common)
            {
                var word = sentence[i];
                if (givenLeft.GetValueOrDefault(word) == 0 || wantedLeft[word] == 0) continue;
                hits++;
                givenLeft[word]--;
                wantedLeft[word]--;
            }
        }

        return F1((double)hits / n, (double)hits / m);
    }

    // Which of several longest subsequences is found matters: the order of the questions is that of the standard.
    private static IEnumerable<int> CommonSubsequence(string[] a, string[] b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                lengths[i + 1, j + 1] = a[i] == b[j] ? lengths[i, j] + 1 : Math.Max(lengths[i, j + 1], lengths[i + 1, j]);
            }
        }

        for (int i = a.Length, j = b.Length; i > 0 && j > 0;)
        {
            if (a[i - 1] == b[j - 1])
            {
                yield return i - 1;
                (i, j) = (i - 1, j - 1);
            }
            else if (lengths[i, j - 1] > lengths[i - 1, j]) j--;
            else i--;
        }
    }
}
