using NewsSite.Summaries.Training.Rouge;

namespace NewsSite.Summaries.Training.Learning;

/// <summary>Scores sets of sentences against the human summary fast: what the forests learn to imitate.</summary>
internal sealed class RougeTargets
{
    private readonly int[] _wordLimits;
    private readonly int[] _pairLimits;
    private readonly (int Item, int Count)[][] _words;
    private readonly (int Item, int Count)[][] _pairs;
    private readonly int[] _lengths;
    private readonly int _referenceLength;

    public RougeTargets(IReadOnlyList<string> sentences, IReadOnlyList<string> reference)
    {
        var wanted = reference.SelectMany(RougeTokens.Of).ToArray();
        var given = sentences.Select(RougeTokens.Of).ToArray();
        var words = Index(wanted, out _wordLimits);
        var pairs = Index(RougeScore.Pairs(wanted), out _pairLimits);
        _words = [.. given.Select(s => Count(s, words))];
        _pairs = [.. given.Select(s => Count(RougeScore.Pairs(s), pairs))];
        _lengths = [.. given.Select(s => s.Length)];
        _referenceLength = wanted.Length;
    }

    /// <summary>Mean of ROUGE-1 and ROUGE-2, 0 to 1.</summary>
    public double Score(IReadOnlyList<int> set)
    {
        var length = set.Sum(i => _lengths[i]);
        var words = Hits(set, _words, _wordLimits) / (double)Math.Max(length + _referenceLength, 1);
        var pairs = Hits(set, _pairs, _pairLimits) / (double)(Math.Max(length - 1, 1) + Math.Max(_referenceLength - 1, 1));
        return words + pairs;
    }

    /// <summary>At most three sentences, each the one that adds most.</summary>
    public IReadOnlyList<int> GreedyBest()
    {
        var set = new List<int>();
        var best = 0.0;
        while (set.Count < 3)
        {
            var (next, most) = (-1, best);
            for (var i = 0; i < _lengths.Length; i++)
            {
                if (set.Contains(i)) continue;
                if (Score([.. set, i]) is var score && score > most) (next, most) = (i, score);
            }

            if (next < 0) break;
            set.Add(next);
            best = most;
        }

        return set;
    }

    private static int Hits(IReadOnlyList<int> set, (int Item, int Count)[][] counts, int[] limits)
    {
        var left = (int[])limits.Clone();
        var hits = 0;
        foreach (var i in set)
        {
            foreach (var (item, count) in counts[i])
            {
                var taken = Math.Min(left[item], count);
                hits += taken;
                left[item] -= taken;
            }
        }

        return hits;
    }

    private static Dictionary<T, int> Index<T>(IEnumerable<T> items, out int[] counts)
        where T : notnull
    {
        var groups = items.GroupBy(i => i).ToList();
        counts = [.. groups.Select(g => g.Count())];
        return groups.Select((g, k) => (g.Key, k)).ToDictionary(g => g.Key, g => g.k);
    }

    private static (int Item, int Count)[] Count<T>(IEnumerable<T> items, Dictionary<T, int> index)
        where T : notnull =>
        [.. items.Where(index.ContainsKey).GroupBy(i => index[i]).Select(g => (g.Key, g.Count()))];
}
