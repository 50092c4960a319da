namespace NewsSite.Summaries.Features;

/// <summary>The last twelve sentence features, from the word forest's scores.</summary>
internal static class WordScoreFeatures
{
    /// <summary>Typical length of a reference summary in tokens; balances precision against recall.</summary>
    public const double ReferenceLength = 52;
    private const int First = 45;

    /// <summary>Fills columns 45 to 56 of the rows; the scores are the probability of each stem to be in a summary.</summary>
    public static void AddTo(float[] rows, Document document, ReadOnlySpan<float> wordScores)
    {
        var total = 0.0;
        foreach (var score in wordScores) total += score;
        var scratch = new float[document.Words.Count];
        for (var i = 0; i < document.Count; i++)
        {
            var row = rows.AsSpan(i * SentenceFeatures.Width, SentenceFeatures.Width);
            AddScores(document.Distinct[i], document.Lengths[i], wordScores, scratch, row);
            row[First + 11] = (float)total;
        }

        AddNeighbours(rows, document.Count);
    }

    private static void AddScores(
        int[] distinct, int length, ReadOnlySpan<float> wordScores, float[] scratch, Span<float> row)
    {
        if (distinct.Length == 0) return;
        var scores = scratch.AsSpan(0, distinct.Length);
        double sum = 0;
        int likely = 0, possible = 0;
        for (var k = 0; k < distinct.Length; k++)
        {
            var score = scores[k] = wordScores[distinct[k]];
            sum += score;
            if (score > .5f) likely++;
            if (score > .3f) possible++;
        }

        scores.Sort();
        var best = 0.0;
        for (var k = 1; k <= Math.Min(5, scores.Length); k++) best += scores[^k];
        row[First] = (float)sum;
        row[First + 1] = (float)(sum / Math.Max(length, 1));
        row[First + 2] = (float)(2 * sum / (length + ReferenceLength));
        row[First + 3] = scores[^1];
        row[First + 4] = (float)best;
        row[First + 5] = likely;
        row[First + 6] = (float)((double)possible / distinct.Length);
    }

    private static void AddNeighbours(float[] rows, int count)
    {
        const int width = SentenceFeatures.Width;
        var balanced = new double[count];
        for (var i = 0; i < count; i++) balanced[i] = rows[(i * width) + First + 2];
        var ranks = Ranking.Ranks(balanced);
        var largest = (float)balanced.Max() + 1e-9f;
        for (var i = 0; i < count; i++)
        {
            var row = rows.AsSpan(i * width, width);
            row[First + 7] = ranks[i];
            row[First + 8] = (float)balanced[i] / largest;
            row[First + 9] = i > 0 ? (float)balanced[i - 1] : 0;
            row[First + 10] = i + 1 < count ? (float)balanced[i + 1] : 0;
        }
    }
}
