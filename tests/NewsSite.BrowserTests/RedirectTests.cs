using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

/// <summary>Where somebody ends up who opens a hostile link to the sign-in page and signs in, as Chromium sees it.</summary>
public sealed class RedirectTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    /// <summary>Sign-ins that a browser has an hour, with room to spare.</summary>
    private const int SignInsOfAnAccount = 15;

    private RunningSite Site => model.Site;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_link_to_the_sign_in_page_leads_elsewhere_after_signing_in()
    {
        var rows = HostileRow.Read("redirect");
        Assert.NotEmpty(rows);
        // Many links put the same address into the page's form: one of each is really signed in with.
        var ways = (await Task.WhenAll(rows.Select(async row => (Link: SignInAt(row.Text), Form: await FormOfAsync(SignInAt(row.Text)))))).DistinctBy(way => way.Form).ToList();
        Assert.InRange(ways.Count, 10, rows.Count);

        foreach (var some in ways.Chunk(SignInsOfAnAccount))
        {
            var email = await Site.HireAsync("Ruth Calloway");
            await using var reader = await room.OpenAsync(Site);
            foreach (var (link, _) in some)
            {
                await reader.GoAsync(link);
                await reader.Page.GetByLabel("E-mail").FillAsync(email);
                await reader.Page.GetByLabel("Password").FillAsync(WritingRoom.Password);
                var left = reader.Page.WaitForRequestAsync(request => request is { Method: "GET" } && request.IsNavigationRequest);
                await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
                await left;
                await reader.Page.WaitForLoadStateAsync();
                Assert.Equal(Site.Address.Authority, new Uri(reader.Page.Url).Authority);
                Assert.DoesNotContain("/account/sign-in", reader.Page.Url.Split('?')[0], StringComparison.Ordinal);
            }

            Assert.Empty(Outside(reader, Site.Address));
        }
    }

    [Fact]
    public async Task No_address_that_answers_with_another_leads_elsewhere()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Site.Address };
        var locations = new List<string>();
        foreach (var row in HostileRow.Read("redirect"))
        {
            foreach (var moved in new[] { "/elsewhere/model?", "/admin?", "/admin/people?returnUrl=", "/account/two-factor?returnUrl=", "/account/recovery?returnUrl=" })
            {
                using var answer = await client.GetAsync(new Uri(moved + Uri.EscapeDataString(row.Text), UriKind.Relative), Ct);
                Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.MovedPermanently, $"{moved} answered {answer.StatusCode}");
                locations.Add(answer.Headers.GetValues("Location").Single());
            }
        }

        await using var reader = await room.OpenAsync(Site);
        Assert.Empty(await ResolvedElsewhereAsync(reader, [.. locations.Distinct()]));
        Assert.Equal(["//evil.example", "/\\evil.example", "/\t/evil.example"], await ResolvedElsewhereAsync(reader, ["/admin", "//evil.example", "/\\evil.example", "/\t/evil.example"]));
    }

    [Fact]
    public async Task A_way_out_would_be_seen()
    {
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        var address = new Uri($"http://{door.LocalEndpoint}");
        await using var reader = await room.OpenAsync(Site);
        var sending = SendAwayAsync(door, "/\\evil.example/");

        await Assert.ThrowsAnyAsync<PlaywrightException>(() => reader.GoAsync(address.ToString())); // nobody is there

        await sending;
        Assert.Equal("http://evil.example/", Assert.Single(Outside(reader, address)));
    }

    private static async Task SendAwayAsync(TcpListener door, string location)
    {
        using var client = await door.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(Ct) is { Length: > 0 }) { }
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), Ct);
    }

    // The link as a letter would carry it; what comes back from the form's address is the way out.
    private static string SignInAt(string target) => "/account/sign-in?returnUrl=" + Uri.EscapeDataString(target);

    private async Task<string> FormOfAsync(string link)
    {
        using var client = new HttpClient { BaseAddress = Site.Address };
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri(link, UriKind.Relative), Ct));
        return page.QuerySelector("form[method=post]")!.GetAttribute("action")!;
    }

    private static IEnumerable<string> Outside(Reader reader, Uri own) =>
        reader.Requests.Select(request => request.Url).Where(url => new Uri(url) is { Scheme: "http" or "https" } asked && asked.Authority != own.Authority);

    private static async Task<string[]> ResolvedElsewhereAsync(Reader reader, string[] locations)
    {
        await reader.GoAsync("/");
        var found = await reader.Page.EvaluateAsync<JsonElement>("all => all.filter(each => new URL(each, location.href).origin !== location.origin)", locations);
        return [.. found.EnumerateArray().Select(each => each.GetString()!)];
    }
}
