using System.Net;
using AngleSharp.Dom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Fronts;

public sealed class ListPageTests(ListPageTests.Site site) : IClassFixture<ListPageTests.Site>
{
    [Theory]
    [InlineData("/harbour")]
    [InlineData("/author/ines-maddern")]
    [InlineData("/tag/quay")]
    [InlineData("/2026/11/21")]
    public async Task Older_leads_through_every_article_once_and_Newer_leads_back(string list)
    {
        var down = new List<string>();
        var pages = new List<List<string>>();
        for (var url = list; ;)
        {
            var page = await site.App.PageAsync(url);
            pages.Add(Stories(page));
            down.AddRange(pages[^1]);
            if (page.QuerySelector(".pager a[href*='older=']") is not { } older) break;
            url = older.GetAttribute("href")!;
            site.Last = url;
        }

        Assert.Equal(Enumerable.Range(0, Site.Count).Select(n => $"/harbour/story-{n}"), down);
        Assert.True(pages.Count > 1);

        var back = await site.App.PageAsync(site.Last);
        var newer = await site.App.PageAsync(back.QuerySelector(".pager a[href*='newer=']")!.GetAttribute("href")!);
        Assert.Equal(pages[^2], Stories(newer));
    }

    [Theory]
    [InlineData("/harbour?older=x")]
    [InlineData("/harbour?older=1-1")]
    [InlineData("/harbour?older=1-1&newer=1-1")]
    [InlineData("/author/nobody")]
    [InlineData("/tag/nothing")]
    [InlineData("/nowhere")]
    [InlineData("/2026/11/25")]
    [InlineData("/2026/02/30")]
    [InlineData("/0001/01/01")]
    [InlineData("/9999/12/31")]
    [InlineData("/info/nothing")]
    [InlineData("/media/..%2f..%2fnews.db")]
    [InlineData("/media/00000000000000000000000000000000.webp")]
    public async Task What_is_not_there_is_an_honest_404(string address)
    {
        var page = await site.App.PageAsync(address, HttpStatusCode.NotFound);

        Assert.NotNull(page.QuerySelector("form[role=search]"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task The_front_page_leads_bands_each_section_and_shows_no_story_twice_outside_Latest()
    {
        var front = await site.App.PageAsync("/");

        Assert.Single(front.QuerySelectorAll("h1"));
        Assert.NotNull(front.QuerySelector(".lead a[href='/harbour/story-0']"));
        var stories = front.QuerySelectorAll("main .hed a").Where(a => a.Closest(".latest, .rail, .band > h2") is null).Select(a => a.GetAttribute("href")).ToList();
        Assert.True(stories.Count > 5);
        Assert.Equal(stories.Distinct(), stories);
    }

    [Fact]
    public async Task A_day_is_a_day_of_the_site_s_zone_also_when_the_clock_changes()
    {
        using var app = NewsApp.With(
            Story.Dated("before", new DateTimeOffset(2026, 10, 24, 21, 59, 59, TimeSpan.Zero)),   // 23:59:59 in Brussels, on the 24th
            Story.Dated("first", new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero)),      // midnight in Brussels
            Story.Dated("last", new DateTimeOffset(2026, 10, 25, 22, 59, 59, TimeSpan.Zero)),     // the 25th has 25 hours
            Story.Dated("after", new DateTimeOffset(2026, 10, 25, 23, 0, 0, TimeSpan.Zero)));

        var page = await app.PageAsync("/2026/10/25");

        Assert.Equal(["/harbour/last", "/harbour/first"], Stories(page));
        Assert.NotNull(page.QuerySelector("a[href='/2026/10/24']"));
        Assert.NotNull(page.QuerySelector("a[href='/2026/10/26']"));
    }

    [Fact]
    public async Task An_empty_site_still_has_pages()
    {
        using var app = new NewsApp();

        await app.PageAsync("/");
        await app.PageAsync("/harbour");
        await app.PageAsync("/search?q=anything");
        await app.PageAsync("/archive");
    }

    private static List<string> Stories(IDocument page) =>
        [.. page.QuerySelectorAll("main .hed a").Select(a => a.GetAttribute("href")!)];

    public sealed class Site : IDisposable
    {
        public const int Count = 45;

        public NewsApp App { get; } = NewsApp.With([.. Enumerable.Range(0, Count).Select(n =>
            Story.Dated($"story-{n}", new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.Zero).AddMinutes(-n)) with
            {
                More = "tags: [Quay]",
            })]);

        public string Last { get; set; } = "";

        public void Dispose() => App.Dispose();
    }
}
