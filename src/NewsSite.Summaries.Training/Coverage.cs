using System.Text.Json;

namespace NewsSite.Summaries.Training;

/// <summary>An article with hand-marked facts.</summary>
internal sealed record MarkedArticle(
    string Id,
    string Language,
    bool Late,
    string? Headline,
    string? Standfirst,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<MarkedFact> Facts)
{
    public ArticleText Text => new(Paragraphs, Headline, Standfirst, Language);

    /// <summary>The articles of a folder, by file name.</summary>
    /// <param name="folder">With one JSON file an article, whose name begins with its number.</param>
    /// <param name="half">"tuning" for even numbers, "report" for odd ones, else all.</param>
    public static IReadOnlyList<MarkedArticle> ReadFolder(string folder, string? half = null) =>
        [.. Directory.GetFiles(folder, "*.json")
            .Order(StringComparer.Ordinal)
            .Where(f => half is null || IsEven(Path.GetFileName(f)) == (half == "tuning"))
            .Select(f => JsonSerializer.Deserialize<MarkedArticle>(File.ReadAllText(f), JsonSerializerOptions.Web)!)];

    /// <summary>Weighted share of the facts that the sentences carry; <see langword="null"/> without such facts.</summary>
    public double? Coverage(IReadOnlyList<string> sentences, Func<MarkedFact, bool>? which = null)
    {
        var facts = Facts.Where(f => which?.Invoke(f) ?? true).ToList();
        double Weight(IEnumerable<MarkedFact> some) => some.Sum(f => f.Weight);
        return facts.Count == 0 ? null : Weight(facts.Where(f => f.IsCarriedBy(sentences))) / Weight(facts);
    }

    private static bool IsEven(string name) => (name.TakeWhile(char.IsAsciiDigit).Last() - '0') % 2 == 0;
}

/// <summary>A fact that a reader should learn, and the pieces of text that say it.</summary>
internal sealed record MarkedFact(int Weight, string Fact, bool Figure, IReadOnlyList<string> CarriedBy)
{
    public bool IsCarriedBy(IReadOnlyList<string> sentences) =>
        CarriedBy.Any(piece => sentences.Any(s => s.Contains(piece, StringComparison.Ordinal)));
}
