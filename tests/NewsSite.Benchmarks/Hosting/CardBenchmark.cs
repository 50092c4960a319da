using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Features.ShareCards;

namespace NewsSite.Benchmarks.Hosting;

/// <summary>How long a share card takes and weighs: those of the sample edition, with their pictures.</summary>
internal static partial class CardBenchmark
{
    private const int Rounds = 3;

    /// <param name="content">Folder of the edition.</param>
    /// <param name="to">Folder for the drawings; null to keep none.</param>
    public static int Run(string content, string? to)
    {
        var hues = CardArt.Hues.Keys.ToArray();
        var (times, sizes, drawn) = (new List<double>(), new List<int>(), 0);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(content, "articles"), "*.md").Order(StringComparer.Ordinal))
        {
            var front = File.ReadAllText(file);
            var picture = Value(front, "  path") is { } path ? File.ReadAllBytes(Path.Combine(content, path)) : null;
            var card = new ShareCard(
                1, Value(front, "headline")!, Value(front, "language") ?? "en", CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Value(front, "section")!), hues[drawn++ % hues.Length], "The Aldermoor Courier", picture is null ? null : "a.webp");
            for (var round = 0; round < Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var png = CardArt.Draw(card, picture);
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (round == 0) sizes.Add(png.Length);
                if (round == 0 && to is not null) File.WriteAllBytes(Path.Combine(to, Path.GetFileNameWithoutExtension(file) + ".png"), png);
            }
        }

        times.Sort();
        sizes.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{drawn} cards: median {times[times.Count / 2]:F0} ms, worst {times[^1]:F0} ms; median {sizes[sizes.Count / 2] / 1000} kB, largest {sizes[^1] / 1000} kB"));
        return 0;
    }

    private static string? Value(string front, string name) =>
        Lines().Matches(front).FirstOrDefault(line => line.Groups[1].Value == name)?.Groups[2].Value.Trim().Trim('"') is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"^( *\w+): *(.*)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Lines();
}
