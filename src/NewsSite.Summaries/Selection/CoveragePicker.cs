using NewsSite.Summaries.Features;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Selection;

/// <summary>
/// The default: the trained method within the limits of <see cref="PickRules"/>, with headline and standfirst as a
/// hint, and with figures, fullness and a later place where the opening is in doubt.
/// </summary>
internal sealed class CoveragePicker(Reading reading, ArticleText article, SummaryWeights weights)
{
    // In units of the set forest's score, like the weights of NewsValue.
    private const double HeadlineWeight = .05;
    private const double StandfirstWeight = .05;
    private const double ConnectivePenalty = .03;

    private const int LatePool = 9;
    private const double NoDoubt = .02;
    private const int ShortProse = 8;
    private const int LongProse = 60;

    private readonly Document _document = reading.Document;
    private readonly bool[] _figures = Figures.Of(reading.Document);

    /// <summary>Positions of the sentences to show, ascending; none when nothing is fit.</summary>
    public int[] Pick()
    {
        var fitness = PickRules.Judge(_document, article);
        var size = SizeFor(_document.Junk.Count(junk => !junk));
        var candidates = Candidates(fitness, size);
        if (candidates.Length <= 1) return candidates;

        var headline = string.IsNullOrWhiteSpace(article.Headline) ? null : new HintTerms(_document, article.Headline);
        var showable = Where(fitness, f => f != Fitness.Never);
        var doubt = LeadEvidence.Doubt(reading, showable, _figures, headline);
        var values = NewsValue.Of(_document, candidates, _figures);
        var sets = Sets(candidates, size, doubt, values);
        return Best(sets, doubt, values, headline);
    }

    /// <summary>Two sentences for a short piece, four for a long read, else three.</summary>
    private static int SizeFor(int prose) => prose < ShortProse ? 2 : prose > LongProse ? 4 : 3;

    private static int[] Candidates(Fitness[] fitness, int size)
    {
        var fit = Where(fitness, f => f == Fitness.Fit);
        return fit.Length >= size ? fit : Where(fitness, f => f != Fitness.Never);
    }

    private static int[] Where(Fitness[] fitness, Func<Fitness, bool> holds) =>
        [.. Enumerable.Range(0, fitness.Length).Where(i => holds(fitness[i]))];

    private List<int[]> Sets(int[] candidates, int size, double doubt, double[] values)
    {
        var pool = new SortedSet<int>(Top(candidates, i => reading.SentenceScores[i], CandidateSets.PoolSize));
        if (doubt >= NoDoubt) pool.UnionWith(Top(candidates, i => values[i], LatePool));
        var sets = new List<int[]>();
        CandidateSets.AddSubsets([.. pool], Math.Min(size, pool.Count), sets);
        var pronouns = Opening(OpeningPhrases.Pronouns(article.Language));
        var whole = sets.FindAll(set => CountAlone(set, pronouns) == 0);
        return whole.Count > 0 ? whole : sets;
    }

    private int[] Best(List<int[]> sets, double doubt, double[] values, HintTerms? headline)
    {
        var standfirst = new HintTerms(_document, article.Standfirst);
        var connectives = Opening(OpeningPhrases.Connectives(article.Language));
        var scores = reading.ScoreSets(sets, weights);
        var (best, most) = (0, double.MinValue);
        for (var s = 0; s < sets.Count; s++)
        {
            var score = scores[s]
                + (HeadlineWeight * (headline?.Share(sets[s]) ?? 0))
                + (StandfirstWeight * standfirst.Share(sets[s]))
                + (doubt * sets[s].Average(i => values[i]))
                - (ConnectivePenalty * CountAlone(sets[s], connectives));
            if (score > most) (best, most) = (s, score);
        }

        return sets[best];
    }

    private bool[] Opening(OpeningPhrases phrases) => [.. _document.Sentences.Select(s => phrases.Open(s))];

    /// <summary>Leaning sentences of the set whose predecessor is not in it.</summary>
    private static int CountAlone(int[] set, bool[] leaning)
    {
        var count = 0;
        for (var k = 0; k < set.Length; k++)
        {
            if (leaning[set[k]] && (k == 0 || set[k - 1] != set[k] - 1)) count++;
        }

        return count;
    }

    private static IEnumerable<int> Top(int[] candidates, Func<int, double> value, int count) =>
        Ranking.Descending(Array.ConvertAll(candidates, i => value(i))).Take(count).Select(k => candidates[k]);
}
