using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>Which names the site answers to, and that nothing but <c>NewsSite:BaseUrl</c> makes a link.</summary>
public sealed class HostTests(HostTests.Site site) : IClassFixture<HostTests.Site>
{
    private static readonly (string, string)[] Hostile =
    [
        ("X-Forwarded-Host", "evil.example"), ("Forwarded", "for=203.0.113.1;host=evil.example;proto=http"), ("X-Original-Host", "evil.example"), ("X-Host", "evil.example"),
        ("X-Original-URL", "/admin"), ("X-Rewrite-URL", "/admin"), ("X-Forwarded-Prefix", "/evil"), ("X-Forwarded-Server", "evil.example"), ("X-HTTP-Method-Override", "DELETE"),
        ("X-Forwarded-Proto", "http"), ("X-Forwarded-Port", "81"), ("X-Forwarded-Scheme", "javascript"), ("Base-Url", "https://evil.example"),
    ];

    [Theory]
    [InlineData("courier.example")]
    [InlineData("COURIER.example:8443")]
    public async Task The_host_of_the_public_address_is_answered(string host) => Assert.Equal(HttpStatusCode.OK, (await site.AskAsync("/", ("Host", host))).Status);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("courier.example.evil.example")]
    [InlineData("evilcourier.example")]
    [InlineData("courier.example.")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:5000")]
    [InlineData("10.0.0.3")]
    public async Task Any_other_is_refused_with_a_line_that_says_why(string host)
    {
        foreach (var url in new[] { "/", "/account/sign-in", "/css/site.css", "/media/x.png", "/nothing" })
        {
            var answer = await site.AskAsync(url, ("Host", host));

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("The site does not answer to this host name: it is neither that of NewsSite:BaseUrl nor one of AllowedHosts.\n", answer.Text);
        }
    }

    [Theory]
    [InlineData("10.0.0.3:8080")]
    [InlineData("anything.example")]
    public async Task A_load_balancer_may_ask_by_number_whether_the_site_stands(string host)
    {
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await site.AskAsync("/health/live", ("Host", host)) is var live ? (live.Status, live.Text) : default);
        Assert.Equal(HttpStatusCode.OK, (await site.AskAsync("/health/ready", ("Host", host))).Status);
    }

    [Fact]
    public async Task On_ones_own_machine_its_names_are_answered_and_no_name_that_points_there()
    {
        using var own = new Site(("NewsSite:BaseUrl", "http://localhost:5000"));

        foreach (var host in new[] { "localhost:5000", "127.0.0.1:5081", "[::1]:5000" }) Assert.Equal(HttpStatusCode.OK, (await own.AskAsync("/", ("Host", host))).Status);
        foreach (var host in new[] { "rebound.example:5000", "192.168.1.5:5000" }) Assert.Equal(HttpStatusCode.BadRequest, (await own.AskAsync("/", ("Host", host))).Status);
    }

    [Fact]
    public async Task More_names_can_be_allowed()
    {
        using var many = new Site(("AllowedHosts", "www.courier.example; *.inside.example"));

        foreach (var host in new[] { "courier.example", "www.courier.example", "one.inside.example" }) Assert.Equal(HttpStatusCode.OK, (await many.AskAsync("/", ("Host", host))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await many.AskAsync("/", ("Host", "inside.example.evil.example"))).Status);
    }

    [Fact]
    public async Task No_header_changes_a_byte_of_an_answer()
    {
        var asked = 0;
        foreach (var door in (await site.App.Services.DoorsAsync()).Where(door => door.Method == "GET"))
        {
            foreach (var url in new[] { door.Url(name => name is "section" ? "harbour" : "story"), door.Url(_ => "council") }.Distinct())
            {
                site.App.ForgetPages();
                var plain = await site.AskAsync(url);
                site.App.ForgetPages();
                var hostile = await site.AskAsync(url, Hostile);
                Assert.True(plain == hostile, $"{url}: {plain} became {hostile}");
                Assert.Equal(plain.Text, (await site.AskAsync(url)).Text); // what was stored for the others
                asked++;
            }
        }

        Assert.InRange(asked, 40, 400);
        Assert.Contains("https://courier.example/harbour/story", (await site.AskAsync("/harbour/story", Hostile)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_from_another_site_does_nothing_even_with_its_token()
    {
        using var app = new NewsApp();
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");
        using var admin = await app.BrowserOfAsync(StaffRoom.Admin);
        using var knocker = new Knocker(app);
        var token = await Knocker.TokenAsync(admin, "/account/security");
        var before = await app.TableHashesAsync();

        foreach (var door in (await app.Services.DoorsAsync()).Where(door => door.Method == "POST"))
        {
            foreach (var from in new[] { "cross-site", "same-site" })
            {
                using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("id", "1")]);
                Assert.Equal(403, await knocker.KnockAsync(door.ToString(), HttpMethod.Post, door.Url(), admin, form, ("Sec-Fetch-Site", from)));
            }
        }

        Assert.Equal(before, await app.TableHashesAsync());
        using var own = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        Assert.Equal(302, await knocker.KnockAsync("sign-out", HttpMethod.Post, "/account/sign-out", admin, own, ("Sec-Fetch-Site", "same-origin")));
    }

    /// <summary>What came back, tokens that differ each time left out.</summary>
    public sealed record Reply(HttpStatusCode Status, string Headers, string Text);

    public sealed class Site : IDisposable
    {
        private readonly HttpClient client;

        public Site()
            : this([])
        {
        }

        internal Site(params (string Name, string Value)[] settings)
        {
            App = NewsApp.On(new EditionFolder().Add(new Story { Slug = "story", More = "tags: [Quay]" }), settings);
            client = App.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(NewsApp.PublicAddress) });
        }

        public NewsApp App { get; }

        internal async Task<Reply> AskAsync(string url, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new Reply(answer.StatusCode, Steady($"{answer.Headers}{answer.Content.Headers}"), Steady(text));
        }

        public void Dispose()
        {
            client.Dispose();
            App.Dispose();
        }

        private static string Steady(string text) => Regex.Replace(text, @"CfDJ8[\w-]+|Content-Length: \d+", "…");
    }
}
