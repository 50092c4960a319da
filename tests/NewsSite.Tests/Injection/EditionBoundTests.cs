using System.Diagnostics;
using System.Text;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Injection;

/// <summary>An edition of files that want the machine's memory, loaded by a process that has little of it.</summary>
public sealed class EditionBoundTests : IDisposable
{
    /// <summary>All that the site may hold in its managed memory at a time, in hexadecimal bytes: 128 MB.</summary>
    private const string Memory = "8000000";

    private const string Fine = "---\nheadline: Fine\nsection: harbour\nauthors: [A]\npublishedAt: 2026-11-20T08:00:00+00:00\n";

    private static readonly string Letters = new('x', 1_000_000);

    /// <summary>What stands behind the four fields of each file, and the complaint that names it; without one, it loads.</summary>
    private static readonly Dictionary<string, (string More, string? Complaint)> Files = new()
    {
        ["line-of-the-head"] = ($"standfirst: {Letters[..^1000]}\n---\n\nText.\n", "(1): has front matter of over 64 KB."),
        ["line-of-the-text"] = ($"---\n\n{Letters[..^1000]}\n", ": The text has 999002 characters; at most 200000 are allowed."),
        ["lines-of-the-text"] = ($"---\n{new string('\n', 1_000_000)}Text.\n", ": The text has 1000006 characters; at most 200000 are allowed."),
        ["lines-without-an-end"] = (new string('\n', 1_000_000), "(1): has front matter without a closing line of ---."),
        ["deep-blocks"] = (Many(300, n => $"{new string(' ', n)}a:\n") + "---\n\nText.\n", "(16): is nested too deeply or uses aliases"),
        ["deep-flow"] = ($"tags: {new string('[', 32_000)}{new string(']', 32_000)}\n---\n\nText.\n", "(6): is nested too deeply or uses aliases"),
        ["aliases"] = ($"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n{Many(30, n => $"a{n + 1}: &a{n + 1} [{Many(10, _ => $"*a{n}, ")}x]\n")}tags: *a30\n---\n\nText.\n", "(7): is nested too deeply or uses aliases"),
        ["tags"] = ($"tags: [{Many(8_000, n => $"t{n}, ")}x]\n---\n\nText.\n", "(6): “tags” has 8001 entries; at most 30 are kept."),
        ["a-list-for-a-text"] = ($"series: [{Many(8_000, n => $"s{n}, ")}x]\n---\n\nText.\n", "(6): “series” must be one text."),
        ["one-tag-many-times"] = ($"slug: one-tag\ntags: [{Many(20_000, _ => "t, ")}t]\n---\n\nText.\n", null),
        ["unknown-fields"] = ($"slug: unknown-fields\n{Many(6_000, n => $"k{n}: \n")}---\n\nText.\n", "(6006): “k5999” is not a field of an article and is ignored."),
    };

    private readonly EditionFolder edition = new();
    private readonly TempFolder data = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        edition.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task Files_that_are_large_deep_or_full_of_names_load_or_are_named_in_128_megabytes()
    {
        foreach (var (name, (more, _)) in Files) edition.Write($"articles/{name}.md", Fine + more);
        await using (var huge = File.Create(Path.Combine(edition.Path, "articles", "huge.md"))) huge.SetLength(1024 * 1024 * 1024);

        var log = await LoadAsync();

        var complaints = Files.Where(file => file.Value.Complaint is not null).Select(file => $"Edition: articles/{file.Key}.md{file.Value.Complaint}").Append("Edition: articles/huge.md: is larger than 1024 KB.");
        Assert.All(complaints, complaint => Assert.Contains(complaint, log, StringComparison.Ordinal));
        Assert.Contains(": 3 added, 0 updated", log, StringComparison.Ordinal); // the site file, and what loads
    }

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    /// <returns>What the site logged until it listened.</returns>
    private async Task<string> LoadAsync()
    {
        var start = new ProcessStartInfo("dotnet",
            [typeof(NewsSiteOptions).Assembly.Location, "serve", $"--NewsSite:Data={data.Path}", $"--NewsSite:Content={edition.Path}", "--urls=http://127.0.0.1:0"])
        { RedirectStandardOutput = true, WorkingDirectory = data.Path };
        (start.Environment["DOTNET_GCHeapHardLimit"], start.Environment["DOTNET_gcServer"]) = (Memory, "0");
        using var site = Process.Start(start)!;
        var log = new StringBuilder();
        while (await site.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            log.AppendLine(line);
            if (line.Contains("Now listening on", StringComparison.Ordinal)) break;
        }

        site.Kill();
        await site.WaitForExitAsync(Ct);
        return log.ToString();
    }
}
