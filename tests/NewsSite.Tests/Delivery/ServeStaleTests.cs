using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Delivery;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Delivery;

/// <summary>While the database is down.</summary>
public sealed class ServeStaleTests : IDisposable
{
    private const string Article = "/harbour/a-story";
    private const string Other = "/harbour/b-story";

    private readonly NewsApp app = NewsApp.With(
        Story.Dated("a-story", NewsApp.Noon.AddDays(-1)),
        Story.Dated("b-story", NewsApp.Noon.AddDays(-2)),
        Story.Dated("c-story", NewsApp.Noon.AddHours(1)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_last_good_page_stands_in_for_a_day()
    {
        var good = await TextAsync(Article);
        app.Break();
        app.Clock.Advance(TimeSpan.FromHours(23));

        using var response = await app.GetAsync(Article);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(good, await response.Content.ReadAsStringAsync(Ct));
        Assert.True(response.Headers.CacheControl!.NoStore, "Whoever is on the way keeps a page that may be old.");
        Assert.True(response.Headers.Contains("Content-Security-Policy"));

        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.GetAsync(Article)).StatusCode);
    }

    [Fact]
    public async Task A_page_that_was_never_read_fails_and_the_failure_is_kept_nowhere()
    {
        await app.GetAsync("/");
        app.Break();

        Assert.Equal(HttpStatusCode.InternalServerError, (await app.GetAsync(Article)).StatusCode);
        Assert.Equal(1, app.Services.GetRequiredService<PageStore>().Count);
    }

    [Fact]
    public async Task A_page_that_was_edited_stands_in_and_one_that_was_retracted_never()
    {
        foreach (var url in new[] { "/", "/harbour", Article, Other, "/feeds/rss.xml", "/author/ines-maddern" }) await app.GetAsync(url);
        app.Services.GetRequiredService<PageStore>().Drop([DependencyTags.Article(await app.IdOfAsync("b-story"))], forGood: false);
        await app.InScopeAsync(async services => await services.GetRequiredService<PublishingDesk>().RetractAsync(await app.IdOfAsync("a-story"), "It was wrong.", Actor.Site, Ct));
        app.Break();

        // Whatever named the retracted article is gone with it: its page, its neighbours', every list.
        foreach (var url in new[] { "/", "/harbour", Article, Other, "/feeds/rss.xml", "/author/ines-maddern" })
        {
            using var response = await app.GetAsync(url);
            Assert.DoesNotContain("Headline of a-story", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_edited_page_stands_in_when_the_new_one_cannot_be_made()
    {
        var good = await TextAsync(Other);
        app.Services.GetRequiredService<PageStore>().Drop([DependencyTags.Article(await app.IdOfAsync("b-story"))], forGood: false);
        app.Break();

        Assert.Equal(good, await TextAsync(Other));
    }

    [Fact]
    public async Task Robots_txt_is_answered_whether_or_not_it_was_asked_for_before()
    {
        app.Break();
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/robots.txt")).StatusCode);
        Assert.Equal(0, app.Services.GetRequiredService<PageStore>().Count);
    }

    private async Task<string> TextAsync(string url) => await (await app.GetAsync(url)).Content.ReadAsStringAsync(Ct);
}
