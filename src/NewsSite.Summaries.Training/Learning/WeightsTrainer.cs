using NewsSite.Summaries.Features;
using NewsSite.Summaries.Selection;
using NewsSite.Summaries.Weights;

namespace NewsSite.Summaries.Training.Learning;

/// <summary>
/// Trains the three forests one behind the other. Each later forest learns from scores that the earlier ones gave to
/// articles they had not seen (two halves, each scored by the other's forests), as it will be when the weights are used.
/// </summary>
internal sealed class WeightsTrainer(Action<string> report)
{
    private const int WordArticles = 4_000;
    private const int SetsPerArticle = 36;

    private static readonly ForestLearner WordLearner = new(60, 20, logistic: true);
    private static readonly ForestLearner SentenceLearner = new(90, 40, logistic: true);
    private static readonly ForestLearner SetLearner = new(110, 60, logistic: false);

    /// <returns>A file of weights.</returns>
    public byte[] Train(IReadOnlyList<TrainingArticle> articles)
    {
        var halves = new[] { articles.Where((_, i) => i % 2 == 0).ToList(), articles.Where((_, i) => i % 2 == 1).ToList() };
        foreach (var half in new[] { 0, 1 }) ScoreWords(halves[1 - half], LearnWords(halves[half], WordArticles));
        report("words, both halves");
        foreach (var half in new[] { 0, 1 }) ScoreSentences(halves[1 - half], LearnSentences(halves[half]));
        report("sentences, both halves");
        var sets = SetLearner.Learn(SetRows(articles));
        report("sets");
        var words = LearnWords(articles, 2 * WordArticles);
        var sentences = LearnSentences(articles);
        report("words and sentences on everything");
        return ForestWriter.File(words, sentences, sets);
    }

    private static byte[] LearnWords(IEnumerable<TrainingArticle> articles, int most) => WordLearner.Learn(new TrainingRows(
        WordFeatures.Width, [.. articles.Take(most).AsParallel().AsOrdered().Select(a => (WordFeatures.Of(a.Document), a.WordLabels))]));

    private static void ScoreWords(List<TrainingArticle> articles, byte[] bytes)
    {
        var forest = Forest.Read(bytes);
        articles.AsParallel().ForAll(article =>
        {
            article.WordScores = forest.Score(WordFeatures.Of(article.Document));
            article.SentenceRows = SentenceFeatures.Of(article.Document);
            WordScoreFeatures.AddTo(article.SentenceRows, article.Document, article.WordScores);
        });
    }

    private static byte[] LearnSentences(IEnumerable<TrainingArticle> articles) => SentenceLearner.Learn(new TrainingRows(
        SentenceFeatures.Width, [.. articles.Select(a => (a.SentenceRows, a.SentenceLabels))]));

    private static void ScoreSentences(List<TrainingArticle> articles, byte[] bytes)
    {
        var forest = Forest.Read(bytes);
        foreach (var article in articles) article.SentenceScores = forest.Score(article.SentenceRows);
    }

    // The label is how much better a set is than others of its article: what articles differ in cannot be chosen.
    private static TrainingRows SetRows(IReadOnlyList<TrainingArticle> articles)
    {
        var parts = articles.AsParallel().AsOrdered().Select((article, number) =>
        {
            var sets = CandidateSets.Plain(article.SentenceScores, article.Document.Junk);
            var sample = sets.ToArray();
            new Random(number).Shuffle(sample);
            if (sample.Length > SetsPerArticle) sample = sample[..SetsPerArticle];
            var scores = Array.ConvertAll(sample, s => article.Targets.Score(s));
            var mean = scores.Average();
            var rows = new SetFeatures(article.Document, article.WordScores, article.SentenceScores).Of(sample);
            return (rows, Array.ConvertAll(scores, s => (float)(s - mean)));
        });
        return new TrainingRows(SetFeatures.Width, [.. parts]);
    }
}
