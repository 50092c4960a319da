using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>What holds for every answer of the site.</summary>
public sealed class AnswerTests(AnswerTests.Site site) : IClassFixture<AnswerTests.Site>
{
    public static TheoryData<string, HttpStatusCode> Addresses => new()
    {
        { "/", HttpStatusCode.OK },
        { "/harbour", HttpStatusCode.OK },
        { "/harbour/story", HttpStatusCode.OK },
        { "/council/story", HttpStatusCode.MovedPermanently },
        { "/author/ines-maddern", HttpStatusCode.OK },
        { "/tag/quay", HttpStatusCode.OK },
        { "/2026/11/20", HttpStatusCode.OK },
        { "/archive", HttpStatusCode.OK },
        { "/2026", HttpStatusCode.OK },
        { "/2026/11", HttpStatusCode.OK },
        { "/tags", HttpStatusCode.OK },
        { "/authors", HttpStatusCode.OK },
        { "/search", HttpStatusCode.OK },
        { "/info/about", HttpStatusCode.OK },
        { "/nothing", HttpStatusCode.NotFound },
        { "/error/418", (HttpStatusCode)418 },
        { "/health/live", HttpStatusCode.OK },
        { "/health/ready", HttpStatusCode.OK },
        { "/css/site.css", HttpStatusCode.OK },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_is_guarded_and_sets_no_cookie(string address, HttpStatusCode status)
    {
        using var response = await site.App.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.All(["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"],
            part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("nonce", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.NotEmpty(response.Headers.GetValues("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/harbour/story")]
    [InlineData("/info/about")]
    [InlineData("/nothing")]
    public async Task A_sample_edition_says_so_on_every_page_and_asks_not_to_be_indexed(string address)
    {
        using var response = await site.App.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Sample edition", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_edition_does_not_call_itself_a_sample_and_names_its_public_address_only()
    {
        using var app = NewsApp.With(new Story { Slug = "story" });
        var page = await app.PageAsync("/harbour/story");

        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.Equal("https://courier.example/harbour/story", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.DoesNotContain("Sample edition", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_follow_the_site_s_language()
    {
        var edition = new EditionFolder();
        edition.Site(language: "de").Add(new Story { Slug = "story" });
        using var app = NewsApp.On(edition);

        var page = await app.PageAsync("/harbour/story");

        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("No time to read?", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("20. November 2026", page.QuerySelector(".byline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_database_is_gone_the_site_is_alive_and_says_that_it_is_not_ready()
    {
        using var app = NewsApp.With(new Story { Slug = "story" });
        app.Break();

        using var live = await app.GetAsync("/health/live");
        using var ready = await app.GetAsync("/health/ready");
        using var article = await app.GetAsync("/harbour/story");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.InternalServerError),
            (live.StatusCode, ready.StatusCode, article.StatusCode));
        Assert.Contains("<h1", await article.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public sealed class Site : IDisposable
    {
        public Site()
        {
            var edition = new EditionFolder().Site("sample: true").Write("pages/about.md", "---\ntitle: About us\n---\n\nWe print news.\n");
            App = NewsApp.On(edition.Add(new Story { Slug = "story", More = "tags: [Quay]" }));
        }

        public NewsApp App { get; }

        public void Dispose() => App.Dispose();
    }
}
