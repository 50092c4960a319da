using System.Net;
using NewsSite.Tests.Features.Feeds;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Counts;

/// <summary>What browsers are told to fetch ahead, and how a read of it is counted all the same.</summary>
public sealed class ReadAheadTests : IDisposable
{
    private const string Url = "/count/read";

    private readonly NewsApp app = NewsApp.With(Story.Dated("quay", NewsApp.Noon.AddDays(-1)), Story.Dated("tomorrow", NewsApp.Noon.AddDays(1)));

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Articles_name_the_rules_and_other_pages_none()
    {
        Assert.Equal("\"/speculation.json\"", await RulesOfAsync("/harbour/quay"));
        foreach (var url in new[] { "/", "/harbour", "/search", "/harbour/nothing", "/harbour/tomorrow", "/count/read" }) Assert.Null(await RulesOfAsync(url));
    }

    [Fact]
    public async Task The_rules_are_of_the_type_that_browsers_ask_for_and_name_the_two_neighbours()
    {
        using var answer = await app.GetAsync("/speculation.json");
        var rule = Assert.Single((await app.JsonAsync("/speculation.json")).GetProperty("prefetch").EnumerateArray());

        Assert.Equal(("application/speculationrules+json", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.Public));
        Assert.Equal("moderate", rule.GetProperty("eagerness").GetString());
        using var both = NewsApp.With(Story.Dated("a", NewsApp.Noon.AddDays(-3)), Story.Dated("b", NewsApp.Noon.AddDays(-2)), Story.Dated("c", NewsApp.Noon.AddDays(-1)));
        var links = (await both.PageAsync("/harbour/b")).QuerySelectorAll(rule.GetProperty("where").GetProperty("selector_matches").GetString()!);
        Assert.Equal(["/harbour/a", "/harbour/c"], links.Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Fetching_ahead_counts_nothing_and_opening_what_was_fetched_counts_one_read()
    {
        await app.ReadAsync("/harbour/quay", null, ("Sec-Purpose", "prefetch"));
        Assert.Empty(await app.CountsAsync());

        using var answer = await app.TellAsync(Url, "1");
        Assert.Equal((HttpStatusCode.NoContent, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
        Assert.Equal([(1, "2026-11-22", 1, 0)], await app.CountsAsync());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4711")]
    public async Task What_readers_cannot_see_gets_the_same_answer_and_is_never_stored(string id)
    {
        using var answer = await app.TellAsync(Url, id);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await app.CountsAsync());
        app.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await app.CountsAsync());
    }

    [Theory]
    [InlineData("", null, null, HttpStatusCode.BadRequest)]
    [InlineData("x", null, null, HttpStatusCode.BadRequest)]
    [InlineData("1", "Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("1", "User-Agent", "SomeBot/1.0", HttpStatusCode.NoContent)]
    public async Task No_number_another_site_and_a_machine_are_not_counted(string body, string? header, string? value, HttpStatusCode status)
    {
        using var answer = await app.TellAsync(Url, body, header is null ? [] : [(header, value!)]);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await app.CountsAsync());
    }

    [Fact]
    public async Task It_shares_the_pace_of_opened_summaries()
    {
        using var limited = NewsApp.Limited(limits => (limits.SearchBurst, limits.SearchPause) = (2, TimeSpan.FromMinutes(5)));
        var statuses = new List<HttpStatusCode>();
        foreach (var url in new[] { Url, "/count/summary", Url })
        {
            using var answer = await limited.TellAsync(url, "1", ("X-Forwarded-For", "203.0.113.7"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.TooManyRequests], statuses);
    }

    private async Task<string?> RulesOfAsync(string url)
    {
        using var answer = await app.GetAsync(url);
        return answer.Headers.TryGetValues("Speculation-Rules", out var rules) ? Assert.Single(rules) : null;
    }
}
