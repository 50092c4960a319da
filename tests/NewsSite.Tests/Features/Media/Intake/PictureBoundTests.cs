using System.Diagnostics;
using System.Globalization;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media.Intake;

/// <summary>Files that want the machine's memory are refused before it grows: by 64 MB at most, the file itself included.</summary>
public sealed class PictureBoundTests
{
    private const int MaxGrowth = 64 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bombs_are_refused_within_64_MB()
    {
        var bombs = HostileRow.Read("upload").Where(row => !row.Name.Contains("metadata", StringComparison.Ordinal) && row.Name is not ("onclick-xss-ecs.jpeg" or "png-tEXt-script.png" or "png-badcrc.png")).Select(row => row.Bytes)
            .Append([.. TestPicture.Jpeg(), .. new byte[31 * 1024 * 1024], 1]).ToList();

        var (none, _) = await LoadAsync([]);
        var (peak, log) = await LoadAsync(bombs);

        Assert.True(bombs.Count > 40);
        for (var number = 0; number < bombs.Count; number++) Assert.Contains($"articles/bomb-{number}.md(6): “image”: media/bomb-{number}.png ", log, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine($"{peak - none} KB over {none} KB");
        Assert.True(peak - none < MaxGrowth, $"{peak - none} KB");
    }

    /// <returns>The most that the process held (KB), and what it logged until it listened.</returns>
    private static async Task<(int PeakKb, string Log)> LoadAsync(IReadOnlyList<byte[]> bombs)
    {
        using var edition = new EditionFolder();
        using var data = new TempFolder();
        // A fine one in both, so that the library itself is not counted.
        await File.WriteAllBytesAsync(Path.Combine(edition.Path, "media", "fine.jpg"), TestPicture.Jpeg(width: 1600, height: 1200), Ct);
        edition.Write("articles/fine.md", Article("fine", "fine.jpg"));
        foreach (var (number, bomb) in bombs.Index())
        {
            await File.WriteAllBytesAsync(Path.Combine(edition.Path, "media", $"bomb-{number}.png"), bomb, Ct);
            edition.Write($"articles/bomb-{number}.md", Article($"bomb {number}", $"bomb-{number}.png"));
        }

        var start = new ProcessStartInfo("dotnet",
            [typeof(NewsSiteOptions).Assembly.Location, "serve", $"--NewsSite:Data={data.Path}", $"--NewsSite:Content={edition.Path}", "--urls=http://127.0.0.1:0"])
        { RedirectStandardOutput = true, WorkingDirectory = data.Path };
        start.Environment["DOTNET_gcServer"] = "0";
        using var site = Process.Start(start)!;
        var log = new List<string>();
        while (await site.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            log.Add(line);
            if (line.Contains("Now listening on", StringComparison.Ordinal)) break;
        }

        var peak = (await File.ReadAllLinesAsync($"/proc/{site.Id}/status", Ct)).Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        site.Kill();
        await site.WaitForExitAsync(Ct);
        return (int.Parse(peak.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture), string.Join('\n', log));
    }

    private static string Article(string headline, string picture) =>
        $"---\nheadline: {headline}\nsection: harbour\nauthors: [A]\npublishedAt: 2026-11-20T08:00:00+00:00\nimage:\n  path: media/{picture}\n  alt: A picture\n---\n\n{Story.DefaultBody}\n";
}
