using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Selection;

/// <summary>Signs of news that do not ask for a place at the top: a place behind the opening, fullness, figures.</summary>
internal static class NewsValue
{
    // In units of the set forest's score, of which the sets of one article differ by about .05. Rounded on purpose:
    // half or twice as much of any of them changes little.
    private const double LatenessWeight = .10;
    private const double FullnessWeight = .04;
    private const double FigureWeight = .15;

    // From a quarter of the article on a sentence counts as later, past the middle fully.
    private const double OpeningEnds = .25;
    private const double Rise = .3;

    // In standard deviations: a giant of a sentence is not worth three.
    private const double FullnessCap = 1.5;

    /// <summary>The value of each sentence of the document.</summary>
    /// <param name="document">The article.</param>
    /// <param name="candidates">The sentences that fullness is measured against.</param>
    /// <param name="figures">Sentences that tell figures.</param>
    public static double[] Of(Document document, int[] candidates, bool[] figures)
    {
        var loads = Array.ConvertAll(document.Stems, stems => Load(stems, document.Words));
        var mean = candidates.Average(i => loads[i]);
        var spread = Math.Sqrt(candidates.Average(i => (loads[i] - mean) * (loads[i] - mean)));
        var values = new double[document.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var lateness = Math.Clamp((((double)i / Math.Max(values.Length - 1, 1)) - OpeningEnds) / Rise, 0, 1);
            var fullness = spread > 0 ? Math.Clamp((loads[i] - mean) / spread, -FullnessCap, FullnessCap) : 0;
            values[i] = (LatenessWeight * lateness) + (FullnessWeight * fullness) + (figures[i] ? FigureWeight : 0);
        }

        return values;
    }

    /// <summary>How much rare matter a sentence holds.</summary>
    public static double Load(int[] stems, WordTable words)
    {
        var load = 0.0;
        foreach (var word in stems) load += words.Rarity[word];
        return load;
    }
}
