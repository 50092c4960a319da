using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Selection;

/// <summary>
/// Judges whether the opening of an article carries its news. The trained method leans on openings; where an article
/// begins with background, a scene or a question, that is wrong, and the article itself shows it.
/// </summary>
internal static class LeadEvidence
{
    // Each sign is measured from its middle in units of its spread, and no sign may outvote the others together.
    private const double Cap = 1.5;
    private const double Middle = -.25;
    private const double Steepness = 2.5;

    // Without a headline one sign is missing, and most text without one is agency copy: doubt must be overwhelming.
    private const double WithoutHeadline = 4;
    private const double WithoutFigures = 2.5;

    /// <summary>How much the opening is to be distrusted: 0 not at all, 1 wholly.</summary>
    /// <param name="reading">The article.</param>
    /// <param name="sentences">All that may be shown at need, ascending; at least one. Questions count: they open interviews.</param>
    /// <param name="figures">Sentences that tell figures.</param>
    /// <param name="headline">Terms of the headline; <see langword="null"/> when there is none.</param>
    public static double Doubt(Reading reading, int[] sentences, bool[] figures, HintTerms? headline)
    {
        var evidence = Confidence(reading, sentences) + Centrality(reading.Document, sentences) + Weight(reading.Document, sentences);
        if (headline is null) evidence += WithoutHeadline;
        else
        {
            evidence += Headline(headline, sentences);
            if (LeavesFiguresOut(reading, sentences, figures)) evidence -= WithoutFigures;
        }

        return PortableMath.Logistic(-Steepness * (evidence - Middle));
    }

    // The sentence forest is sure of itself where the news comes first.
    private static double Confidence(Reading reading, int[] sentences) =>
        Sign(sentences.Max(i => reading.SentenceScores[i]), .35, .07);

    // A lead sums up the rest: it is nearer to the middle of the article than other sentences.
    private static double Centrality(Document document, int[] sentences)
    {
        var centrality = document.Similarity.Centrality;
        return Sign(centrality[sentences[0]] - sentences.Average(i => (double)centrality[i]), .02, .05);
    }

    // Leads are packed, scenes are not.
    private static double Weight(Document document, int[] sentences)
    {
        double Load(int i) => NewsValue.Load(document.Stems[i], document.Words);
        var mean = sentences.Average(Load);
        return mean > 0 ? Sign(sentences.Take(2).Average(Load) / mean, 1.1, .25) : 0;
    }

    // The first three sentences say what the headline says, or others say it better.
    private static double Headline(HintTerms headline, int[] sentences)
    {
        var opening = headline.Share(sentences.AsSpan(0, Math.Min(3, sentences.Length)));
        var later = sentences.Skip(3).Chunk(3).Select(c => headline.Share(c)).DefaultIfEmpty(0).Max();
        return Sign(opening - later, .1, .5);
    }

    private static bool LeavesFiguresOut(Reading reading, int[] sentences, bool[] figures)
    {
        var scores = Array.ConvertAll(sentences, i => (double)reading.SentenceScores[i]);
        var best = Ranking.Descending(scores).Take(3).Select(k => sentences[k]);
        return !best.Any(i => figures[i]) && sentences.Count(i => figures[i]) >= 2;
    }

    private static double Sign(double value, double middle, double spread) =>
        Math.Clamp((value - middle) / spread, -Cap, Cap);
}
