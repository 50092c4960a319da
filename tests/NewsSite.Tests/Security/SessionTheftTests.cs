using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Tests.Features.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>Cookies that were planted, copied, kept or made from others.</summary>
public sealed class SessionTheftTests(SessionTheftTests.Room room) : IClassFixture<SessionTheftTests.Room>
{
    private const string Session = "__Host-newsroom-session";
    private const string NewPassword = "seven blue gates shut";

    private static readonly Dictionary<string, string> Nothing = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NewsApp App => room.App;

    public static TheoryData<string> Events => ["password", "reset", "disable", "authenticator", "no authenticator", "forgotten factor", "sign-in again", "sign-out", "everywhere", "from afar"];

    [Fact]
    public async Task A_planted_cookie_is_never_taken_over_and_the_session_it_belongs_to_ends()
    {
        await App.HireAsync("planter@courier.example");
        await App.HireAsync("victim@courier.example", name: "Vera Holt");
        using var planter = await App.BrowserOfAsync("planter@courier.example");
        using var victim = new StaffBrowser(App);
        victim.Cookies[Session] = planter.Cookies[Session];

        await victim.SignInAsync("victim@courier.example");

        Assert.NotEqual(planter.Cookies[Session], victim.Cookies[Session]);
        Assert.Contains("Vera Holt", (await victim.GetAsync("/admin")).Text, StringComparison.Ordinal);
        Assert.False(await planter.IsInAsync());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_cookie_opens_nothing_and_does_not_stand_in_the_way(string value)
    {
        await App.HireOnceAsync("maker@courier.example");
        using var browser = new StaffBrowser(App);
        browser.Cookies[Session] = value;
        Assert.False(await browser.IsInAsync());
        browser.Cookies[Session] = value;

        await browser.SignInAsync("maker@courier.example");

        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task No_other_cookie_of_the_newsroom_can_stand_in_for_a_session()
    {
        await App.HireAsync("half@courier.example");
        await GuardAsync("half@courier.example");
        using var half = new StaffBrowser(App);
        Assert.Equal("/account/two-factor?returnUrl=%2Fadmin", (await half.SignInAsync("half@courier.example")).Location);
        await App.HireAsync("whole@courier.example");
        using var whole = await App.BrowserOfAsync("whole@courier.example");
        var values = half.Cookies.Values.Concat(whole.Cookies.Where(cookie => cookie.Key != Session).Select(cookie => cookie.Value)).ToList();
        Assert.True(values.Count >= 4, "pending, device and form cookies are tried");

        foreach (var value in values)
        {
            using var thief = new StaffBrowser(App);
            thief.Cookies[Session] = value;
            Assert.False(await thief.IsInAsync());
        }

        using var swapped = new StaffBrowser(App);
        foreach (var value in values.Append(whole.Cookies[Session]))
        {
            swapped.Cookies["__Host-newsroom-pending"] = value;
            if (value != half.Cookies["__Host-newsroom-pending"]) Assert.Equal("/account/sign-in", (await swapped.GetAsync("/account/two-factor")).Location);
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task A_copied_cookie_is_dead_after(string what)
    {
        var email = $"{what.Replace(' ', '-')}@courier.example";
        var id = await App.HireAsync(email);
        using var owner = await App.BrowserOfAsync(email);
        using var other = await App.BrowserOfAsync(email);
        if (what is "no authenticator" or "forgotten factor") await GuardAsync(owner);
        using var copy = new StaffBrowser(App);
        copy.Cookies[Session] = (what is "from afar" ? other : owner).Cookies[Session];
        Assert.True(await copy.IsInAsync());
        var before = copy.Cookies[Session];

        await HappenAsync(what, id, email, owner);

        copy.Cookies[Session] = before;
        Assert.False(await copy.IsInAsync());
        Assert.DoesNotContain(await StampedAsync(id), hash => hash == SecretToken.HashOf(before));
    }

    [Fact]
    public async Task A_lowered_role_counts_from_the_next_request_on_open_pages_too()
    {
        await App.HireOnceAsync(StaffRoom.Admin, StaffRole.Administrator);
        var id = await App.HireAsync("lowered@courier.example", StaffRole.Administrator);
        using var browser = await App.BrowserOfAsync("lowered@courier.example");
        var open = await browser.GetAsync("/admin/people");

        await App.InScopeAsync(services => services.GetRequiredService<StaffDesk>().AssignAsync(id, StaffRole.Contributor, [], Actor.CommandLine, Ct));

        var late = await browser.SubmitAsync(open, "/admin/people", new Dictionary<string, string> { ["form.Name"] = "Me again", ["form.Email"] = "again@courier.example", ["form.Work.Role"] = "Administrator" }, "Invite");
        Assert.Equal(HttpStatusCode.Forbidden, late.Status);
        Assert.False(await App.WithDatabaseAsync(db => db.Users.AnyAsync(account => account.Email == "again@courier.example", Ct)));
    }

    [Fact]
    public async Task A_second_step_that_began_before_the_password_changed_ends_nowhere()
    {
        var id = await App.HireAsync("between@courier.example");
        var (key, codes) = await GuardAsync("between@courier.example");
        using var browser = new StaffBrowser(App);
        var asked = await browser.SignInAsync("between@courier.example");
        var (first, second) = (await browser.GetAsync(asked.Location!), await browser.GetAsync("/account/recovery"));

        await ResetAsync(id);

        App.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/account/sign-in", (await browser.SubmitAsync(first, "/account/two-factor", Code(TimeCode.At(key, App.Clock.GetUtcNow())))).Location);
        Assert.Equal("/account/sign-in", (await browser.SubmitAsync(second, "/account/recovery", Code(codes[0]))).Location);
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Codes_of_one_step_are_good_once_and_those_before_never_again_even_when_the_clock_goes_back()
    {
        await App.HireAsync("clock@courier.example");
        var (key, _) = await GuardAsync("clock@courier.example");
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        var now = App.Clock.GetUtcNow();
        using var browser = new StaffBrowser(App);
        async Task<bool> EntersAsync(DateTimeOffset at)
        {
            await browser.SignInAsync("clock@courier.example");
            return (await browser.SubmitAsync("/account/two-factor", Code(TimeCode.At(key, at)))).Status is HttpStatusCode.Found;
        }

        Assert.False(await EntersAsync(now.AddSeconds(-90)));
        Assert.False(await EntersAsync(now.AddSeconds(90)));
        Assert.True(await EntersAsync(now.AddSeconds(30))); // the app's clock runs ahead
        Assert.False(await EntersAsync(now)); // the step before the one that was used
        Assert.False(await EntersAsync(now.AddSeconds(30)));
        App.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True(await EntersAsync(App.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task One_recovery_code_and_one_link_used_by_several_at_once_work_for_one()
    {
        var id = await App.HireAsync("rush@courier.example");
        var (_, codes) = await GuardAsync("rush@courier.example");
        var browsers = Enumerable.Range(0, 4).Select(_ => new StaffBrowser(App)).ToList();
        foreach (var browser in browsers) await browser.SignInAsync("rush@courier.example");
        var link = await LinkAsync(id);

        var entered = await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync("/account/recovery", Code(codes[5]))));
        var opened = await Task.WhenAll(browsers.Select(browser => browser.GetAsync(link)));
        var chosen = await Task.WhenAll(browsers.Select((browser, i) => browser.SubmitAsync(opened[i], link, new Dictionary<string, string> { ["form.Password"] = $"the {i} of four wins it" })));

        Assert.Single(entered, answer => answer.Status is HttpStatusCode.Found);
        Assert.Single(chosen, answer => answer.Status is HttpStatusCode.Found);
        Assert.Equal(3, chosen.Count(answer => answer.Status is HttpStatusCode.NotFound));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_link_for_one_purpose_serves_no_other()
    {
        var id = await App.HireAsync("purpose@courier.example");
        var token = (await LinkAsync(id)).Split("token=")[1];
        using var browser = new StaffBrowser(App);

        foreach (var page in new[] { "/setup", "/account/invite/accept" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{page}?token={token}")).Status);
        foreach (var wrong in new[] { token.ToUpperInvariant(), token[..^1], token + "A", "%00" + token[1..], "" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/account/reset?token=" + wrong)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/reset?token=" + token)).Status);
    }

    private static Dictionary<string, string> Code(string code) => new() { ["form.Code"] = code };

    private async Task HappenAsync(string what, long id, string email, StaffBrowser owner)
    {
        var password = new Dictionary<string, string> { ["form.Password"] = StaffRoom.Password };
        var change = new Dictionary<string, string> { ["form.Current"] = StaffRoom.Password, ["form.Wanted"] = NewPassword };
        await (what switch
        {
            "password" => owner.SubmitAsync("/account/security", change, "Password"),
            "reset" => ResetAsync(id),
            "disable" => DeskAsync(desk => desk.DisableAsync(id, Actor.CommandLine, Ct)),
            "authenticator" => GuardAsync(owner),
            "no authenticator" => owner.SubmitAsync("/account/authenticator", password, "Stop"),
            "forgotten factor" => DeskAsync(desk => desk.ForgetSecondFactorAsync(id, Actor.CommandLine, Ct)),
            "sign-in again" => owner.SignInAsync(email),
            "sign-out" => owner.SubmitAsync("/account/sign-out", Nothing),
            "everywhere" => owner.SubmitAsync("/account/security", Nothing, "EndAll"),
            "from afar" => owner.SubmitAsync("/account/security", Nothing, "End"),
            _ => throw new ArgumentException(what),
        });
    }

    private async Task<string[]> StampedAsync(long id) => await App.WithDatabaseAsync(db => db.StaffSessions
        .Where(session => session.AccountId == id && db.Users.Any(account => account.Id == id && !account.IsDisabled && account.SecurityStamp == session.Stamp))
        .Select(session => session.TokenHash).ToArrayAsync(Ct));

    private Task<StaffOutcome> DeskAsync(Func<StaffDesk, Task<StaffOutcome>> work) => App.InScopeAsync(services => work(services.GetRequiredService<StaffDesk>()));

    private async Task<string> LinkAsync(long id) => (await App.InScopeAsync(services => services.GetRequiredService<StaffDesk>().LinkAsync(id, Actor.CommandLine, Ct)))!;

    private async Task ResetAsync(long id)
    {
        using var anywhere = new StaffBrowser(App);
        await anywhere.SubmitAsync(await LinkAsync(id), new Dictionary<string, string> { ["form.Password"] = NewPassword });
    }

    private async Task<(byte[] Key, IReadOnlyList<string> Codes)> GuardAsync(string email)
    {
        using var browser = await App.BrowserOfAsync(email);
        return await GuardAsync(browser);
    }

    private async Task<(byte[] Key, IReadOnlyList<string> Codes)> GuardAsync(StaffBrowser browser)
    {
        var page = await browser.GetAsync("/account/authenticator");
        var key = SecondFactorTests.KeyOf(page);
        var started = await browser.SubmitAsync(page, "/account/authenticator", new Dictionary<string, string> { ["form.Code"] = TimeCode.At(key, App.Clock.GetUtcNow()), ["form.Password"] = StaffRoom.Password }, "Start");
        return (key, [.. started.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    public sealed class Room : IDisposable
    {
        public NewsApp App { get; } = new();

        public void Dispose() => App.Dispose();
    }
}
