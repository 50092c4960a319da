using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Selection;

/// <summary>The sets of sentences that are compared.</summary>
internal static class CandidateSets
{
    /// <summary>Sentences that the sets of the trained method are drawn from.</summary>
    public const int PoolSize = 7;

    /// <summary>The best-scored clean sentences, ascending; all sentences when fewer than two are clean.</summary>
    public static int[] Pool(float[] scores, bool[] junk, int size = PoolSize)
    {
        var pool = Clean(junk);
        var order = Ranking.Descending(Array.ConvertAll(pool, i => (double)scores[i]));
        var best = order.Take(size).Select(k => pool[k]).ToArray();
        Array.Sort(best);
        return best;
    }

    /// <summary>All subsets of two, three and four of the pool, smallest first, and the first three clean sentences.</summary>
    public static List<int[]> Plain(float[] scores, bool[] junk)
    {
        var pool = Pool(scores, junk);
        var sets = new List<int[]>();
        for (var size = 2; size <= 4; size++) AddSubsets(pool, size, sets);
        var lead = Clean(junk).Take(3).ToArray();
        if (!sets.Exists(s => s.AsSpan().SequenceEqual(lead))) sets.Add(lead);
        return sets;
    }

    /// <summary>Adds the subsets of one size in lexicographic order.</summary>
    public static void AddSubsets(int[] pool, int size, List<int[]> sets)
    {
        if (size > pool.Length) return;
        var at = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            sets.Add(Array.ConvertAll(at, k => pool[k]));
            var last = size - 1;
            while (last >= 0 && at[last] == pool.Length - size + last) last--;
            if (last < 0) return;
            at[last]++;
            for (var k = last + 1; k < size; k++) at[k] = at[k - 1] + 1;
        }
    }

    /// <summary>Positions that are not junk; all positions when fewer than two are not.</summary>
    public static int[] Clean(bool[] junk)
    {
        var clean = Enumerable.Range(0, junk.Length).Where(i => !junk[i]).ToArray();
        return clean.Length < 2 ? [.. Enumerable.Range(0, junk.Length)] : clean;
    }
}
