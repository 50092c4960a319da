using System.Diagnostics;
using NewsSite.Summaries;
using NewsSite.Summaries.Features;
using NewsSite.Summaries.Selection;
using NewsSite.Summaries.Text;

namespace NewsSite.Benchmarks.Summaries;

/// <summary>An 800-word article on one core: the whole and its stages.</summary>
internal static class SummaryBenchmark
{
    private const int WarmUps = 60;
    private const int Rounds = 60;

    public static int Run()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;
        var articles = BenchmarkArticles.English();
        var standard = new ForestSummarizer();
        var plain = new ForestSummarizer(SummaryWeights.Shipped, new SummaryOptions { Plain = true });
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var article in articles) (standard.Summarize(article), plain.Summarize(article)).ToString();
            if (i % 20 == 0) Thread.Sleep(200); // lets the compiler's second tier catch up
        }

        Whole(articles, standard, plain);
        Stages(articles);
        return 0;
    }

    private static void Whole(IReadOnlyList<ArticleText> articles, ForestSummarizer standard, ForestSummarizer plain)
    {
        var (whole, wholePlain) = (new Timing("default, whole"), new Timing("plain, whole"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var article in articles) whole.Measure(() => standard.Summarize(article));
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (Rounds * articles.Count);
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var article in articles) wholePlain.Measure(() => plain.Summarize(article));
        }

        Console.WriteLine($"{articles.Count} articles of about 800 words, {Rounds} rounds, one core, {Timing.Source}");
        Console.WriteLine($"{whole}   allocated {allocated / 1024} KiB\n{wholePlain}");
    }

    private static void Stages(IReadOnlyList<ArticleText> articles)
    {
        var weights = SummaryWeights.Shipped;
        var split = new Timing("  split into sentences");
        var read = new Timing("  tokens, counts, similarity");
        var words = new Timing("  word features and forest");
        var sentences = new Timing("  sentence features and forest");
        var pick = new Timing("  rules, sets and their forest");
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var article in articles)
            {
                var source = split.Measure(() => ArticleSentences.Of(article));
                var document = read.Measure(() => Document.Read([.. source.Select(s => s.Text)]));
                var wordScores = words.Measure(() => weights.Words.Score(WordFeatures.Of(document)));
                var reading = sentences.Measure(() => Reading.Of(document, wordScores, weights));
                pick.Measure(() => new CoveragePicker(reading, article, weights).Pick());
            }
        }

        foreach (var stage in new[] { split, read, words, sentences, pick }) Console.WriteLine(stage);
    }
}
