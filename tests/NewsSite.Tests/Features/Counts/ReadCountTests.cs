using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Counts;

/// <summary>What counts as a read, and what does not.</summary>
public sealed class ReadCountTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(Story.Dated("quay", NewsApp.Noon.AddDays(-1)), Story.Dated("tomorrow", NewsApp.Noon.AddDays(1)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Each_time_that_a_browser_opens_an_article_is_one_read()
    {
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, await app.ReadAsync("/harbour/quay"));

        Assert.Equal([(1, "2026-11-22", 3, 0)], await app.CountsAsync());
        await app.ReadAsync("/harbour/quay");
        Assert.Equal([(1, "2026-11-22", 4, 0)], await app.CountsAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Dest", "")]
    [InlineData("Sec-Fetch-Dest", "empty")]
    [InlineData("Sec-Fetch-Dest", "iframe")]
    [InlineData("Sec-Purpose", "prefetch")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Purpose", "prefetch")]
    [InlineData("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("User-Agent", "SomeCrawler/1.0")]
    [InlineData("User-Agent", "Baiduspider")]
    public async Task What_fetches_ahead_or_is_no_person_is_not_counted(string header, string value)
    {
        Assert.Equal(HttpStatusCode.OK, await app.ReadAsync("/harbour/quay", null, (header, value)));

        Assert.Empty(await app.CountsAsync());
    }

    [Theory]
    [InlineData("/harbour/tomorrow", 404)]
    [InlineData("/harbour/nothing", 404)]
    [InlineData("/council/quay", 301)]
    [InlineData("/harbour", 200)]
    [InlineData("/", 200)]
    public async Task Nothing_is_counted_but_the_page_of_an_article(string url, int status)
    {
        Assert.Equal(status, (int)await app.ReadAsync(url));

        Assert.Empty(await app.CountsAsync());
    }

    [Fact]
    public async Task Asking_for_the_headers_alone_is_no_read()
    {
        await app.ReadAsync("/harbour/quay", HttpMethod.Head);

        Assert.Empty(await app.CountsAsync());
    }

    [Fact]
    public async Task Whoever_is_signed_in_to_the_newsroom_is_not_counted()
    {
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator);
        using var browser = await app.BrowserOfAsync(StaffRoom.Admin);
        var cookies = string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

        await app.ReadAsync("/harbour/quay", null, ("Cookie", cookies));
        (await app.OpenSummaryAsync("1", ("Cookie", cookies))).Dispose();
        Assert.Empty(await app.CountsAsync());

        await app.ReadAsync("/harbour/quay", null, ("Cookie", "other=1"));
        Assert.Single(await app.CountsAsync());
    }

    [Fact]
    public async Task The_notice_of_a_retracted_article_is_not_counted()
    {
        var ada = await app.MemberAsync("Ada", StaffRole.Administrator);
        Assert.True((await app.StepAsync(ada, NewsSite.Domain.Articles.WorkflowStep.Retract, 1, note: "It was wrong.")).IsDone);

        Assert.Equal(HttpStatusCode.OK, await app.ReadAsync("/harbour/quay"));

        Assert.Empty(await app.CountsAsync());
    }

    [Fact]
    public async Task A_day_is_one_of_the_site_s_calendar_also_when_clocks_change()
    {
        using var brussels = NewsApp.With(Story.Dated("quay", new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero)));
        foreach (var (month, day, hour, minute) in new[] { (11, 22, 22, 59), (11, 22, 23, 0) }) await ReadAtAsync(brussels, new DateTimeOffset(2026, month, day, hour, minute, 0, TimeSpan.Zero));
        // In summer a day begins at 22:00 UTC: from the end of March on, one hour earlier.
        foreach (var at in new[] { new DateTimeOffset(2027, 3, 27, 22, 59, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 27, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 28, 21, 59, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 28, 22, 0, 0, TimeSpan.Zero) })
            await ReadAtAsync(brussels, at);

        Assert.Equal([(1, "2026-11-22", 1, 0), (1, "2026-11-23", 1, 0), (1, "2027-03-27", 1, 0), (1, "2027-03-28", 2, 0), (1, "2027-03-29", 1, 0)], await brussels.CountsAsync());

        static async Task ReadAtAsync(NewsApp site, DateTimeOffset at)
        {
            site.Clock.SetUtcNow(at);
            await site.ReadAsync("/harbour/quay");
        }
    }

    [Fact]
    public async Task Nothing_is_kept_that_could_tell_who_read()
    {
        await app.ReadAsync("/harbour/quay", null, ("X-Forwarded-For", "203.0.113.77"), ("Referer", "https://elsewhere.example/"));
        await app.CountsAsync();

        var columns = await app.WithDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info('ArticleCounts') ORDER BY cid").ToListAsync(Ct));

        Assert.Equal(["ArticleId", "Day", "Reads", "SummaryOpens"], columns);
    }

    [Fact]
    public async Task Counting_sets_no_cookie_and_changes_no_byte_of_the_page()
    {
        using var counted = new HttpRequestMessage(HttpMethod.Get, new Uri("/harbour/quay", UriKind.Relative)) { Headers = { { "Sec-Fetch-Dest", "document" } } };
        using var answer = await app.Client.SendAsync(counted, Ct);
        using var uncounted = await app.GetAsync("/harbour/quay");

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(await uncounted.Content.ReadAsStringAsync(Ct), await answer.Content.ReadAsStringAsync(Ct));
    }
}
