using System.Diagnostics;
using System.Globalization;
using NewsSite.Benchmarks.Hosting;

namespace NewsSite.Benchmarks.Lighthouse;

/// <summary>What Lighthouse says of readers' pages on a slow phone: those of the sample edition, which is not marked as one here.</summary>
internal static class LighthouseBenchmark
{
    private const int Runs = 3;

    private static readonly (string Name, string Url)[] Pages =
    [
        ("front", "/"), ("section", "/harbour"), ("article", "/harbour/storm-barrier-to-close-tonight"), ("search", "/search?q=harbour"),
    ];

    private static readonly string Folder = Path.Combine(ServedSite.Repository(), "tests", "NewsSite.Benchmarks", "Lighthouse");

    /// <returns>0 when every median is 100, but that for search engines of a page that they are asked to leave out.</returns>
    public static async Task<int> RunAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) await CallAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        var edition = Directory.CreateTempSubdirectory("newssite-edition-");
        try
        {
            CopyUnmarked(Path.Combine(ServedSite.Repository(), "content"), edition.FullName);
            await using var site = await ServedSite.OpenEditionAsync(edition.FullName);
            Console.WriteLine($"Median of {Runs} runs        perf  a11y  best   seo     LCP     CLS     TBT   bytes");
            var isPerfect = true;
            foreach (var (name, url) in Pages) isPerfect &= await JudgeAsync(name, new Uri(site.Address, url));
            return isPerfect ? 0 : 1;
        }
        finally
        {
            edition.Delete(recursive: true);
        }
    }

    private static async Task<bool> JudgeAsync(string name, Uri page)
    {
        var reports = new List<LighthouseReport>();
        while (reports.Count < Runs) reports.Add(LighthouseReport.Parse(await CallAsync(
            "node", Path.Combine("node_modules", "lighthouse", "cli", "index.js"), page.AbsoluteUri, "--output=json", "--quiet", "--only-categories=" + string.Join(',', LighthouseReport.Categories), "--chrome-flags=--no-sandbox --headless=new")));

        var scores = LighthouseReport.Categories.Select(category => Median(reports, report => report.Scores[category])).ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-20} {scores[0],6:F0}{scores[1],6:F0}{scores[2],6:F0}{scores[3],6:F0} {Median(reports, r => r.Lcp),5:F0} ms {Median(reports, r => r.Cls),7:F4} {Median(reports, r => r.Tbt),4:F0} ms {Median(reports, r => r.Bytes),7:F0}"));
        foreach (var fault in reports.SelectMany(report => report.Faults).CountBy(fault => fault)) Console.WriteLine($"  {fault.Value} of {Runs}  {fault.Key}");
        return scores.Index().All(score => score.Item >= 100 || (name == "search" && LighthouseReport.Categories[score.Index] == "seo"));
    }

    private static double Median(List<LighthouseReport> reports, Func<LighthouseReport, double> value) => reports.Select(value).Order().ElementAt(reports.Count / 2);

    private static void CopyUnmarked(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var site = Path.Combine(to, "site.yml");
        File.WriteAllLines(site, File.ReadAllLines(site).Where(line => !line.StartsWith("sample:", StringComparison.Ordinal)));
    }

    private static async Task<string> CallAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true };
        start.Environment.TryAdd("CHROME_PATH", "/usr/bin/chromium");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {output}");
    }
}
