using System.Text;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Injection;

/// <summary>A folder of files that want to bring the site down, or in what is not theirs: each is named, skipped, and the rest loads.</summary>
public sealed class HostileEditionTests : IDisposable
{
    private const string Fine = "---\nheadline: Fine\nsection: harbour\nauthors: [A]\npublishedAt: 2026-11-20T08:00:00+00:00\n";

    private static readonly Dictionary<string, string> Yaml = new()
    {
        ["anchors and aliases"] = "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntags: [*c, *c]\n",
        ["a recursion"] = "tags: &a [*a]\n",
        ["a merge key"] = "base: &b {slug: x}\nimage:\n  <<: *b\n  path: x\n",
        ["flow nesting"] = $"tags: {new string('[', 5000)}{new string(']', 5000)}\n",
        ["open flow nesting"] = $"tags: {new string('[', 30_000)}\n",
        ["map nesting"] = $"image: {string.Concat(Enumerable.Repeat("{a: ", 5000))}\n",
        ["block nesting"] = string.Concat(Enumerable.Range(0, 300).Select(n => $"{new string(' ', n)}a:\n")),
        ["sequence nesting"] = $"tags:\n  {string.Concat(Enumerable.Repeat("- ", 20_000))}x\n",
        ["complex keys"] = string.Concat(Enumerable.Repeat("? ", 20_000)) + "x\n",
        ["a key twice"] = "headline: Again\n",
        ["a tag of a type"] = "series: !!python/object/apply:os.system ['true']\n",
        ["a tag of .NET"] = "image: !<!System.Diagnostics.Process> {path: x, alt: y}\n",
        ["a huge scalar"] = $"standfirst: {new string('x', 60_000)}\n",
        ["a huge head"] = $"standfirst: {new string('x', 70_000)}\n",
        ["many keys"] = string.Concat(Enumerable.Range(0, 6000).Select(n => $"k{n}: \n")) + "tags: {}\n",
        ["an unclosed quote"] = "slug: \"unclosed\n",
        ["a tab"] = "\ttags: [x]\n",
        ["two documents"] = "...\n--- !x\nheadline: Second\n",
        ["a directive"] = "%YAML 9.9\nslug: x\n",
        ["a sequence for a text"] = "slug: [a, b]\n",
        ["control letters"] = "slug: \"a\\u0000/b\"\n",
        ["a half of a letter"] = "slug: \"\\ud800\"\n",
        ["a date without end"] = "updatedAt: 99999-99-99T99:99:99+99:99\n",
        ["another section"] = "section: \"../../etc\"\n",
    };

    private readonly EditionFolder edition = new EditionFolder().Add(new Story { Slug = "aaa" }, new Story { Slug = "zzz" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => edition.Dispose();

    [Fact]
    public async Task Every_hostile_file_is_named_and_the_rest_loads()
    {
        foreach (var (number, yaml) in Yaml.Values.Index()) edition.Write($"articles/yaml-{number:00}.md", $"{Fine}{yaml}---\n\nText.\n");
        var bad = Yaml.Count;
        await WriteAsync("latin.md", [.. Encoding.UTF8.GetBytes(Fine), 0xe9, 0xff]);
        await WriteAsync("utf16.md", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Fine + "---\n\nText.\n")).ToArray());
        await WriteAsync("overlong.md", [.. Encoding.UTF8.GetBytes(Fine + "slug: "), 0xc0, 0xae, 0x0a]);
        await WriteAsync("empty.md", []);
        await WriteAsync("zeros.md", new byte[1000]);
        await using (var huge = File.Create(Path.Combine(edition.Path, "articles", "huge.md"))) huge.SetLength(100 * 1024 * 1024);
        await WriteAsync("a\nname\u001b[31m.md", "no front matter"u8.ToArray());
        bad += 7;

        using var app = NewsApp.On(edition);
        var report = await app.LoadAgainAsync();

        var named = report.Problems.Select(problem => problem.File).Where(file => file is not "site.yml").Distinct().ToList();
        var silent = Directory.EnumerateFiles(Path.Combine(edition.Path, "articles")).Select(file => "articles/" + Path.GetFileName(file)).Except(named).Except(["articles/aaa.md", "articles/zzz.md"]);
        Assert.Empty(silent);
        Assert.Equal(bad, named.Count);
        Assert.All(report.Problems.Where(problem => problem.File.StartsWith("articles/yaml-", StringComparison.Ordinal)), problem => Assert.True(problem.Line >= 1, problem.ToString()));
        foreach (var slug in new[] { "aaa", "zzz" }) await app.PageAsync($"/harbour/{slug}");
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_named_and_not_followed()
    {
        using var elsewhere = new TempFolder();
        await File.WriteAllTextAsync(elsewhere.File("secret.md"), Fine + "slug: secret\n---\n\nNot of this edition.\n", Ct);
        string In(string name) => Path.Combine(edition.Path, "articles", name);
        File.CreateSymbolicLink(In("file.md"), elsewhere.File("secret.md"));
        Directory.CreateSymbolicLink(In("folder"), elsewhere.Path);
        Directory.CreateSymbolicLink(In("loop"), edition.Path);
        File.CreateSymbolicLink(In("itself.md"), In("itself.md"));
        File.CreateSymbolicLink(In("device.md"), "/dev/zero");
        await File.WriteAllTextAsync(Path.Combine(edition.Path, "beside.md"), Fine + "slug: beside\n---\n\nOf this edition.\n", Ct);
        File.CreateSymbolicLink(In("inside.md"), Path.Combine(edition.Path, "beside.md"));

        using var app = NewsApp.On(edition);
        var report = await app.LoadAgainAsync();

        Assert.Equal(
            ["articles/device.md", "articles/file.md", "articles/folder", "articles/itself.md", "articles/loop"],
            report.Problems.Select(problem => problem.File).Order(StringComparer.Ordinal));
        await app.PageAsync("/harbour/secret", System.Net.HttpStatusCode.NotFound);
        foreach (var slug in new[] { "aaa", "zzz", "beside" }) await app.PageAsync($"/harbour/{slug}");
    }

    [Fact]
    public async Task A_site_file_that_is_hostile_leaves_the_site_as_it_was()
    {
        using var app = NewsApp.On(edition);
        foreach (var yaml in Yaml.Values)
        {
            edition.Write("site.yml", "name: Other\n" + yaml.Replace("headline", "name", StringComparison.Ordinal));
            Assert.Contains((await app.LoadAgainAsync()).Problems, problem => problem.File == "site.yml");
        }

        Assert.Equal("The Test Courier", (await app.PageAsync("/")).QuerySelector(".nameplate")!.TextContent.Trim());
    }

    private Task WriteAsync(string name, byte[] bytes) => File.WriteAllBytesAsync(Path.Combine(edition.Path, "articles", name), bytes, Ct);
}
