using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Generating;
using NewsSite.Features.Sitemaps;
using NewsSite.Tests.Features.Feeds;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Sitemaps;

public sealed class SitemapTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_index_names_every_sitemap_that_is_not_empty_and_each_is_valid_and_leads_to_pages()
    {
        using var app = NewsApp.On(new EditionFolder().Write("pages/about.md", "---\ntitle: About us\n---\n\nWe print news.\n").Add(
            Story.Dated("old", new DateTimeOffset(2024, 2, 29, 8, 0, 0, TimeSpan.Zero)) with { More = "tags: [Quay]\nupdatedAt: 2024-03-02T09:30:00+01:00" },
            Story.Dated("first", new DateTimeOffset(2026, 9, 30, 22, 0, 0, TimeSpan.Zero)), // midnight of 1 October in Brussels
            Story.Dated("new", NewsApp.Noon.AddHours(-1)) with { Section = "council", Authors = "Tomas Okell" },
            Story.Dated("waiting", NewsApp.Noon.AddMonths(1)) with { Authors = "Hidden Hand", More = "tags: [Hidden]" }));

        var maps = await app.MapsAsync();

        Assert.Equal(["/sitemaps/pages.xml", "/sitemaps/tags.xml", "/sitemaps/authors.xml", "/sitemaps/2024-02.xml", "/sitemaps/2026-10.xml", "/sitemaps/2026-11.xml"], maps.Keys);
        Assert.Equal(["/", "/harbour", "/council", "/info/about"], maps["/sitemaps/pages.xml"]);
        Assert.Equal(["/tag/quay"], maps["/sitemaps/tags.xml"]);
        Assert.Equal(["/author/ines-maddern", "/author/tomas-okell"], maps["/sitemaps/authors.xml"].Order(StringComparer.Ordinal));
        Assert.Equal(["/harbour/first"], maps["/sitemaps/2026-10.xml"]);
        foreach (var url in maps.Values.SelectMany(urls => urls)) await app.PageAsync(url);
        Assert.Equal("2024-03-02T08:30:00Z", (await app.XmlAsync("/sitemaps/2024-02.xml")).Descendants(SitemapReading.Map + "lastmod").Single().Value);
    }

    [Fact]
    public async Task A_fuller_month_goes_on_in_another_sitemap_and_no_article_is_left_out_or_named_twice()
    {
        using var app = NewsApp.With([.. Enumerable.Range(0, 23).Select(n => Story.Dated($"story-{n:00}", NewsApp.Noon.AddDays(-10).AddMinutes(n / 3)) with { Authors = $"Author {n}", More = $"tags: [Tag {n}]" })]);
        app.Services.GetRequiredService<SitemapLimits>().Urls = 5;

        var maps = await app.MapsAsync();

        foreach (var kind in (string[])["/sitemaps/tags.xml", "/sitemaps/authors.xml", "/sitemaps/2026-11.xml"])
        {
            var files = maps.Where(map => map.Key.StartsWith(kind, StringComparison.Ordinal)).Select(map => map.Value).ToList();
            Assert.Equal([5, 5, 5, 5, 3], files.Select(urls => urls.Count));
            Assert.Equal(23, files.SelectMany(urls => urls).Distinct().Count());
        }

        var inOrder = await app.WithDatabaseAsync(db => db.Articles.OrderBy(article => article.PublishedAt).ThenBy(article => article.Id).Select(article => "/harbour/" + article.Slug.Value).ToListAsync(Ct));
        Assert.Equal(inOrder, maps.Where(map => map.Key.StartsWith("/sitemaps/2026-11.xml", StringComparison.Ordinal)).SelectMany(map => map.Value));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(23)]
    public async Task A_month_that_just_fills_its_sitemaps_has_no_empty_one_behind(int count)
    {
        using var app = NewsApp.With([.. Enumerable.Range(0, count).Select(n => Story.Dated($"story-{n:00}", NewsApp.Noon.AddMinutes(-n)))]);
        app.Services.GetRequiredService<SitemapLimits>().Urls = count;

        Assert.Equal(["/sitemaps/2026-11.xml"], (await app.MapsAsync()).Keys.Where(url => url.Contains("2026", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_long_archive_is_named_whole_month_by_month_at_a_cost_that_months_decide_and_not_articles()
    {
        const int count = 4_000; // one every seven minutes: three weeks
        using var app = new NewsApp();
        await app.Services.GetRequiredService<ArticleGenerator>().RunAsync(count, withSummaries: false, Ct);
        await app.TextAsync("/sitemap.xml");
        app.ForgetPages();

        var cost = await app.Commands.OfAsync(() => app.TextAsync("/sitemap.xml"));
        var maps = await app.MapsAsync();

        var months = maps.Where(map => map.Key.StartsWith("/sitemaps/2", StringComparison.Ordinal)).ToList();
        Assert.Equal(count, months.SelectMany(map => map.Value).Distinct().Count());
        Assert.InRange(cost, months.Count, (2 * months.Count) + 6);
    }

    [Fact]
    public async Task What_is_written_goes_out_while_the_rest_is_still_being_read()
    {
        const int bufferOfAWriter = 64 * 1024;
        using var body = new MemoryStream();
        var made = 0L;
        async IAsyncEnumerable<SitemapEntry> Entries()
        {
            for (var i = 0; i < 50_000; i++)
            {
                Assert.InRange(made - body.Length, 0, bufferOfAWriter);
                made += "<url><loc></loc></url>".Length + "https://courier.example/harbour/story-".Length;
                await Task.CompletedTask;
                yield return new SitemapEntry("/harbour/story-" + i.ToString(CultureInfo.InvariantCulture));
                if (made < body.Length) made = body.Length;
            }
        }

        using var app = new NewsApp();
        await app.Services.GetRequiredService<SitemapWriter>().WriteAsync(body, Entries(), Ct);

        Assert.Equal(50_000, XDocument.Parse(Encoding.UTF8.GetString(body.ToArray())).Root!.Elements().Count());
    }

    [Fact]
    public async Task The_news_sitemap_holds_two_days_newest_first_with_all_that_Google_asks_for()
    {
        using var app = NewsApp.With(
            Story.Dated("now", NewsApp.Noon) with { Headline = "Quay & <crane>", More = "language: zh-Hant" },
            Story.Dated("just", NewsApp.Noon.AddDays(-2).AddSeconds(1)),
            Story.Dated("before", NewsApp.Noon.AddDays(-2).AddSeconds(-1)),
            Story.Dated("waiting", NewsApp.Noon.AddSeconds(1)));

        Assert.Equal(["/harbour/now", "/harbour/just"], await app.MapAsync("/sitemaps/news.xml"));
        var news = (await app.XmlAsync("/sitemaps/news.xml")).Descendants(SitemapReading.News + "news").ToList();
        Assert.Equal(["The Test Courier", "The Test Courier"], news.Select(each => each.Descendants(SitemapReading.News + "name").Single().Value));
        Assert.Equal(["zh-tw", "en"], news.Select(each => each.Descendants(SitemapReading.News + "language").Single().Value));
        Assert.Equal(("Quay & <crane>", "2026-11-22T12:00:00Z"), (news[0].Element(SitemapReading.News + "title")!.Value, news[0].Element(SitemapReading.News + "publication_date")!.Value));

        app.Services.GetRequiredService<SitemapLimits>().News = 1;
        app.ForgetPages();
        Assert.Equal(["/harbour/now"], await app.MapAsync("/sitemaps/news.xml"));
        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty((await app.XmlAsync("/sitemaps/news.xml")).Elements()); // which Google wants all the same
    }

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("PT-br", "pt")]
    [InlineData("yue", "yue")]
    [InlineData("zh", "zh-cn")]
    [InlineData("zh-Hans-SG", "zh-cn")]
    [InlineData("zh-HK", "zh-tw")]
    public void A_language_is_named_as_Google_names_it(string tag, string expected) => Assert.Equal(expected, NewsLanguage.Of(tag));

    [Theory]
    [InlineData("<lastmod>", "<lastmod>yesterday")]
    [InlineData("<news:title>", "<news:headline /><news:title>")]
    [InlineData("<news:language>", "<news:language>x-")]
    [InlineData("<loc>", "<loc/><loc>")]
    public async Task A_sitemap_with_a_fault_is_found_out(string right, string wrong)
    {
        using var app = NewsApp.With(Story.Dated("now", NewsApp.Noon));
        var text = await app.TextAsync(right == "<lastmod>" ? "/sitemaps/2026-11.xml" : "/sitemaps/news.xml");

        Assert.NotEmpty(SitemapReading.Faults(XDocument.Parse(text.Replace(right, wrong, StringComparison.Ordinal)).Root!));
    }

    [Theory]
    [InlineData(WorkflowStep.Retract)]
    [InlineData(WorkflowStep.Unpublish)]
    public async Task What_is_taken_back_leaves_every_sitemap_with_all_that_only_it_had(WorkflowStep step)
    {
        using var app = NewsApp.With(Story.Dated("gone", NewsApp.Noon.AddHours(-1)) with { More = "tags: [Quay]" });
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);

        Assert.True((await app.StepAsync(eva, step, 1, note: "It was wrong.")).IsDone);

        Assert.Equal(["/sitemaps/pages.xml"], (await app.MapsAsync()).Keys);
        foreach (var url in (string[])["/sitemaps/2026-11.xml", "/sitemaps/tags.xml", "/sitemaps/authors.xml"]) await app.MissingAsync(url);
    }

    [Fact]
    public async Task What_is_no_sitemap_is_an_honest_404_and_what_is_one_says_what_it_is()
    {
        using var app = NewsApp.With(Story.Dated("now", NewsApp.Noon));

        foreach (var url in (string[])["/sitemaps/2026-12.xml", "/sitemaps/2026-13.xml", "/sitemaps/0001-01.xml", "/sitemaps/9999-12.xml", "/sitemaps/2026-11", "/sitemaps/none.xml", "/sitemaps/2026-11.xml?after=x", "/sitemaps/2026-11.xml?after=1-1", "/sitemaps/2026-11.xml?after=253402300799999-1", "/sitemaps/pages.xml?after=0", "/sitemaps/tags.xml?after=-1"])
            await app.MissingAsync(url);
        using var index = await app.GetAsync("/sitemap.xml");
        using var request = new HttpRequestMessage(HttpMethod.Head, "/sitemaps/2026-11.xml");
        using var head = await app.Client.SendAsync(request, Ct);
        Assert.Equal(("application/xml; charset=utf-8", "public, must-revalidate, max-age=0, s-maxage=10"), (index.Content.Headers.ContentType!.ToString(), index.Headers.CacheControl!.ToString()));
        Assert.Equal((HttpStatusCode.OK, "application/xml; charset=utf-8", 0), (head.StatusCode, head.Content.Headers.ContentType!.ToString(), (await head.Content.ReadAsByteArrayAsync(Ct)).Length));
    }
}
