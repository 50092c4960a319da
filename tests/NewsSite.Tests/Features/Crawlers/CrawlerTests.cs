using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Features.Shared;
using NewsSite.Tests.Features.Feeds;
using NewsSite.Tests.Features.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Crawlers;

/// <summary>What crawlers are told, and where administrators decide it.</summary>
public sealed class CrawlerTests
{
    private const string Url = "/admin/settings/crawlers";

    private static readonly string[] Training = ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended", "Applebot-Extended", "Bytespider", "meta-externalagent"];

    [Fact]
    public async Task A_new_site_shuts_the_newsroom_and_the_training_of_models_and_nothing_else()
    {
        using var app = NewsApp.With(new Story { Slug = "story" });
        using var answer = await app.GetAsync("/robots.txt");
        var robots = RobotsReading.Of(await app.TextAsync("/robots.txt"));

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        foreach (var path in (string[])["/", "/harbour/story", "/administration", "/administration/story", "/setup-guide", "/search?q=x", "/feeds/rss.xml"])
        {
            foreach (var agent in (string[])["Googlebot", "OAI-SearchBot", "ChatGPT-User", "PerplexityBot"]) Assert.True(robots.Allows(agent, path), $"{agent} {path}");
            foreach (var agent in Training) Assert.False(robots.Allows(agent, path), $"{agent} {path}");
        }

        foreach (var path in (string[])["/admin", "/admin?pile=Bin", "/admin/articles/1", "/account/sign-in", "/setup", "/setup?token=x", "/preview/x"]) Assert.False(robots.Allows("Googlebot", path), path);
        Assert.Equal(["https://courier.example/sitemap.xml", "https://courier.example/sitemaps/news.xml"], robots.Sitemaps);
        Assert.All(robots.Signals, signal => Assert.Equal("search=yes, ai-input=yes, ai-train=no", signal));
    }

    [Theory]
    [InlineData("Search", "Claude-SearchBot", "search=yes, ai-input=yes, ai-train=no")]
    [InlineData("Answers", "Perplexity-User", "search=yes, ai-input=no, ai-train=no")]
    public async Task A_purpose_that_is_switched_off_shuts_its_crawlers_and_the_log_says_who_did_it(string purpose, string agent, string signal)
    {
        await using var room = await SettingsRoom.OpenAsync();
        var opened = await room.Admin.GetAsync(Url);
        opened.Page.QuerySelector($"input[name={purpose}]")!.RemoveAttribute("checked");

        Assert.Equal(HttpStatusCode.Found, (await room.SaveAsync(opened, Url, null)).Status);

        var robots = RobotsReading.Of(await room.App.TextAsync("/robots.txt"));
        Assert.False(robots.Allows(agent, "/"));
        Assert.True(robots.Allows("Googlebot", "/"));
        Assert.All(robots.Signals, each => Assert.Equal(signal, each));
        Assert.Equal($"Ines Maddern: The Test Courier: AI {purpose.ToLowerInvariant()}: “yes” → “no”", Assert.Single(await room.AuditAsync(AuditAction.SiteChanged)));
    }

    [Theory]
    [InlineData(false, "", "1")]
    [InlineData(false, "about", "1")]
    [InlineData(true, "about", "0")]
    public async Task The_three_places_of_TDMRep_agree(bool training, string terms, string reserved)
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "story", More = "tags: [Quay]" });
        await room.SaveAsync(Url, [("Terms", terms), .. training ? new[] { ("Training", "true") } : []]);
        var policy = terms.Length == 0 ? null : "https://courier.example/info/" + terms;

        var entry = Assert.Single((await room.App.JsonAsync("/.well-known/tdmrep.json")).EnumerateArray());
        Assert.Equal(("/", reserved), (entry.GetProperty("location").GetString(), entry.GetProperty("tdm-reservation").GetRawText()));
        Assert.Equal(policy, entry.TryGetProperty("tdm-policy", out var named) ? named.GetString() : null);
        foreach (var url in (string[])["/", "/harbour", "/harbour/story", "/tag/quay", "/search", "/info/about", "/nothing", "/feeds/rss.xml", "/feeds/tag/quay/feed.json", "/sitemaps/news.xml", "/robots.txt"])
        {
            using var answer = await room.App.GetAsync(url);
            Assert.Equal([reserved], answer.Headers.GetValues("tdm-reservation"));
            Assert.Equal(policy, answer.Headers.TryGetValues("tdm-policy", out var values) ? Assert.Single(values) : null);
            if (answer.Content.Headers.ContentType!.MediaType is not "text/html") continue;
            var page = await room.App.PageAsync(url, answer.StatusCode);
            Assert.Equal((reserved, policy), (page.QuerySelector("meta[name=tdm-reservation]")?.GetAttribute("content"), page.QuerySelector("meta[name=tdm-policy]")?.GetAttribute("content")));
        }

        using var staff = await room.App.GetAsync("/account/sign-in");
        Assert.False(staff.Headers.Contains("tdm-reservation"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_the_database_is_gone_crawlers_are_told_what_was_known_last(bool wasAsked)
    {
        await using var room = await SettingsRoom.OpenAsync();
        await room.SaveAsync(Url, ("Training", "true"));
        using var app = room.App.Restarted();
        if (wasAsked) await app.TextAsync("/robots.txt");
        app.Services.GetRequiredService<SiteDirectory>().Forget(); // or it would answer by itself
        app.Break();

        Assert.Equal(wasAsked, RobotsReading.Of(await app.TextAsync("/robots.txt")).Allows("GPTBot", "/"));
        Assert.Equal(wasAsked ? 0 : 1, (await app.JsonAsync("/.well-known/tdmrep.json"))[0].GetProperty("tdm-reservation").GetInt32());
        using var page = await app.GetAsync("/");
        Assert.Equal((HttpStatusCode.InternalServerError, wasAsked ? "0" : "1"), (page.StatusCode, Assert.Single(page.Headers.GetValues("tdm-reservation"))));
    }

    [Fact]
    public async Task A_sample_edition_names_no_sitemaps_and_has_them_all_the_same()
    {
        using var app = NewsApp.On(new EditionFolder().Site("sample: true").Add(new Story { Slug = "story" }));

        Assert.Empty(RobotsReading.Of(await app.TextAsync("/robots.txt")).Sitemaps);
        await app.TextAsync("/sitemap.xml");
        await app.TextAsync("/feeds/rss.xml");
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=harbour")]
    [InlineData("/feeds/search/rss.xml?q=harbour")]
    public async Task Results_of_a_search_ask_not_to_be_indexed(string url)
    {
        using var app = NewsApp.With(new Story { Slug = "story" });
        using var answer = await app.GetAsync(url);

        Assert.Equal((HttpStatusCode.OK, "noindex"), (answer.StatusCode, Assert.Single(answer.Headers.GetValues("X-Robots-Tag"))));
    }

    [Fact]
    public async Task Two_who_decide_at_once_both_see_what_the_other_chose()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var mine = await room.Admin.GetAsync(Url);
        await room.SaveAsync(Url, ("Training", "true"));

        var answer = await room.SaveAsync(mine, Url, null, ("Terms", "about"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("training yes, terms none", answer.Page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.True(answer.Page.QuerySelector("option[value=about]")!.HasAttribute("selected"));
        Assert.True(RobotsReading.Of(await room.App.TextAsync("/robots.txt")).Allows("GPTBot", "/"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_refused_at_its_field_and_a_page_that_is_deleted_is_named_no_more()
    {
        await using var room = await SettingsRoom.OpenAsync();

        var refused = await room.SaveAsync(Url, ("Terms", "no-such-page"));
        await room.SaveAsync(Url, ("Terms", "about"));
        var page = $"/admin/settings/page/{await room.PageAsync("about")}";
        await room.SaveAsync(await room.Admin.GetAsync(page), page, "Delete", ("Confirmed", "true"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose a page of the list."), (refused.Status, refused.Page.QuerySelector("#Terms-error")!.TextContent));
        await room.App.PageAsync("/info/about", HttpStatusCode.NotFound);
        Assert.False((await room.App.JsonAsync("/.well-known/tdmrep.json"))[0].TryGetProperty("tdm-policy", out _));
        Assert.False((await room.Admin.GetAsync(Url)).Page.QuerySelector("#Terms option[selected]:not([value=''])") is not null);
    }

    [Fact]
    public async Task What_the_choices_make_can_be_looked_at_before_they_are_kept()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var opened = await room.Admin.GetAsync(Url);
        Assert.Contains("GPTBot", opened.Page.QuerySelector(".robots pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(await room.App.TextAsync("/robots.txt"), opened.Page.QuerySelector(".robots pre")!.TextContent);

        var shown = await room.Admin.SubmitAsync(opened, Url + "?handler=Preview", new Dictionary<string, string> { ["Search"] = "true", ["Answers"] = "true", ["Training"] = "true" });

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.DoesNotContain("GPTBot", shown.Page.QuerySelector(".robots pre")!.TextContent, StringComparison.Ordinal);
        Assert.True(shown.Page.QuerySelector("input[name=Training]")!.HasAttribute("checked"));
        Assert.Empty(await room.AuditAsync(AuditAction.SiteChanged));
        Assert.Contains("GPTBot", await room.App.TextAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void By_default_models_are_not_fed() => Assert.Equal(new CrawlerPolicy(AllowsSearch: true, AllowsAnswers: true, AllowsTraining: false), CrawlerPolicy.Default);
}
