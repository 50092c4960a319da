using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Training.Commands;

/// <summary>Writes the summaries of a file of articles.</summary>
internal static class PredictCommand
{
    public static int Run(Arguments arguments)
    {
        var (input, output) = (arguments.Position(0, "IN.jsonl"), arguments.Position(1, "OUT.jsonl"));
        var weights = arguments.Value("--weights") is { } path ? SummaryWeights.Load(path) : SummaryWeights.Shipped;
        var summarizer = new ForestSummarizer(weights, new SummaryOptions { Plain = arguments.Has("--plain") });
        var count = 0;
        JsonLines.Write(output, JsonLines.Read<ArticleLine>(input).Select(line =>
        {
            count++;
            return new SummaryLine(line.Id, Summarize(line, summarizer));
        }));
        Console.WriteLine($"{summarizer.Method} {summarizer.MethodVersion}: {count} summaries in {output}");
        return 0;
    }

    public static IReadOnlyList<string> Summarize(ArticleLine line, ForestSummarizer summarizer)
    {
        var article = new ArticleText(line.Paragraphs ?? [], line.Headline, line.Standfirst, line.Language);
        if (line.Sentences is null) return [.. summarizer.Summarize(article).Sentences.Select(s => s.Text)];

        var sentences = ArticleSentences.AlreadySplit(line.Sentences);
        return [.. summarizer.Summarize(ForestSummarizer.WithLanguage(article, line.Sentences), sentences).Sentences.Select(s => s.Start > 0 ? Capitalized(s.Text) : s.Text)];
    }

    // Behind a dateline the reference implementation writes a capital; sets that were lower-cased need it.
    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
