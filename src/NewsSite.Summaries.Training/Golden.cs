using System.Text.Json.Serialization;
using NewsSite.Summaries.Features;
using NewsSite.Summaries.Selection;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Training;

/// <summary>Intermediate values of the reference implementation for one article.</summary>
internal sealed record GoldenLine(
    string Id,
    IReadOnlyList<string>? Sentences,
    IReadOnlyList<int> Lengths,
    IReadOnlyList<int> Junk,
    IReadOnlyList<string> Words,
    [property: JsonPropertyName("word_x")] IReadOnlyList<float[]> WordRows,
    [property: JsonPropertyName("p_word")] IReadOnlyList<float> WordScores,
    [property: JsonPropertyName("sent_x")] IReadOnlyList<float[]> SentenceRows,
    [property: JsonPropertyName("s")] IReadOnlyList<float> SentenceScores,
    [property: JsonPropertyName("n_sets")] int Sets,
    [property: JsonPropertyName("set0_x")] float[] FirstSetRow,
    [property: JsonPropertyName("best_x")] float[] BestSetRow,
    [property: JsonPropertyName("set_scores_top")] IReadOnlyList<float> TopSetScores,
    IReadOnlyList<int> Chosen);

/// <summary>How far the library is from the reference implementation on one article.</summary>
/// <param name="Features">Largest difference of a feature, relative to its size where that is above 1.</param>
/// <param name="Scores">Largest difference of a word, sentence or set score.</param>
/// <param name="SameShape">Tokens, junk marks and number of sets agree.</param>
/// <param name="SameChoice">The same sentences were chosen.</param>
internal sealed record GoldenDifference(string Id, double Features, double Scores, bool SameShape, bool SameChoice)
{
    /// <param name="golden">The values to compare with.</param>
    /// <param name="sentences">The article, when the golden line does not hold it.</param>
    public static GoldenDifference Of(GoldenLine golden, IReadOnlyList<string>? sentences = null)
    {
        var weights = SummaryWeights.Shipped;
        var source = ArticleSentences.AlreadySplit(golden.Sentences ?? sentences ?? []);
        var document = Document.Read([.. source.Select(s => s.Text)]);
        var reading = Reading.Of(document, weights);
        var sentenceRows = SentenceFeatures.Of(document);
        WordScoreFeatures.AddTo(sentenceRows, document, reading.WordScores);
        var sets = CandidateSets.Plain(reading.SentenceScores, document.Junk);
        var setScores = reading.ScoreSets(sets, weights);
        var best = Array.IndexOf(setScores, setScores.Max());
        var setRows = new SetFeatures(document, reading.WordScores, reading.SentenceScores).Of([sets[0], sets[best]]);

        var features = new[]
        {
            Difference(golden.WordRows.SelectMany(r => r), WordFeatures.Of(document), relative: true),
            Difference(golden.SentenceRows.SelectMany(r => r), sentenceRows, relative: true),
            Difference([.. golden.FirstSetRow, .. golden.BestSetRow], setRows, relative: true),
        };
        var scores = new[]
        {
            Difference(golden.WordScores, reading.WordScores),
            Difference(golden.SentenceScores, reading.SentenceScores),
            Difference(golden.TopSetScores, setScores.OrderDescending().Take(golden.TopSetScores.Count)),
        };
        var junk = Enumerable.Range(0, document.Count).Where(i => document.Junk[i]);
        var sameShape = golden.Lengths.SequenceEqual(document.Lengths) && golden.Junk.SequenceEqual(junk) && golden.Sets == sets.Count;
        return new GoldenDifference(golden.Id, features.Max(), scores.Max(), sameShape, golden.Chosen.SequenceEqual(sets[best]));
    }

    private static double Difference(IEnumerable<float> wanted, IEnumerable<float> got, bool relative = false) =>
        wanted.Zip(got, (w, g) => Math.Abs(w - g) / (relative ? Math.Max(1, Math.Abs(w)) : 1.0)).Max();
}
