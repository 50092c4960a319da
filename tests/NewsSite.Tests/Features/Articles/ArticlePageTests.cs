using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Articles;

public sealed class ArticlePageTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        Story.Dated("oldest", NewsApp.Noon.AddDays(-3)),
        Story.Dated("middle", NewsApp.Noon.AddDays(-2)) with
        {
            Authors = "Ines Maddern, Tomas Okell",
            More = "standfirst: What it is about.\ntags: [Quay, Storm fund]\nupdatedAt: 2026-11-21T09:30:00+00:00",
        },
        Story.Dated("newest", NewsApp.Noon.AddDays(-1)) with { Section = "council" },
        Story.Dated("tomorrow", NewsApp.Noon.AddDays(1)));

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Publishing_an_article_links_it_to_its_neighbours()
    {
        var page = await app.PageAsync("/harbour/middle");

        Assert.Equal(("/harbour/oldest", "Headline of oldest"), Link("rel=prev"));
        Assert.Equal(("/council/newest", "Headline of newest"), Link("rel=next"));
        Assert.Null((await app.PageAsync("/harbour/oldest")).QuerySelector("[rel=prev]"));
        Assert.Null((await app.PageAsync("/council/newest")).QuerySelector("[rel=next]"));

        (string?, string?) Link(string rel) =>
            (page.QuerySelector($"[{rel}]")?.GetAttribute("href"), page.QuerySelector($"[{rel}] .hed")?.TextContent);
    }

    [Fact]
    public async Task A_scheduled_article_appears_at_its_instant_with_nothing_run()
    {
        await app.PageAsync("/harbour/tomorrow", HttpStatusCode.NotFound);

        app.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        await app.PageAsync("/harbour/tomorrow", HttpStatusCode.NotFound);

        app.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await app.PageAsync("/harbour/tomorrow");
        Assert.Equal("/harbour/tomorrow", (await app.PageAsync("/council/newest")).QuerySelector("[rel=next]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Both_summary_boxes_hold_the_same_sentences_which_stand_word_for_word_in_the_body()
    {
        var page = await app.PageAsync("/harbour/middle");

        var boxes = page.QuerySelectorAll("details.summary");
        Assert.Equal(2, boxes.Length);
        Assert.All(boxes, box => Assert.False(box.HasAttribute("open")));
        Assert.All(boxes, box => Assert.Equal("No time to read? Get a summary", Words(box.QuerySelector("summary")!.TextContent)));
        Assert.Equal(boxes[0].QuerySelector("ol")!.InnerHtml, boxes[1].QuerySelector("ol")!.InnerHtml);
        Assert.All(boxes[0].QuerySelectorAll("li a"), link =>
        {
            var source = page.QuerySelector(link.GetAttribute("href")!);
            Assert.StartsWith(source!.TextContent, link.ParentElement!.TextContent.Trim(), StringComparison.Ordinal);
        });
        Assert.NotEmpty(boxes[0].QuerySelectorAll("li a"));
    }

    [Fact]
    public async Task No_id_stands_twice()
    {
        var ids = (await app.PageAsync("/harbour/middle")).QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task The_byline_links_to_its_authors_and_the_times_are_shown_in_the_site_s_zone()
    {
        var page = await app.PageAsync("/harbour/middle");

        Assert.Equal(["/author/ines-maddern", "/author/tomas-okell"], page.QuerySelectorAll(".byline a").Select(a => a.GetAttribute("href")));
        var times = page.QuerySelectorAll(".byline time");
        Assert.Equal(["2026-11-20T12:00:00Z", "2026-11-21T09:30:00Z"], times.Select(time => time.GetAttribute("datetime")));
        Assert.Contains("13:00", times[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("10:30", times[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 minute to read", page.QuerySelector(".byline")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/council/middle")]
    [InlineData("/nowhere/middle")]
    public async Task A_wrong_section_leads_for_good_to_the_right_one(string address)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/harbour/middle"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task An_editor_s_own_summary_wins_and_the_page_says_who_wrote_it()
    {
        app.Edition.Add(new Story { Slug = "own", More = "summary: The quay grows. Dr. Solheim is content." });
        await app.LoadAgainAsync();

        var box = (await app.PageAsync("/harbour/own")).QuerySelector("details.summary")!;

        Assert.Equal(["The quay grows.", "Dr. Solheim is content."], box.QuerySelectorAll("li").Select(li => Words(li.TextContent)));
        Assert.Equal("Written by the newsroom.", Words(box.QuerySelector(".made")!.TextContent));
    }

    [Fact]
    public async Task A_translation_and_its_original_point_at_each_other()
    {
        app.Edition.Add(new Story { Slug = "a-uebersetzung", More = "language: de\ntranslationOf: middle" });
        Assert.Empty((await app.LoadAgainAsync()).Problems);

        Assert.NotNull((await app.PageAsync("/harbour/middle")).QuerySelector("main a[href='/harbour/a-uebersetzung'][hreflang=de]"));
        Assert.NotNull((await app.PageAsync("/harbour/a-uebersetzung")).QuerySelector("main a[href='/harbour/middle']"));
    }

    [Fact]
    public async Task A_right_to_left_article_says_so_on_its_own_parts()
    {
        app.Edition.Add(new Story { Slug = "arabic", Headline = "مكتبة الميناء تسهر مع قرائها", More = "language: ar", Body = "تبقى مكتبة الميناء مفتوحة حتى منتصف الليل." });
        await app.LoadAgainAsync();

        var page = await app.PageAsync("/harbour/arabic");

        Assert.Equal(("en-GB", "ltr"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal(("ar", "rtl"), (page.QuerySelector(".body")!.Closest("[lang]")!.GetAttribute("lang"), page.QuerySelector(".body")!.Closest("[dir]")!.GetAttribute("dir")));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
