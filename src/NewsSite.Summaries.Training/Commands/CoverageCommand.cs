using System.Globalization;
using NewsSite.Summaries.Selection;
using NewsSite.Summaries.Text;
using NewsSite.Summaries.Training.Rouge;

namespace NewsSite.Summaries.Training.Commands;

/// <summary>What summaries carry of the hand-marked facts of a folder of articles, by method.</summary>
internal static class CoverageCommand
{
    private delegate IReadOnlyList<string> Method(MarkedArticle article);

    public static int Run(Arguments arguments)
    {
        var articles = MarkedArticle.ReadFolder(arguments.Position(0, "FOLDER"), arguments.Value("--half"));
        var weights = arguments.Value("--weights") is { } path ? SummaryWeights.Load(path) : SummaryWeights.Shipped;
        var standard = new ForestSummarizer(weights, new SummaryOptions());
        var plain = new ForestSummarizer(weights, new SummaryOptions { Plain = true });
        Console.WriteLine($"{articles.Count} articles; weighted share of key facts in percent, mean over articles");
        Console.WriteLine("method       all    late   first  figures  none   words  default minus method, 95 % interval");
        var lines = new (string Name, Method Pick)[]
        {
            ("lead", a => Sentences(new LeadSummarizer(), a)),
            ("plain", a => Sentences(plain, a)),
            ("default", a => Sentences(standard, a)),
            ("best", a => Best(a, Sentences(standard, a).Count)),
        };
        foreach (var (name, pick) in lines) Report(name, articles, pick, a => Sentences(standard, a));
        if (arguments.Has("--each")) Each(articles, lines);
        return 0;
    }

    private static void Report(string name, IReadOnlyList<MarkedArticle> articles, Method pick, Method standard)
    {
        var picked = articles.ToDictionary(a => a.Id, a => pick(a), StringComparer.Ordinal);
        string Mean(Func<MarkedArticle, bool> article, Func<MarkedFact, bool>? fact = null) => Percent(articles
            .Where(article).Select(a => a.Coverage(picked[a.Id], fact)).OfType<double>().DefaultIfEmpty(double.NaN).Average());
        var words = articles.Average(a => picked[a.Id].Sum(s => PickRules.Words(Tokenizer.Read(s))));
        var gains = articles.Select(a => 100 * (a.Coverage(standard(a)) - a.Coverage(picked[a.Id])) ?? 0).ToList();
        var gain = Interval.Of(gains);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-9}{Mean(_ => true)}{Mean(a => a.Late)}{Mean(a => !a.Late)}{Mean(_ => true, f => f.Figure)}{Mean(_ => true, f => !f.Figure)}{words,8:F1}   {gain.Mean,5:F1} [{gain.Low:F1}, {gain.High:F1}]"));
    }

    private static void Each(IReadOnlyList<MarkedArticle> articles, (string Name, Method Pick)[] lines)
    {
        foreach (var article in articles)
        {
            var shares = lines.Select(l => $"{l.Name} {Percent(article.Coverage(l.Pick(article)) ?? 0)}");
            Console.WriteLine($"{article.Id,-28} {(article.Late ? "late " : "first")} {string.Join("  ", shares)}");
        }
    }

    private static IReadOnlyList<string> Sentences(ISummarizer summarizer, MarkedArticle article) =>
        [.. summarizer.Summarize(article.Text).Sentences.Select(s => s.Text)];

    /// <summary>The most that so many sentences can carry.</summary>
    private static string[] Best(MarkedArticle article, int size)
    {
        var telling = ArticleSentences.Of(article.Text).Select(s => s.Text)
            .Where(s => article.Facts.Any(f => f.IsCarriedBy([s]))).ToArray();
        var sets = new List<int[]>();
        CandidateSets.AddSubsets([.. Enumerable.Range(0, telling.Length)], Math.Min(size, telling.Length), sets);
        return sets.Select(set => Array.ConvertAll(set, i => telling[i])).MaxBy(s => article.Coverage(s)) ?? [];
    }

    private static string Percent(double share) =>
        (100 * share).ToString("F1", CultureInfo.InvariantCulture).PadLeft(7);
}
