using System.Net;
using System.Text;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Hosting.Limits;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>Bodies and addresses that are too large, sent to the real server.</summary>
public sealed class BodyLimitTests(BodyLimitTests.Site site) : IClassFixture<BodyLimitTests.Site>
{
    private const long Huge = 100_000_000;

    // What the operating system holds of a body that nobody has read, both ends together.
    private const int OnItsWay = 20_000_000;

    private static readonly string[] Refused = ["413", "401", "302", "400"];

    private Uri Address => site.App.Address!;

    public static TheoryData<bool, bool> Senders => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Senders))]
    public async Task A_hundred_megabytes_are_refused_at_every_door_before_they_are_read(bool isSignedIn, bool inChunks)
    {
        using var browser = isSignedIn ? await site.App.BrowserOfAsync(StaffRoom.Admin) : new StaffBrowser(site.App);
        var cookies = string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        var wrong = new List<string>();
        foreach (var door in (await site.App.Services.DoorsAsync()).Where(door => door.Method == "POST"))
        {
            using var client = await RawClient.ConnectAsync(Address);
            var (answer, sent) = await PourAsync(client, door.Url(), cookies, inChunks);
            var status = answer.Length > 12 ? answer[9..12] : "none";
            // Who is in is refused for the size alone; of anybody else nothing need be read.
            var isRight = isSignedIn && door.Route != "error/{status:int:range(400,599)}" ? status == "413" : Refused.Contains(status);
            var limit = door.Handler is "Upload" ? ServerLimits.UploadBytes : ServerLimits.ManuscriptBytes;
            if (!isRight || sent > limit + OnItsWay) wrong.Add($"{door}: {status} after {sent:N0} bytes");
        }

        Assert.Empty(wrong);
        using var reader = new HttpClient { BaseAddress = Address };
        Assert.Equal("Healthy", await reader.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Too_long_an_address_is_answered_414_and_too_many_or_too_long_headers_431()
    {
        var statuses = new List<string>();
        foreach (var request in new[]
        {
            $"GET /search?q={new string('a', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            $"GET /search?{string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"k{i}=v"))} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            $"GET /account/sign-in?returnUrl=/{new string('a', 1_000_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a={new string('a', 40_000)}\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 120).Select(i => $"X-{i}: a\r\n"))}\r\n",
        })
        {
            using var client = await RawClient.ConnectAsync(Address);
            await client.SendAsync(request);
            statuses.Add((await client.ReadToEndAsync())[9..12]);
        }

        Assert.Equal(["414", "414", "414", "431", "431"], statuses);
    }

    [Fact]
    public async Task A_text_as_long_as_it_may_be_fits_into_the_limit_however_it_is_encoded()
    {
        using var browser = await site.App.BrowserOfAsync(StaffRoom.Admin);
        var opened = await browser.GetAsync("/admin/articles/new");

        var saved = await browser.SubmitAsync(opened, "/admin/articles/new", new Dictionary<string, string> { ["Headline"] = "Long", ["Body"] = new string('港', ArticleForm.MaxLength - 100) });

        Assert.Equal(HttpStatusCode.Found, saved.Status);
    }

    [Fact]
    public async Task Too_long_a_text_is_answered_413_and_stands_in_the_field_still()
    {
        using var browser = await site.App.BrowserOfAsync(StaffRoom.Admin);
        var text = new string('a', ArticleForm.MaxLength) + "the end";

        var answer = await browser.SubmitAsync("/admin/articles/new", new Dictionary<string, string> { ["Headline"] = "Too long", ["Body"] = text });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("1,000,000 characters", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(text, answer.Page.QuerySelector("#Body")!.TextContent.TrimStart('\n'));
    }

    [Fact]
    public async Task The_refusal_is_a_page_of_the_site_for_a_person_and_one_sentence_for_a_script()
    {
        using var browser = new StaffBrowser(site.App);
        var fields = new Dictionary<string, string> { ["form.Email"] = new('a', ServerLimits.FormBytes) };

        var page = await browser.PostAsync("/account/sign-in", fields);
        browser.Accept = "application/json";
        var script = await browser.PostAsync("/account/sign-in", fields);

        Assert.Equal([HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge], [page.Status, script.Status]);
        Assert.Equal("That is too much at once", page.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("{\"message\":\"What was sent is larger than the site takes, and nothing of it was kept. Send less.\"}", script.Text);
    }

    /// <returns>The answer, and how many bytes of the body went out before it.</returns>
    private static async Task<(string Answer, long Sent)> PourAsync(RawClient client, string url, string cookies, bool inChunks)
    {
        var length = inChunks ? "Transfer-Encoding: chunked" : $"Content-Length: {Huge}";
        await client.SendAsync($"POST {url} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\n{length}\r\n\r\n");
        var part = Encoding.ASCII.GetBytes(inChunks ? "10000\r\n" + new string('a', 0x10000) + "\r\n" : new string('a', 0x10000));
        var sent = 0L;
        while (sent < Huge && await client.SendAsync(part)) sent += part.Length;
        return (await client.ReadToEndAsync(), sent);
    }

    public sealed class Site : IAsyncLifetime
    {
        public NewsApp App { get; } = NewsApp.OnSocket(_ => { });

        public async ValueTask InitializeAsync() => await App.HireAsync(StaffRoom.Admin, StaffRole.Administrator);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
