using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Features.Fronts;
using NewsSite.Features.Generating;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Fronts;

public sealed class ArchiveTests(ArchiveTests.Site site) : IClassFixture<ArchiveTests.Site>
{
    [Fact]
    public async Task The_archive_names_every_year_and_month_with_articles_and_how_many()
    {
        var page = await site.App.PageAsync("/archive");

        Assert.Equal(["/2026", "/2024", "/1999"], page.QuerySelectorAll("main h2 a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            ["/2026/10 October 2 articles", "/2026/11 November 3 articles", "/2024/02 February 1 article", "/1999/12 December 1 article"],
            page.QuerySelectorAll(".months li").Select(month => $"{month.QuerySelector("a")!.GetAttribute("href")} {Words(month)}"));
        Assert.Equal("2026 5 articles", Words(page.QuerySelector("main h2")!));
    }

    [Fact]
    public async Task A_year_leads_to_its_months_and_to_the_nearest_years_that_have_articles()
    {
        var page = await site.App.PageAsync("/2024");

        Assert.Equal("2024", Words(page.QuerySelector("h1")!));
        Assert.Equal(["/2024/02"], Links(page, ".months a"));
        Assert.Equal(["/2026", "/1999"], Links(page, ".pager a"));
        Assert.Equal(["/archive"], Links(page, ".trail a"));
    }

    [Fact]
    public async Task A_month_is_a_calendar_that_links_the_days_with_articles_and_the_nearest_months()
    {
        var page = await site.App.PageAsync("/2026/10");

        Assert.Equal("October 2026", Words(page.QuerySelector("h1")!));
        Assert.Equal(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], page.QuerySelectorAll(".calendar th").Select(Words));
        Assert.Equal(31, page.QuerySelectorAll(".calendar .number").Length);
        Assert.Equal(["1", "2", "3", "4"], page.QuerySelectorAll(".calendar tbody tr:first-child td").Select(Words).Where(text => text.Length > 0)); // the first of October 2026 is a Thursday
        Assert.Equal(["/2026/10/25 25 October 2026, 1 article", "/2026/10/31 31 October 2026, 1 article"], page.QuerySelectorAll(".calendar a").Select(link => $"{link.GetAttribute("href")} {link.QuerySelector(".sr")!.TextContent}"));
        Assert.Equal(["/2026/11", "/2024/02"], Links(page, ".pager a"));
        Assert.Equal(["/archive", "/2026"], Links(page, ".trail a"));
        Assert.Equal(["/archive", "/2026", "/2026/10"], Links(await site.App.PageAsync("/2026/10/25"), ".trail a"));
    }

    [Fact]
    public async Task Weeks_begin_as_the_site_s_language_has_it()
    {
        using var american = NewsApp.On(new EditionFolder().Site(language: "en-US").Add(Story.Dated("quay", NewsApp.Noon.AddDays(-1))));

        var page = await american.PageAsync("/2026/11");

        Assert.Equal("Sun", Words(page.QuerySelector(".calendar th")!));
        Assert.Equal("1", Words(page.QuerySelector(".calendar tbody td")!)); // the first of November 2026 is a Sunday
    }

    [Theory]
    [InlineData("/2025")]
    [InlineData("/2027")]
    [InlineData("/2026/09")]
    [InlineData("/2026/12")] // only what is scheduled
    [InlineData("/2026/13")]
    [InlineData("/2026/00")]
    [InlineData("/0000")]
    [InlineData("/0001")]
    [InlineData("/0001/01")]
    [InlineData("/9999")]
    [InlineData("/9999/12")]
    [InlineData("/authors?after=zz")]
    [InlineData("/authors?after=Not%20an%20address")]
    public async Task What_has_nothing_to_show_is_not_there(string url) => await site.App.PageAsync(url, HttpStatusCode.NotFound);

    [Fact]
    public async Task What_is_scheduled_comes_into_its_month_at_its_instant()
    {
        using var app = NewsApp.With(Story.Dated("later", NewsApp.Noon.AddHours(1)) with { More = "tags: [Quay]" });
        foreach (var url in new[] { "/2026", "/2026/11" }) await app.PageAsync(url, HttpStatusCode.NotFound);
        foreach (var url in new[] { "/archive", "/tags", "/authors" }) Assert.Equal("No articles here yet.", Words((await app.PageAsync(url)).QuerySelector(".lede")!));

        app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("November 1 article", Words((await app.PageAsync("/2026")).QuerySelector(".months li")!));
        Assert.Equal("/2026/11/22", Assert.Single(Links(await app.PageAsync("/2026/11"), ".calendar a")));
        Assert.Equal("/tag/quay", Assert.Single(Links(await app.PageAsync("/tags"), ".names a")));
        Assert.Equal("/author/ines-maddern", Assert.Single(Links(await app.PageAsync("/authors"), ".names a")));
    }

    [Fact]
    public async Task Months_and_days_begin_in_the_site_s_zone_also_when_the_clock_changes()
    {
        using var app = NewsApp.With(
            Story.Dated("october", new DateTimeOffset(2026, 10, 31, 22, 59, 59, 999, TimeSpan.Zero)),
            Story.Dated("november", new DateTimeOffset(2026, 10, 31, 23, 0, 0, TimeSpan.Zero)),
            Story.Dated("march", new DateTimeOffset(2026, 3, 31, 21, 59, 59, 999, TimeSpan.Zero)),
            Story.Dated("april", new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero)),
            Story.Dated("last-year", new DateTimeOffset(2025, 12, 31, 22, 59, 59, TimeSpan.Zero)),
            Story.Dated("new-year", new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.Zero)));

        Assert.Equal(["January 1 article", "March 1 article", "April 1 article", "October 1 article", "November 1 article"], (await app.PageAsync("/2026")).QuerySelectorAll(".months li").Select(Words));
        Assert.Equal(["/2026/10/31"], Links(await app.PageAsync("/2026/10"), ".calendar a"));
        Assert.Equal(["/2026/04/01"], Links(await app.PageAsync("/2026/04"), ".calendar a"));
    }

    [Fact]
    public async Task Tags_and_authors_stand_under_their_letters_without_their_accents()
    {
        var tags = await site.App.PageAsync("/tags");

        Assert.Equal(["0–9", "E", "Q", "Σ"], tags.QuerySelectorAll(".names h2").Select(Words));
        Assert.Equal(["2026", "Eel", "Élan", "evening", "Quay", "Σίφνος"], tags.QuerySelectorAll(".names li").Select(Words));
        Assert.Contains("/tag/elan", Links(tags, ".names a"));
        Assert.Equal(["#letter-0", "#letter-1", "#letter-2", "#letter-3"], Links(tags, ".letters a"));
        Assert.Equal(["Ines Maddern", "Østen Vik"], (await site.App.PageAsync("/authors")).QuerySelectorAll(".names li").Select(Words));
        Assert.Empty(tags.QuerySelectorAll(".pager"));
    }

    [Fact]
    public async Task An_index_of_many_names_has_pages_without_gap_or_repeat()
    {
        const int Count = NameIndexReader.PageSize + 30;
        using var app = NewsApp.With([.. Enumerable.Range(0, Count / 10).Select(n => new Story { Slug = $"story-{n}", More = $"tags: [{string.Join(", ", Enumerable.Range(0, 10).Select(m => $"Tag {(n * 10) + m:000}"))}]" })]);

        var first = await app.PageAsync("/tags");
        var second = await app.PageAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((NameIndexReader.PageSize, 30), (first.QuerySelectorAll(".names li").Length, second.QuerySelectorAll(".names li").Length));
        Assert.Equal(Enumerable.Range(0, Count).Select(n => $"Tag {n:000}"), first.QuerySelectorAll(".names li").Concat(second.QuerySelectorAll(".names li")).Select(Words));
        Assert.Equal(["/tags"], Links(second, ".pager a"));
        Assert.Equal("https://courier.example/tags?after=tag-199", second.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task However_many_articles_there_are_an_archive_page_asks_as_often()
    {
        using var app = NewsApp.With(Story.Dated("quay", NewsApp.Noon.AddDays(-1)) with { More = "tags: [Quay]" });
        string[] pages = ["/archive", "/2026", "/2026/11", "/tags", "/authors"];
        var few = new List<int>();
        foreach (var page in pages) few.Add(await CommandsAsync(page));
        await app.Services.GetRequiredService<ArticleGenerator>().RunAsync(2000, withSummaries: false, TestContext.Current.CancellationToken);

        var many = new List<int>();
        foreach (var page in pages) many.Add(await CommandsAsync(page));

        Assert.Equal(few, many);
        Assert.Equal([3, 3, 3, 1, 1], many);

        async Task<int> CommandsAsync(string url)
        {
            await app.PageAsync(url);
            app.ForgetPages();
            return await app.Commands.OfAsync(() => app.PageAsync(url));
        }
    }

    [Fact]
    public async Task Sections_cannot_take_the_address_of_a_year()
    {
        using var app = NewsApp.On(new EditionFolder().Write("site.yml", "name: The Courier\nlanguage: en\ntimeZone: Etc/UTC\nsections:\n  - slug: \"2026\"\n    name: This year\n"));

        var report = await app.LoadAgainAsync();

        Assert.Contains(report.Problems, problem => problem.ToString().Contains("2026", StringComparison.Ordinal) && problem.ToString().Contains("the site itself uses", StringComparison.Ordinal));
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string?> Links(IDocument page, string selector) => page.QuerySelectorAll(selector).Select(link => link.GetAttribute("href"));

    public sealed class Site : IDisposable
    {
        public NewsApp App { get; } = NewsApp.With(
            Story.Dated("a", new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero)) with { More = "tags: [Quay, Élan, \"2026\"]", Authors = "Østen Vik, Ines Maddern" },
            Story.Dated("b", new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)) with { More = "tags: [Eel, evening, Σίφνος]" },
            Story.Dated("c", NewsApp.Noon.AddMinutes(-1)),
            Story.Dated("d", new DateTimeOffset(2026, 10, 31, 8, 0, 0, TimeSpan.Zero)),
            Story.Dated("e", new DateTimeOffset(2026, 10, 25, 8, 0, 0, TimeSpan.Zero)),
            Story.Dated("f", new DateTimeOffset(2024, 2, 29, 8, 0, 0, TimeSpan.Zero)),
            Story.Dated("g", new DateTimeOffset(1999, 12, 31, 8, 0, 0, TimeSpan.Zero)),
            Story.Dated("h", new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero)) with { More = "tags: [Zebra]", Authors = "Zora Quill" });

        public void Dispose() => App.Dispose();
    }
}
