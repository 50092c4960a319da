using System.Diagnostics;
using System.Globalization;
using NewsSite.Summaries.Training.Learning;
using NewsSite.Summaries.Training.Rouge;

namespace NewsSite.Summaries.Training.Commands;

/// <summary>Trains weights from articles with human summaries and compares them with the shipped ones.</summary>
internal static class TrainCommand
{
    private const int FewestArticles = 200;
    private static readonly Stopwatch Clock = new();

    public static int Run(Arguments arguments)
    {
        var (input, output) = (arguments.Position(0, "TRAIN.jsonl"), arguments.Position(1, "OUT.bin"));
        Clock.Start();
        var articles = JsonLines.Read<ArticleLine>(input).AsParallel().AsOrdered()
            .Select(TrainingArticle.Of).OfType<TrainingArticle>().ToList();
        if (articles.Count < FewestArticles)
            throw new InvalidDataException($"{input} has {articles.Count} articles with a human summary; {FewestArticles} are the least.");
        Report($"read {articles.Count} articles, {articles.Sum(a => a.Document.Count)} sentences");
        File.WriteAllBytes(output, new WeightsTrainer(Report).Train(articles));
        var trained = SummaryWeights.Load(output);
        Report($"{output}: {new FileInfo(output).Length} bytes, fingerprint {trained.Fingerprint}, {trained.Words.Nodes + trained.Sentences.Nodes + trained.Sets.Nodes} nodes");
        if (arguments.Value("--dev") is { } dev) Compare(dev, trained);
        return 0;
    }

    private static void Compare(string dev, SummaryWeights trained)
    {
        var lines = JsonLines.Read<ArticleLine>(dev).Where(l => l.Reference is { Count: > 0 }).ToList();
        foreach (var plain in new[] { true, false })
        {
            var options = new SummaryOptions { Plain = plain };
            var (mine, shipped) = (Score(lines, trained, options), Score(lines, SummaryWeights.Shipped, options));
            Console.WriteLine(plain ? "plain method, F1 in percent:" : "default, F1 in percent:");
            foreach (var (name, value) in ScoreCommand.Measures)
            {
                var gain = Interval.Of([.. mine.Zip(shipped, (m, s) => 100 * (value(m) - value(s)))]);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name,-11} trained {100 * mine.Average(value):F2}   shipped {100 * shipped.Average(value):F2}   difference {gain.Mean:+0.00;-0.00} [{gain.Low:+0.00;-0.00}, {gain.High:+0.00;-0.00}]"));
            }
        }
    }

    private static List<RougeScore> Score(List<ArticleLine> lines, SummaryWeights weights, SummaryOptions options)
    {
        var summarizer = new ForestSummarizer(weights, options);
        return [.. lines.AsParallel().AsOrdered().Select(l => RougeScore.Of(l.Reference!, PredictCommand.Summarize(l, summarizer)))];
    }

    private static void Report(string line) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Clock.Elapsed.TotalSeconds,6:F0} s  {line}"));
}
