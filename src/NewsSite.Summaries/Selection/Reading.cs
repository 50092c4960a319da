using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Selection;

/// <summary>A document with the scores of its words and sentences.</summary>
/// <param name="Document">At least one sentence.</param>
/// <param name="WordScores">For each stem the probability to be in a human summary.</param>
/// <param name="SentenceScores">For each sentence the probability to be in the best extract.</param>
internal sealed record Reading(Document Document, float[] WordScores, float[] SentenceScores)
{
    public static Reading Of(Document document, SummaryWeights weights) =>
        Of(document, weights.Words.Score(WordFeatures.Of(document)), weights);

    public static Reading Of(Document document, float[] wordScores, SummaryWeights weights)
    {
        var rows = SentenceFeatures.Of(document);
        WordScoreFeatures.AddTo(rows, document, wordScores);
        return new Reading(document, wordScores, weights.Sentences.Score(rows));
    }

    /// <summary>The forest's opinion of each set.</summary>
    public float[] ScoreSets(IReadOnlyList<int[]> sets, SummaryWeights weights) =>
        weights.Sets.Score(new SetFeatures(Document, WordScores, SentenceScores).Of(sets));
}
