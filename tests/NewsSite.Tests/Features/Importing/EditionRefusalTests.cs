using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Importing;

/// <summary>What a file may not say, and how its author is told.</summary>
public sealed class EditionRefusalTests(NewsApp app) : IClassFixture<NewsApp>, IDisposable
{
    private const string Fine = "headline: Fine\nsection: harbour\nauthors: [Ann]\npublishedAt: 2026-11-20T08:00:00Z";

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(app.Edition.Path, "articles"))) File.Delete(file);
        app.Edition.Site();
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "No front matter at all.", "1): must begin with front matter" },
        { "---\nheadline: x\n", "1): has front matter without a closing line" },
        { Article("headline: 'open\nsection: harbour"), "is not YAML" },
        { Article(Fine.Replace("headline: Fine\n", "", StringComparison.Ordinal)), "1): “headline” is missing" },
        { Article(Fine.Replace("authors: [Ann]\n", "", StringComparison.Ordinal)), "“authors” is missing" },
        { Article(Fine.Replace("Z", "", StringComparison.Ordinal)), "5): “publishedAt” must be a date and time with an offset" },
        { Article(Fine.Replace("publishedAt: 2026-11-20T08:00:00Z", "", StringComparison.Ordinal)), "“publishedAt” is missing" },
        { Article(Fine + "\nslug: Not A Slug"), "6): “slug” must be lower-case" },
        { Article(Fine + "\nslug: admin"), "6): “admin” is an address that the site itself uses" },
        { Article(Fine.Replace("section: harbour", "section: search", StringComparison.Ordinal)), "3): the section “search” would take an address" },
        { Article(Fine.Replace("section: harbour", "section: '2026'", StringComparison.Ordinal)), "3): the section “2026” would take an address" },
        { Article(Fine + "\nstatus: maybe"), "6): “status” is “maybe”" },
        { Article(Fine + "\nlanguage: '<b>'"), "6): “language” is" },
        { Article(Fine + "\nimage:\n  path: ../../etc/passwd\n  alt: x"), "6): “image”: ../../etc/passwd is not a file in the edition" },
        { Article(Fine + "\nimage:\n  path: media/none.webp"), "6): “image” needs an “alt”" },
        { Article(Fine + "\nheadline: twice"), "Duplicate key" },
        { Article(Fine + "\ntags: &a [x, *a]"), "nested too deeply or uses aliases" },
        { Article(Fine + "\ntags: " + new string('[', 40)), "nested too deeply or uses aliases" },
        { Article(Fine.Replace("Fine", new string('x', 400), StringComparison.Ordinal)), "2): “headline” has 400 characters; at most 300 are kept" },
        { Article(Fine, body: new string('>', 5000) + " deep"), "a-file.md(7)" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_file_is_refused_with_line_and_reason(string text, string complaint)
    {
        app.Edition.Write("articles/a-file.md", text);

        var report = await app.LoadAgainAsync();

        Assert.Contains(complaint, Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, report.Added);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        await File.WriteAllBytesAsync(Path.Combine(app.Edition.Path, "articles/latin.md"), [0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a], TestContext.Current.CancellationToken);

        Assert.Contains("is not UTF-8", Assert.Single((await app.LoadAgainAsync()).Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_file_with_the_same_slug_is_refused_and_names_the_first()
    {
        app.Edition.Add(new Story { Slug = "twin" }).Write("articles/zz.md", new Story { Slug = "twin" }.ToString());

        var report = await app.LoadAgainAsync();

        Assert.Equal(1, report.Added);
        Assert.Contains("the slug “twin” already belongs to twin.md", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_nobody_knows_is_reported_and_the_article_still_loads()
    {
        app.Edition.Add(new Story { Slug = "typo", More = "standfrist: Lost words" });

        var report = await app.LoadAgainAsync();

        Assert.Equal(1, report.Added);
        Assert.Contains("“standfrist” is not a field of an article", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timeZone: Mars/Olympus", "“timeZone” is “Mars/Olympus”")]
    [InlineData("language: xx-nowhere-at-all-really", "“language” is")]
    [InlineData("sample: perhaps", "“sample” is “perhaps”")]
    [InlineData("colour: red", "“colour” is not a field of a site")]
    [InlineData("sections:\n  - slug: admin\n    name: Admin", "the section “admin” would take an address")]
    public async Task A_wrong_site_file_is_refused_and_the_site_keeps_its_name(string line, string complaint)
    {
        app.Edition.Write("site.yml", "name: Another Courier\n" + line + "\n");

        Assert.Contains(complaint, Assert.Single((await app.LoadAgainAsync()).Problems).Reason, StringComparison.Ordinal);
        Assert.Contains("The Test Courier", (await app.PageAsync("/")).Title, StringComparison.Ordinal);
    }

    private static string Article(string frontMatter, string body = "Text.") => $"---\n{frontMatter}\n---\n{body}\n";
}
