namespace NewsSite.Summaries.Features;

/// <summary>What the last forest knows of a set of sentences: size, overlap, scores, place, links and word coverage.</summary>
internal sealed class SetFeatures
{
    public const int Width = 29;

    private readonly Document _document;
    private readonly float[] _wordScores;
    private readonly float[] _sentenceScores;
    private readonly int[] _ranks;
    private readonly double _wordTotal;
    private readonly int[] _stamp;
    private int _now;

    /// <param name="document">The article.</param>
    /// <param name="wordScores">One for each stem.</param>
    /// <param name="sentenceScores">One for each sentence.</param>
    public SetFeatures(Document document, float[] wordScores, float[] sentenceScores)
    {
        _document = document;
        _wordScores = wordScores;
        _sentenceScores = sentenceScores;
        _ranks = Ranking.Ranks(Array.ConvertAll(sentenceScores, s => (double)s));
        _stamp = new int[wordScores.Length];
        foreach (var score in wordScores) _wordTotal += score;
    }

    /// <summary>One row of <see cref="Width"/> for each set; sets hold ascending sentence positions.</summary>
    public float[] Of(IReadOnlyList<int[]> sets)
    {
        var rows = new float[sets.Count * Width];
        for (var r = 0; r < sets.Count; r++)
        {
            var row = rows.AsSpan(r * Width, Width);
            var tokens = Tokens(sets[r]);
            Words(sets[r], tokens, row);
            Overlap(sets[r], row);
            Scores(sets[r], row);
            Place(sets[r], row);
            Links(sets[r], row);
        }

        return rows;
    }

    private double Tokens(int[] set)
    {
        var tokens = 0;
        foreach (var i in set) tokens += _document.Lengths[i];
        return tokens;
    }

    private void Words(int[] set, double tokens, Span<float> row)
    {
        _now++;
        var distinct = 0;
        var covered = 0.0;
        foreach (var i in set)
        {
            foreach (var word in _document.Distinct[i])
            {
                if (_stamp[word] == _now) continue;
                _stamp[word] = _now;
                distinct++;
                covered += _wordScores[word];
            }
        }

        var divisor = Math.Max(tokens, 1);
        row[0] = set.Length;
        row[1] = (float)tokens;
        row[2] = (float)(tokens / set.Length);
        row[3] = (float)(distinct / divisor);
        row[24] = (float)covered;
        row[25] = (float)(covered / divisor);
        row[26] = (float)(2 * covered / (tokens + WordScoreFeatures.ReferenceLength));
        row[27] = (float)_wordTotal;
        row[28] = (float)(tokens / Math.Max(_wordTotal, 1));
    }

    private void Overlap(int[] set, Span<float> row)
    {
        var most = 0f;
        var sum = 0.0;
        for (var a = 0; a < set.Length; a++)
        {
            for (var b = a + 1; b < set.Length; b++)
            {
                var cosine = _document.Similarity[set[a], set[b]];
                most = Math.Max(most, cosine);
                sum += 2 * cosine;
            }
        }

        row[4] = most;
        row[5] = (float)(sum / Math.Max(set.Length * (set.Length - 1), 1));
    }

    private void Scores(int[] set, Span<float> row)
    {
        double sum = 0, ranks = 0, centrality = 0;
        var (least, most, worst) = (float.MaxValue, float.MinValue, -1);
        foreach (var i in set)
        {
            var score = _sentenceScores[i];
            sum += score;
            ranks += _ranks[i];
            centrality += _document.Similarity.Centrality[i];
            (least, most, worst) = (Math.Min(least, score), Math.Max(most, score), Math.Max(worst, _ranks[i]));
        }

        row[6] = (float)sum;
        row[7] = (float)(sum / set.Length);
        row[8] = least;
        row[9] = most;
        row[10] = (float)(ranks / set.Length);
        row[11] = worst;
        row[23] = (float)(centrality / set.Length);
    }

    private void Place(int[] set, Span<float> row)
    {
        var sum = 0.0;
        foreach (var i in set)
        {
            sum += i;
            if (i < 3) row[15 + i] = 1;
        }

        row[12] = set[0];
        row[13] = set[^1];
        row[14] = (float)(sum / set.Length);
        row[21] = _document.Count;
        row[22] = _document.TotalTokens;
    }

    // A sentence that leans on its predecessor (like it, or opening with a common word) is dear when that one is missing.
    private void Links(int[] set, Span<float> row)
    {
        double leaning = 0, opening = 0;
        var adjacent = 0;
        for (var k = 0; k < set.Length; k++)
        {
            var i = set[k];
            if (k > 0 && set[k - 1] == i - 1) adjacent++;
            else if (i > 0)
            {
                leaning += _document.Similarity[i - 1, i];
                opening += _document.OpeningShare(i);
            }
        }

        row[18] = adjacent;
        row[19] = (float)leaning;
        row[20] = (float)opening;
    }
}
