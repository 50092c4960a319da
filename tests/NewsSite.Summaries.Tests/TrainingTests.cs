using FsCheck.Xunit;
using NewsSite.Summaries.Training;
using NewsSite.Summaries.Training.Learning;
using NewsSite.Summaries.Training.Rouge;
using NewsSite.Summaries.Weights;

namespace NewsSite.Summaries.Tests;

public sealed class TrainingTests
{
    [Fact]
    public void A_learned_forest_is_read_by_the_library_and_gives_what_it_learned()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 600 * 3).Select(_ => (float)random.NextDouble()).ToArray();
        var labels = Enumerable.Range(0, 600).Select(i => rows[i * 3] < .4f && rows[(i * 3) + 2] > .3f ? 1f : 0f).ToArray();
        var data = new TrainingRows(3, [(rows, labels)]);

        var probability = Forest.Read(new ForestLearner(30, 5, logistic: true).Learn(data));
        Assert.Equal(3, probability.Features);
        Assert.InRange(probability.Score([.2f, .5f, .8f])[0], .8f, 1);
        Assert.InRange(probability.Score([.7f, .5f, .8f])[0], 0, .2f);

        var value = Forest.Read(new ForestLearner(40, 5, logistic: false).Learn(data));
        Assert.InRange(value.Score([.2f, .5f, .8f])[0], .8f, 1.2f);
        Assert.InRange(value.Score([.2f, .5f, .1f])[0], -.2f, .2f);
    }

    [Fact]
    public void Whole_weights_are_trained_from_an_archive_and_summarize()
    {
        var articles = MarkedArticle.ReadFolder(TestFiles.Folder("Coverage"))
            .SelectMany(a => Enumerable.Range(0, 6).Select(n => new ArticleLine(
                $"{a.Id}-{n}", null, [.. a.Paragraphs.Skip(n % 3)], a.Headline, a.Standfirst, a.Language, [.. a.Facts.SelectMany(f => f.CarriedBy)])))
            .Select(TrainingArticle.Of).OfType<TrainingArticle>().ToList();
        var weights = SummaryWeights.Read(new WeightsTrainer(_ => { }).Train(articles));
        Assert.NotEqual(SummaryWeights.Shipped.Fingerprint, weights.Fingerprint);
        var summary = new ForestSummarizer(weights, new SummaryOptions()).Summarize(MarkedArticle.ReadFolder(TestFiles.Folder("Coverage"))[1].Text);
        Assert.NotEmpty(summary.Sentences);
        Assert.EndsWith(weights.Fingerprint, summary.MethodVersion, StringComparison.Ordinal);
    }

    [Property(MaxTest = 100)]
    public void Targets_are_the_mean_of_the_standard_measures(byte[] words, byte[] reference)
    {
        string[] vocabulary = ["bridge", "bridges", "council", "closed", "the", "of", "Monday", "2027"];
        // One sentence each: the target counts no pairs across the end of a sentence.
        string[] Sentences(byte[] some) => [string.Join(' ', some.Select(b => vocabulary[b % vocabulary.Length]))];
        var (given, wanted) = (Sentences(words), Sentences(reference));
        var all = Enumerable.Range(0, given.Length).ToList();
        var score = RougeScore.Of(wanted, given);
        // Short texts differ by convention only: the training target divides by at least one pair.
        if (words.Length < 2 || reference.Length < 2) return;
        Assert.Equal((score.R1 + score.R2) / 2, new RougeTargets(given, wanted).Score(all), 9);
    }

    [Fact]
    public void The_greedy_best_extract_is_the_reference_itself_when_the_article_holds_it()
    {
        string[] sentences = ["Rain fell all day.", "The council closed the bridge.", "Dogs barked.", "Ferries run from Monday."];
        Assert.Equal([1, 3], new RougeTargets(sentences, [sentences[1], sentences[3]]).GreedyBest().Order());
    }

    [Fact]
    public void Articles_without_a_human_summary_are_left_out() =>
        Assert.Null(TrainingArticle.Of(new ArticleLine("a", ["One.", "Two.", "Three.", "Four."], null, null, null, null, null)));
}
