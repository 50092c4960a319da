namespace NewsSite.Summaries.Features;

/// <summary>Stable descending ranks, so that equal values always keep their order.</summary>
internal static class Ranking
{
    /// <summary>Positions of the values, largest first, ties by position.</summary>
    public static int[] Descending(ReadOnlySpan<double> values)
    {
        var keys = new (double Value, int Index)[values.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = (-values[i], i);
        Array.Sort(keys);
        var order = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++) order[i] = keys[i].Index;
        return order;
    }

    /// <summary>For each value how many come before it, largest first, ties by position.</summary>
    public static int[] Ranks(ReadOnlySpan<double> values)
    {
        var order = Descending(values);
        var ranks = new int[order.Length];
        for (var r = 0; r < order.Length; r++) ranks[order[r]] = r;
        return ranks;
    }
}
