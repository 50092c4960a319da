using System.Text.Json;
using NewsSite.Summaries;

namespace NewsSite.Benchmarks.Summaries;

/// <summary>Articles of about 800 words, made by joining our own test articles of one language.</summary>
internal static class BenchmarkArticles
{
    private const int Words = 800;

    public static IReadOnlyList<ArticleText> English()
    {
        var all = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Articles"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(f => JsonSerializer.Deserialize<Source>(File.ReadAllText(f), JsonSerializerOptions.Web)!)
            .Where(s => s.Language == "en")
            .ToList();
        return [.. all.Select((s, i) => Fill(s, all[(i + 1) % all.Count]))];
    }

    private static ArticleText Fill(Source first, Source more)
    {
        var paragraphs = new List<string>();
        var words = 0;
        foreach (var paragraph in first.Paragraphs.Concat(more.Paragraphs).TakeWhile(_ => words < Words))
        {
            paragraphs.Add(paragraph);
            words += paragraph.Split(' ').Length;
        }

        return new ArticleText(paragraphs, first.Headline, first.Standfirst, "en");
    }

    private sealed record Source(string Language, string? Headline, string? Standfirst, IReadOnlyList<string> Paragraphs);
}
