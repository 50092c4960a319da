using System.Globalization;
using NewsSite.Summaries.Training.Rouge;

namespace NewsSite.Summaries.Training.Commands;

/// <summary>ROUGE of a file of summaries against human ones, with 95 % intervals; paired with another file when one is given.</summary>
internal static class ScoreCommand
{
    public static readonly (string Name, Func<RougeScore, double> Value)[] Measures =
        [("ROUGE-1", s => s.R1), ("ROUGE-2", s => s.R2), ("ROUGE-Lsum", s => s.Lsum)];

    public static int Run(Arguments arguments)
    {
        var references = JsonLines.Read<ReferenceLine>(arguments.Position(0, "REFERENCES")).ToList();
        var scores = Score(references, arguments.Position(1, "PREDICTIONS"));
        var other = arguments.Value("--base") is { } path ? Score(references, path) : null;
        Console.WriteLine($"{references.Count} documents; F1 in percent with 95 % interval");
        foreach (var (name, value) in Measures)
        {
            var line = $"{name,-11} {Show(Interval.Of([.. scores.Select(s => 100 * value(s))]), "F3")}";
            if (other is not null)
            {
                var difference = Interval.Of([.. scores.Zip(other, (s, o) => 100 * (value(s) - value(o)))]);
                line += $"   difference {Show(difference, "+0.000;-0.000")} p {difference.ShareNotAboveZero.ToString("F4", CultureInfo.InvariantCulture)}";
            }

            Console.WriteLine(line);
        }

        return 0;
    }

    private static List<RougeScore> Score(List<ReferenceLine> references, string path)
    {
        var summaries = JsonLines.Read<SummaryLine>(path).ToDictionary(l => l.Id, l => l.Summary, StringComparer.Ordinal);
        return [.. references.AsParallel().AsOrdered().Select(r =>
            summaries.TryGetValue(r.Id, out var summary)
                ? RougeScore.Of(r.Reference, summary)
                : throw new InvalidDataException($"{path} has no summary of {r.Id}."))];
    }

    private static string Show(Interval interval, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{interval.Mean.ToString(format, CultureInfo.InvariantCulture)} [{interval.Low.ToString(format, CultureInfo.InvariantCulture)}, {interval.High.ToString(format, CultureInfo.InvariantCulture)}]");
}
