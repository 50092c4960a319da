using System.Net;
using NewsSite.Domain.Staff;
using NewsSite.Hosting.Limits;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

public sealed class RequestRateTests
{
    [Fact]
    public async Task A_network_that_searches_too_often_waits_and_its_neighbours_and_other_pages_do_not()
    {
        using var app = NewsApp.Limited(limits => (limits.SearchBurst, limits.SearchPause) = (3, TimeSpan.FromMinutes(5)));
        using var reader = new StaffBrowser(app) { Address = "203.0.113.7" };
        using var neighbour = new StaffBrowser(app) { Address = "203.0.113.8" };

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) statuses.Add((await reader.GetAsync("/search?q=quay")).Status);
        var refused = await reader.GetAsync("/search?q=quay");

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Assert.Equal("One moment, please", refused.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains($"{refused.Headers.RetryAfter.Delta.Value.TotalSeconds} seconds", refused.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync("/search?q=quay")).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/search")).Status); // the empty page asks nothing of the database
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/")).Status);
    }

    [Fact]
    public async Task The_half_of_an_IPv6_address_that_its_owner_chooses_does_not_count()
    {
        using var app = NewsApp.Limited(limits => (limits.SearchBurst, limits.SearchPause) = (1, TimeSpan.FromMinutes(5)));
        using var reader = new StaffBrowser(app) { Address = "2001:db8:1:2::1" };

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/search?q=quay")).Status);
        reader.Address = "2001:db8:1:2:ffff::9";
        Assert.Equal(HttpStatusCode.TooManyRequests, (await reader.GetAsync("/search?q=quay")).Status);
        reader.Address = "2001:db8:1:3::1";
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/search?q=quay")).Status);
    }

    [Fact]
    public async Task One_person_s_previews_wait_for_each_other_and_nobody_else_for_them()
    {
        using var app = NewsApp.OnSocket(limits => (limits.PreviewsAtOnce, limits.Waiting) = (1, 0));
        await app.HireAsync("tomas@courier.example", StaffRole.Author);
        await app.HireAsync("ines@courier.example", StaffRole.Author);
        using var tomas = await app.BrowserOfAsync("tomas@courier.example");
        using var ines = await app.BrowserOfAsync("ines@courier.example");
        tomas.Accept = "application/json";
        const string preview = "/admin/articles/new?handler=Preview";

        // Asked to go on with its body, the first is in work and stays so.
        using var first = await RawClient.ConnectAsync(app.Address!);
        await first.SendAsync($"POST {preview} HTTP/1.1\r\nHost: localhost\r\nCookie: {string.Join("; ", tomas.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))}\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n");
        Assert.Contains("100 Continue", await first.ReadUntilAsync("100 Continue"), StringComparison.Ordinal);
        var second = await tomas.PostAsync(preview, []);

        Assert.Equal(HttpStatusCode.TooManyRequests, second.Status);
        Assert.Equal(TimeSpan.FromSeconds(1), second.Headers.RetryAfter!.Delta);
        Assert.Contains("\"message\":", second.Text, StringComparison.Ordinal);
        tomas.Accept = null;
        Assert.Equal(HttpStatusCode.Found, (await ines.SubmitAsync("/admin/articles/new", new Dictionary<string, string> { ["Headline"] = "Not in the way" })).Status);
        Assert.Equal(HttpStatusCode.Found, (await tomas.SubmitAsync("/admin/articles/new", new Dictionary<string, string> { ["Headline"] = "Saved meanwhile" })).Status);
    }

    [Fact]
    public void However_many_keys_there_are_they_share_a_fixed_number_of_limiters()
    {
        using var limiter = Buckets.InWindow(permits: 1, TimeSpan.FromHours(1));

        var acquired = Enumerable.Range(0, 8 * Buckets.Count).Count(i =>
        {
            using var lease = limiter.AttemptAcquire($"somebody{i}@elsewhere.example");
            return lease.IsAcquired;
        });

        Assert.InRange(acquired, Buckets.Count / 2, Buckets.Count);
    }
}
