using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Accounts;

/// <summary>What holds for every address of the newsroom, read from the route table: a new page is in without being named here.</summary>
public sealed class StaffRouteTests(StaffRouteTests.Room room) : IClassFixture<StaffRouteTests.Room>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NewsApp App => room.App;

    private List<string> Routes =>
    [
        .. App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<NewsroomEndpoint>() is not null)
            .Select(endpoint => Regex.Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), "{[^}]*}", "1")).Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task Every_answer_is_kept_by_nobody_found_by_nobody_and_runs_the_site_s_own_script_only()
    {
        using var admin = await App.BrowserOfAsync(StaffRoom.Admin);
        using var stranger = new StaffBrowser(App);
        Assert.Contains("/admin", Routes);

        foreach (var browser in new[] { admin, stranger })
        {
            foreach (var route in Routes)
            {
                var answer = await browser.GetAsync(route);
                Assert.True(answer.Headers.CacheControl?.NoStore, route);
                if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest) continue; // the site's error page

                Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
                var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
                Assert.Contains(route.EndsWith(".svg", StringComparison.Ordinal) ? "sandbox" : "script-src 'self'", policy, StringComparison.Ordinal);
                Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
                Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("script-src", Assert.Single((await admin.GetAsync("/")).Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_needs_a_policy_turns_strangers_away_however_the_address_is_written()
    {
        using var stranger = new StaffBrowser(App);
        string[] open = ["/setup", "/account/sign-in", "/account/two-factor", "/account/recovery", "/account/forgot", "/account/reset", "/account/invite/accept"];

        foreach (var route in Routes.Except(open))
        {
            foreach (var written in new[] { route, route + "/", route.ToUpperInvariant(), route.Replace("/a", "/%61", StringComparison.Ordinal) })
            {
                var answer = await stranger.GetAsync(written);
                Assert.True(answer.Status is HttpStatusCode.Found && answer.Location!.StartsWith("/account/sign-in?returnUrl=", StringComparison.Ordinal), $"{written} answered {answer.Status}");
            }

            if (!route.EndsWith(".svg", StringComparison.Ordinal)) Assert.Equal("/account/sign-in", (await stranger.PostAsync(route, [])).Location);
        }
    }

    [Fact]
    public async Task Looking_changes_nothing_whatever_the_address_asks_for()
    {
        using var admin = await App.BrowserOfAsync(StaffRoom.Admin);
        var doors = await App.Services.StaffDoorsAsync();
        var before = await App.TableHashesAsync();

        foreach (var door in doors)
        {
            await admin.GetAsync(door.Url());
            await admin.GetAsync(door.Url() + (door.Handler is null ? "?" : "&") + "id=1&session=1&step=Publish&version=1&Into=council&Confirmed=true&local=2026-11-30T08:00&token=x&_method=POST");
        }

        Assert.Equal(before, await App.TableHashesAsync());
    }

    [Fact]
    public async Task Every_form_needs_its_token()
    {
        using var admin = await App.BrowserOfAsync(StaffRoom.Admin);
        var forms = (await App.Services.StaffDoorsAsync()).Where(door => door.Method == "POST").ToList();
        var before = await App.TableHashesAsync();
        Assert.NotEmpty(forms);

        foreach (var door in forms)
        {
            var answer = await admin.PostAsync(door.Url(), [KeyValuePair.Create("id", "1")]);
            Assert.True(answer.Status is HttpStatusCode.BadRequest, $"{door} answered {answer.Status}");
        }

        Assert.Equal(before, await App.TableHashesAsync());
    }

    [Fact]
    public async Task Posting_what_no_form_asks_for_changes_nothing_of_an_account()
    {
        var id = await App.HireAsync("modest@courier.example", StaffRole.Contributor);
        using var browser = await App.BrowserOfAsync("modest@courier.example");
        var before = await AccountAsync(id);
        var extra = typeof(StaffAccount).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)
            .SelectMany(name => new[] { name, "form." + name, "Input." + name, "Me." + name, "account." + name })
            .ToDictionary(name => name, name => name.EndsWith("Role", StringComparison.Ordinal) ? "Administrator" : name.Contains("Is", StringComparison.Ordinal) ? "true" : "1");

        foreach (var (page, handler) in new[] { ("/account/security", "Password"), ("/account/authenticator", "Start"), ("/account/passkeys", "Add"), ("/account/security", "EndAll") })
            await browser.SubmitAsync(page, extra, handler);
        using var signIn = new StaffBrowser(App);
        var form = new Dictionary<string, string>(extra) { ["form.Email"] = "modest@courier.example", ["form.Password"] = StaffRoom.Password };
        Assert.Equal(HttpStatusCode.Found, (await signIn.SubmitAsync("/account/sign-in", form)).Status);

        Assert.Equal(before, await AccountAsync(id));
    }

    [Fact]
    public async Task Somebody_else_s_passkeys_and_sessions_are_out_of_reach()
    {
        var id = await App.HireAsync("owner@courier.example");
        await App.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO AccountPasskeys (CredentialId, UserId, Data) VALUES (x'0102', {id}, '{{\"Name\":\"mine\"}}')", Ct));
        await App.HireAsync("thief@courier.example");
        using var thief = await App.BrowserOfAsync("thief@courier.example");
        var page = await thief.GetAsync("/account/passkeys");
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!, ["id"] = "0102", ["name"] = "stolen" };

        Assert.Equal(HttpStatusCode.Found, (await thief.PostAsync("/account/passkeys?handler=Remove", fields)).Status);
        Assert.Equal(HttpStatusCode.Found, (await thief.PostAsync("/account/passkeys?handler=Rename", fields)).Status);

        Assert.Equal("mine", await App.WithDatabaseAsync(db => db.UserPasskeys.Where(passkey => passkey.UserId == id).Select(passkey => passkey.Data.Name).SingleAsync(Ct)));
    }

    private Task<string> AccountAsync(long id) => App.WithDatabaseAsync(async db =>
    {
        var account = await db.Users.AsNoTracking().Include(known => known.Sections).SingleAsync(known => known.Id == id, Ct);
        return string.Join('|', typeof(StaffAccount).GetProperties().Select(property => $"{property.Name}={property.GetValue(account)}")) + account.Sections.Count;
    });

    public sealed class Room : IAsyncLifetime
    {
        public NewsApp App { get; } = new();

        public async ValueTask InitializeAsync() => await App.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
