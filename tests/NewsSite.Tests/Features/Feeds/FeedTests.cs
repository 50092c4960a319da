using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Feeds;
using NewsSite.Tests.Features.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Feeds;

/// <summary>What stands in a feed, when, and under which name.</summary>
public sealed class FeedTests(FeedSite site) : IClassFixture<FeedSite>
{
    private static readonly string[] Files = ["rss.xml", "atom-summary.xml", "feed.json"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/feeds/rss.xml")]
    [InlineData("/feeds/section/harbour/atom.xml")]
    [InlineData("/feeds/tag/quay/feed.json")]
    [InlineData("/feeds/author/ines-maddern/rss-summary.xml")]
    [InlineData("/feeds/search/feed-summary.json?q=harbour")]
    public async Task Older_pages_lead_through_every_article_once(string feed)
    {
        var read = new List<string>();
        for (var url = feed; url is not null; url = await site.App.NextAsync(url)) read.AddRange((await site.App.ItemsAsync(url)).Select(item => item.Url));

        Assert.Equal(Enumerable.Range(0, FeedSite.Count).Select(n => $"https://courier.example/harbour/story-{n}"), read);
    }

    [Theory]
    [InlineData("/feeds/none.xml")]
    [InlineData("/feeds/rss.xml?older=x")]
    [InlineData("/feeds/rss.xml?older=1-1")]
    [InlineData("/feeds/rss.xml?older=")]
    [InlineData("/feeds/section/nowhere/rss.xml")]
    [InlineData("/feeds/tag/nothing/rss.xml")]
    [InlineData("/feeds/author/nobody/rss.xml")]
    [InlineData("/feeds/search/rss.xml")]
    [InlineData("/feeds/search/rss.xml?q=%20")]
    public async Task What_is_not_there_is_an_honest_404(string url) => await site.App.TextAsync(url, HttpStatusCode.NotFound);

    [Fact]
    public async Task Whoever_has_the_feed_is_told_so_in_a_few_bytes_by_tag_or_by_time()
    {
        using var whole = await site.App.GetAsync("/feeds/rss.xml");
        using var other = await site.App.GetAsync("/feeds/atom.xml");

        Assert.Equal("application/rss+xml; charset=utf-8", whole.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, must-revalidate, max-age=0, s-maxage=10", string.Join(", ", whole.Headers.GetValues("Cache-Control")));
        Assert.False(whole.Headers.ETag!.IsWeak);
        Assert.NotEqual(whole.Headers.ETag, other.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("If-None-Match", whole.Headers.ETag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("If-Modified-Since", whole.Content.Headers.LastModified!.Value.ToString("R")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("If-None-Match", other.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("If-Modified-Since", whole.Content.Headers.LastModified.Value.AddSeconds(-1).ToString("R")));
    }

    [Theory]
    [InlineData("/feeds/rss.xml")]
    [InlineData("/feeds/atom.xml")]
    [InlineData("/feeds/feed.json")]
    public async Task A_feed_is_compressed_and_HEAD_tells_its_length(string url)
    {
        using var compressed = await AskAsync(HttpMethod.Get, url, "Accept-Encoding", "gzip");
        using var head = await AskAsync(HttpMethod.Head, url);
        using var whole = await site.App.GetAsync(url);

        Assert.Equal(["gzip"], compressed.Content.Headers.ContentEncoding);
        Assert.Equal((HttpStatusCode.OK, whole.Content.Headers.ContentLength, 0), (head.StatusCode, head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync(Ct)).Length));
    }

    [Fact]
    public async Task However_many_articles_it_holds_a_feed_costs_the_same_few_questions()
    {
        using var small = NewsApp.With(new Story { Slug = "only", More = "tags: [Quay]" });
        await small.TextAsync("/feeds/rss.xml");
        await site.App.TextAsync("/feeds/rss.xml");

        small.ForgetPages();
        site.App.ForgetPages();
        var few = await small.Commands.OfAsync(() => small.TextAsync("/feeds/rss.xml"));

        Assert.InRange(few, 1, 4); // articles, bylines, tags, and the time of the last change
        Assert.Equal(few, await site.App.Commands.OfAsync(() => site.App.TextAsync("/feeds/rss.xml")));
    }

    [Fact]
    public async Task An_article_keeps_its_name_in_every_format_through_another_slug_and_another_section()
    {
        using var app = NewsApp.With(new Story { Slug = "quay" });
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        var before = await NamesAsync(app);
        var form = (await app.OpenAsync(eva, 1))!.Form;
        (form.Slug, form.Section) = ("raised", 2);
        form.Standfirst = "It is done.";

        Assert.True((await app.StepAsync(eva, WorkflowStep.Update, 1, form)).IsDone);

        Assert.Equal("https://courier.example/council/raised", (await app.ItemsAsync("/feeds/rss.xml"))[0].Url);
        Assert.Equal("tag:courier.example,2026-11-20:article/1", Assert.Single(before));
        Assert.Equal(before, await NamesAsync(app));
    }

    [Fact]
    public async Task A_site_and_a_section_without_articles_have_feeds_that_are_valid_and_a_search_without_results_too()
    {
        using var app = new NewsApp();

        foreach (var root in (string[])["/feeds/", "/feeds/section/harbour/", "/feeds/search/"])
        {
            foreach (var file in FeedFile.All) Assert.Empty(await app.ItemsAsync($"{root}{file.Name}{(root.Contains("search", StringComparison.Ordinal) ? "?q=x" : null)}"));
        }

        Assert.NotEmpty((await app.XmlAsync("/feeds/atom.xml")).Element(FeedReading.Atom + "updated")!.Value);
    }

    [Fact]
    public async Task What_has_moved_leads_to_its_feed_where_it_is_now()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "one", More = "tags: [Harbor]" }, new Story { Slug = "two", More = "tags: [Quays]" });
        await room.SaveAsync($"/admin/settings/tags/{await room.TagAsync("harbor")}", ("Slug", "port"));
        await room.SaveAsync($"/admin/settings/sections/{await room.SectionAsync("harbour")}", ("Slug", "quayside"));
        await room.SaveAsync($"/admin/settings/authors/{await room.AuthorAsync("ines-maddern")}", ("Slug", "ines"));

        await room.MovedAsync("/feeds/tag/harbor/rss.xml", "/feeds/tag/port/rss.xml");
        await room.MovedAsync("/feeds/section/harbour/feed.json?older=1-1", "/feeds/section/quayside/feed.json?older=1-1");
        await room.MovedAsync("/feeds/author/ines-maddern/atom-summary.xml", "/feeds/author/ines/atom-summary.xml");
        await room.App.TextAsync("/feeds/tag/harbor/none.xml", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(WorkflowStep.Retract)]
    [InlineData(WorkflowStep.Unpublish)]
    public async Task What_is_taken_back_leaves_every_feed_and_who_asks_by_time_learns_of_it(WorkflowStep step)
    {
        using var app = NewsApp.With(Story.Dated("first", NewsApp.Noon.AddHours(-2)), Story.Dated("second", NewsApp.Noon.AddHours(-1)), Story.Dated("waiting", NewsApp.Noon.AddHours(1)));
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        using var before = await app.GetAsync("/feeds/rss.xml");
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.True((await app.StepAsync(eva, step, await IdAsync(app, "second"), note: "It was wrong.")).IsDone);

        foreach (var file in Files) Assert.Equal("https://courier.example/harbour/first", Assert.Single(await app.ItemsAsync("/feeds/" + file)).Url);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feeds/rss.xml");
        request.Headers.IfModifiedSince = before.Content.Headers.LastModified;
        using var after = await app.Client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Dropping_what_nobody_has_seen_changes_nothing_that_anybody_can_see()
    {
        using var app = NewsApp.With(Story.Dated("first", NewsApp.Noon.AddHours(-2)), Story.Dated("waiting", NewsApp.Noon.AddHours(1)));
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        using var before = await app.GetAsync("/feeds/rss.xml");
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.True((await app.StepAsync(eva, WorkflowStep.Unpublish, await IdAsync(app, "waiting"))).IsDone);

        using var after = await app.GetAsync("/feeds/rss.xml");
        Assert.Equal((before.Headers.ETag, before.Content.Headers.LastModified), (after.Headers.ETag, after.Content.Headers.LastModified));
    }

    [Fact]
    public async Task Text_that_would_break_a_document_breaks_none()
    {
        const string hostile = "]]></title></script><b>\u202eabc & \u0001\ufffed\uffff\u2028e";
        using var app = NewsApp.With(new Story { Slug = "quay", More = "tags: [Tide]" });
        await app.WithDatabaseAsync(async db => // past all that keeps such text out
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Articles SET Headline = {hostile}, Standfirst = {hostile}, OffersSummary = 0", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE ArticleBodies SET Html = {"<p>" + hostile + "</p>"}", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE Tags SET Name = {hostile}", Ct);
            return await db.Database.ExecuteSqlAsync($"UPDATE Authors SET Name = {hostile}", Ct);
        });

        foreach (var file in FeedFile.All)
        {
            var item = Assert.Single(await app.ItemsAsync("/feeds/" + file.Name));
            Assert.Equal("]]></title></script><b>\u202eabc & d\u2028e", item.Title);
            Assert.All(new[] { item.Summary, item.Html }.OfType<string>(), text => Assert.Contains("\u202eabc &", text, StringComparison.Ordinal));
            Assert.DoesNotContain("</script>", file.Format is FeedFormat.Json ? await app.TextAsync("/feeds/" + file.Name) : "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/", "/feeds", "")]
    [InlineData("/harbour", "/feeds/section/harbour", "")]
    [InlineData("/tag/quay", "/feeds/tag/quay", "")]
    [InlineData("/author/ines-maddern", "/feeds/author/ines-maddern", "")]
    [InlineData("/search?q=harbour%20board", "/feeds/search", "?q=harbour%20board")]
    [InlineData("/harbour/story-0", "/feeds", "")]
    public async Task A_page_names_its_feeds_to_programs_and_to_people(string url, string root, string query)
    {
        var page = await site.App.PageAsync(url);

        var named = page.QuerySelectorAll("link[rel=alternate][type^=application]").Select(link => (link.GetAttribute("type"), link.GetAttribute("href"))).ToList();
        Assert.Equal(
            [("application/rss+xml", $"https://courier.example{root}/rss.xml{query}"), ("application/atom+xml", $"https://courier.example{root}/atom.xml{query}"), ("application/feed+json", $"https://courier.example{root}/feed.json{query}")],
            named);
        foreach (var (type, href) in named)
        {
            using var answer = await site.App.GetAsync(FeedReading.FromRoot(href!));
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }

        Assert.NotNull(page.QuerySelector(".foot a[href='/feeds/rss.xml']"));
        Assert.NotNull(page.QuerySelector($"a[href='{root}/rss.xml{query}']"));
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=nothingofthesort")]
    public async Task A_search_without_results_names_no_feed(string url) =>
        Assert.Empty((await site.App.PageAsync(url)).QuerySelectorAll("link[rel=alternate]"));

    private static async Task<List<string>> NamesAsync(NewsApp app)
    {
        var names = new HashSet<string>();
        foreach (var file in FeedFile.All) names.UnionWith((await app.ItemsAsync("/feeds/" + file.Name)).Select(item => item.Id));
        return [.. names];
    }

    private static Task<long> IdAsync(NewsApp app, string slug) =>
        app.WithDatabaseAsync(db => Task.FromResult(db.Articles.Single(article => article.Slug == Slug.Of(slug)).Id));

    private async Task<HttpStatusCode> StatusAsync(string header, string value)
    {
        using var answer = await AskAsync(HttpMethod.Get, "/feeds/rss.xml", header, value);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string url, string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative));
        if (header is not null) request.Headers.TryAddWithoutValidation(header, value);
        return await site.App.Client.SendAsync(request, Ct);
    }
}
