using System.Globalization;

namespace NewsSite.Summaries.Training.Commands;

/// <summary>Compares the library with intermediate values of the reference implementation.</summary>
internal static class GoldenCommand
{
    private const double FeatureTolerance = 1e-3;
    private const double ScoreTolerance = 1e-4;

    public static int Run(Arguments arguments)
    {
        var texts = arguments.Value("--texts") is { } path
            ? JsonLines.Read<ArticleLine>(path).ToDictionary(l => l.Id, l => l.Sentences, StringComparer.Ordinal)
            : [];
        var differences = JsonLines.Read<GoldenLine>(arguments.Position(0, "GOLDEN"))
            .Select(g => GoldenDifference.Of(g, texts.GetValueOrDefault(g.Id)))
            .ToList();
        var (features, scores) = (differences.Max(d => d.Features), differences.Max(d => d.Scores));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{differences.Count} documents: features differ by at most {features:E1}, scores by {scores:E1}; same tokens, junk and sets in {differences.Count(d => d.SameShape)}, same choice in {differences.Count(d => d.SameChoice)}"));
        var passed = features <= FeatureTolerance && scores <= ScoreTolerance && differences.TrueForAll(d => d.SameShape && d.SameChoice);
        Console.WriteLine(passed ? "passed" : "FAILED");
        return passed ? 0 : 1;
    }
}
