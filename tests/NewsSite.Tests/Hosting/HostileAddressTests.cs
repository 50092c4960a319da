using System.Net;
using NewsSite.Domain;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>Addresses, searches and cookies, sent in memory: there they have no limit but the site's own.</summary>
public sealed class HostileAddressTests(HostileDesk desk) : IClassFixture<HostileDesk>
{
    private static readonly string[] Asked =
    [
        "/search?q=quay&older=", "/search?q=quay&newer=", "/harbour?older=", "/harbour?newer=", "/tag/quay?older=", "/author/ines-maddern?newer=", "/2026/11/20?older=", "/feeds/rss.xml?older=", "/feeds/search/atom.xml?q=", "/feeds/search/feed.json?q=quay&older=", "/feeds/", "/sitemaps/", "/sitemaps/2026-11.xml?after=", "/sitemaps/tags.xml?after=", "/robots.txt?","/feeds/tag/", "/feeds/section/harbour/",
        "/admin?before=", "/admin?pile=", "/admin?section=", "/admin/log?before=", "/admin/front?q=", "/admin/front?off=", "/admin/front/history?before=", "/admin/settings/tags?search=", "/admin/settings/authors?search=", "/admin/settings/authors?after=",
        "/admin/articles/new?handler=When&local=", "/admin/articles/new?handler=", "/account/sign-in?returnUrl=", "/account/invite/accept?token=", "/setup?token=",
        "/", "/harbour/", "/media/", "/card/", "/card/1-", "/info/", "/error/", "/?",
    ];

    private static readonly string[] Tokens =
        ["-1", "0-0", "99999999999999-1", "253402300799999-9223372036854775807", "253402300800000-1", "1-1-1", "-9223372036854775807", "2026-11-24T10:00", "9999-12-31T23:59", "0000-00-00T00:00"];

    public static TheoryData<string> Addresses => [.. Asked];

    public static TheoryData<string> Searches => [.. HostileRow.Read("search").Select(row => row.Id)];

    private static IEnumerable<string> Values => Tokens.Concat(HostileValues.All.Keys.Select(name => Uri.EscapeDataString(HostileValues.Cut(name, 5_000))))
        .Append("a&" + string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"k{i}={i}")));

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_address_is_answered_whatever_stands_in_it(string address)
    {
        await desk.WarmUpAsync(address);
        foreach (var value in Values)
        {
            var answer = await desk.GetAsync(address + value);

            Assert.True((int)answer.Status is 200 or 302 or 400 or 404 or 422, $"{answer.Status} for {value[..Math.Min(value.Length, 60)]}");
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_search_finds_something_or_nothing_and_gives_the_words_back(string id)
    {
        var words = HostileRow.Read("search").Single(row => row.Id == id).Text;

        var answer = await desk.GetAsync("/search?q=" + Uri.EscapeDataString(words));
        var atDesk = await desk.GetAsync("/admin?q=" + Uri.EscapeDataString(words));

        Assert.Equal(words.Trim().Length > 200 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, answer.Status);
        Assert.Equal(CleanText.OneLine(words).Trim(), answer.Page.QuerySelector("input[name=q]")!.GetAttribute("value")?.Trim() ?? "");
        Assert.Equal(HttpStatusCode.OK, atDesk.Status);
    }

    [Fact]
    public async Task Too_long_a_search_is_told_how_long_it_may_be()
    {
        var answer = await desk.GetAsync("/search?q=" + new string('a', 201));

        Assert.Equal("A search may have 200 characters at most. Take something out.", answer.Page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/log")]
    [InlineData("/admin/settings/tags")]
    public async Task A_page_that_takes_no_form_says_so(string address)
    {
        var answer = await desk.PostAsync(address, [new("q", "quay")]);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
    }

    [Fact]
    public async Task Cookies_that_are_not_ours_are_read_and_forgotten()
    {
        using var browser = new StaffBrowser(desk.App);
        foreach (var name in HostileValues.All.Keys) browser.Cookies["__Host-newsroom-" + browser.Cookies.Count] = Uri.EscapeDataString(HostileValues.Cut(name, 5_000));
        browser.Cookies["__Host-newsroom-session"] = browser.Cookies["__Host-newsroom-device"] = browser.Cookies["__Host-newsroom-form"] = new string('A', 20_000);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).Status);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/admin")).Status);
    }
}
