using System.Globalization;
using System.Net;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Standards;

/// <summary>Every page that can be reached by links, of readers and of the newsroom, before judges that we did not write.</summary>
public sealed class PageValidationTests
{
    private const int Most = 400;

    [Fact]
    public async Task The_Nu_HTML_checker_and_the_schema_org_validator_find_no_error_on_any_kind_of_page()
    {
        using var app = NewsApp.On(Edition());
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");
        using var reader = new StaffBrowser(app);
        using var admin = await app.BrowserOfAsync(StaffRoom.Admin);
        using var folder = new TempFolder();

        var read = await WalkAsync(reader, folder, "reader", "/", "/search?q=quay", "/search?q=zyxwvut", "/search?q=quay&from=never", "/harbour/no-such-story", "/account/sign-in", "/account/forgot");
        var staff = await WalkAsync(admin, folder, "staff", "/admin", "/admin/articles/1");
        var findings = await Judges.JudgeAsync(folder.Path);

        var said = findings.GroupBy(finding => finding.Message).Select(same => $"{same.First().Judge} {read.Concat(staff).First(page => page.File == same.First().Page).Url} and {same.Count() - 1} more: {same.Key}").ToList();
        Assert.True(said.Count == 0, string.Join('\n', said));
        Assert.True(read.Count > 25 && staff.Count > 15, $"only {read.Count} and {staff.Count} pages were reached");
    }

    [Fact]
    public async Task Both_judges_would_find_an_error()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            folder.File("wrong.html"),
            """<!doctype html><html lang="en"><title>Wrong</title><p id="a"></p><p id="a"></p><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headlines":"Two"}</script></html>""",
            TestContext.Current.CancellationToken);

        var findings = await Judges.JudgeAsync(folder.Path);

        Assert.Contains(findings, finding => finding.Judge == "html" && finding.Message.StartsWith("Duplicate ID", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Judge == "data" && finding.Message.Contains("headlines", StringComparison.Ordinal));
    }

    private static async Task<List<(string Url, string File)>> WalkAsync(StaffBrowser browser, TempFolder folder, string name, params string[] from)
    {
        var (pages, ahead, seen) = (new List<(string Url, string File)>(), new Queue<string>(from), from.ToHashSet());
        while (ahead.TryDequeue(out var url) && pages.Count < Most)
        {
            var answer = await browser.GetAsync(url);
            if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.NotFound) || !answer.Text.StartsWith("<!doctype html", StringComparison.Ordinal)) continue;

            var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{pages.Count:000}.html");
            await File.WriteAllTextAsync(folder.File(file), answer.Text, TestContext.Current.CancellationToken);
            pages.Add((url, file));
            foreach (var link in answer.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(seen.Add)) ahead.Enqueue(link);
        }

        return pages;
    }

    private static EditionFolder Edition() => new EditionFolder().Write("pages/about.md", "---\ntitle: About us\n---\n\nWe print **news**.\n").Add(
        [
            new Story { Slug = "quay", Headline = "Quay </script> & “pier” <raised>", More = "standfirst: What it is “about” & more.\ntags: [Quay, Storm]\nseries: The barrier" },
            new Story { Slug = "part-two", Section = "council", Authors = "Mara Whitlock, Tomas Okell", More = "tags: [Quay]\nseries: The barrier" },
            new Story { Slug = "kai", More = "language: de\ntranslationOf: quay" },
            new Story { Slug = "rtl", Headline = "مكتبة الميناء", Body = "افتتحت المكتبة أبوابها.", More = "language: ar" },
            new Story
            {
                Slug = "forms", Section = "council",
                Body = "## A heading\n\nA [link](https://example.org/) and a note[^1].\n\n- one\n- two\n\n1. first\n2. second\n\n> Said somebody.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```\ncode\n```\n\n---\n\n[^1]: The note.",
            },
            .. Enumerable.Range(0, 25).Select(n => Story.Dated($"more-{n:00}", NewsApp.Noon.AddDays(-30 - (n * 20)))),
        ]);
}
