using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Accounts;

public sealed class SessionTests(SessionTests.Room room) : IClassFixture<SessionTests.Room>
{
    private static readonly Dictionary<string, string> Nothing = [];

    private NewsApp App => room.App;

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_so_a_copied_cookie_is_dead()
    {
        await App.HireAsync("out@courier.example");
        using var browser = await App.BrowserOfAsync("out@courier.example");
        using var copy = new StaffBrowser(App);
        foreach (var (name, value) in browser.Cookies) copy.Cookies[name] = value;
        Assert.True(await copy.IsInAsync());

        await browser.SubmitAsync("/account/sign-out", Nothing);

        Assert.False(await browser.IsInAsync());
        Assert.False(await copy.IsInAsync());
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_within_a_minute()
    {
        await App.HireAsync("everywhere@courier.example");
        using var here = await App.BrowserOfAsync("everywhere@courier.example");
        using var there = await App.BrowserOfAsync("everywhere@courier.example");
        var page = await here.GetAsync("/account/security");
        Assert.Equal(2, page.Page.QuerySelectorAll("#sessions ~ table tbody tr").Length);

        await here.SubmitAsync(page, "/account/security", Nothing, "EndAll");
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await here.IsInAsync());
        Assert.False(await there.IsInAsync());
    }

    [Fact]
    public async Task One_browser_can_be_signed_out_from_another_and_nobody_else_s()
    {
        await App.HireAsync("one@courier.example");
        await App.HireAsync("other@courier.example");
        using var here = await App.BrowserOfAsync("one@courier.example");
        using var there = await App.BrowserOfAsync("one@courier.example");
        using var foreign = await App.BrowserOfAsync("other@courier.example");
        var page = await here.GetAsync("/account/security");
        Assert.Contains("Firefox on Linux (this one)", page.Page.QuerySelector("#sessions ~ table")!.TextContent, StringComparison.Ordinal);
        var session = page.Page.QuerySelector("input[name=session]")!.GetAttribute("value")!;

        await foreign.SubmitAsync("/account/security", new Dictionary<string, string> { ["session"] = session }, "EndAll");
        Assert.True(await there.IsInAsync());
        await here.SubmitAsync(page, "/account/security", Nothing, "End");

        Assert.True(await here.IsInAsync());
        Assert.False(await there.IsInAsync());
    }

    [Fact]
    public async Task A_changed_password_signs_all_other_browsers_out_and_the_old_one_no_longer_works()
    {
        await App.HireAsync("change@courier.example");
        using var here = await App.BrowserOfAsync("change@courier.example");
        using var there = await App.BrowserOfAsync("change@courier.example");
        var form = new Dictionary<string, string> { ["form.Current"] = "wrong", ["form.Wanted"] = "seven blue gates shut" };

        var refused = await here.SubmitAsync("/account/security", form, "Password");
        form["form.Current"] = StaffRoom.Password;
        var changed = await here.SubmitAsync("/account/security", form, "Password");

        Assert.Contains("not your password", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, changed.Status);
        Assert.True(await here.IsInAsync());
        Assert.False(await there.IsInAsync());
        using var old = new StaffBrowser(App);
        Assert.Equal(HttpStatusCode.OK, (await old.SignInAsync("change@courier.example")).Status);
        Assert.Equal(HttpStatusCode.Found, (await old.SignInAsync("change@courier.example", "seven blue gates shut")).Status);
    }

    [Fact]
    public async Task A_disabled_account_is_signed_out_and_stays_out_until_it_is_enabled()
    {
        var id = await App.HireAsync("disabled@courier.example");
        using var browser = await App.BrowserOfAsync("disabled@courier.example");

        await App.InScopeAsync(services => services.GetRequiredService<StaffDesk>().DisableAsync(id, Actor.CommandLine, TestContext.Current.CancellationToken));
        Assert.False(await browser.IsInAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("disabled@courier.example")).Status);
        await App.InScopeAsync(services => services.GetRequiredService<StaffDesk>().EnableAsync(id, Actor.CommandLine, TestContext.Current.CancellationToken));

        Assert.False(await browser.IsInAsync());
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("disabled@courier.example")).Status);
    }

    [Fact]
    public async Task A_changed_role_counts_from_the_next_request()
    {
        var id = await App.HireAsync("role@courier.example", StaffRole.Contributor);
        using var browser = await App.BrowserOfAsync("role@courier.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/people")).Status);

        await App.InScopeAsync(services => services.GetRequiredService<StaffDesk>().AssignAsync(id, StaffRole.Administrator, [], Actor.CommandLine, TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/people")).Status);
    }

    [Fact]
    public async Task A_session_ends_after_a_week_without_use_and_after_thirty_days_in_any_case()
    {
        using var app = new NewsApp();
        await app.HireAsync("busy@courier.example");
        await app.HireAsync("idle@courier.example");
        using var busy = await app.BrowserOfAsync("busy@courier.example");
        using var idle = await app.BrowserOfAsync("idle@courier.example");

        for (var day = 0; day < 5; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(5));
            Assert.True(await busy.IsInAsync());
        }

        Assert.False(await idle.IsInAsync());
        app.Clock.Advance(TimeSpan.FromDays(5));
        Assert.False(await busy.IsInAsync());
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        using var app = new NewsApp();
        await app.HireAsync("restart@courier.example");
        using var browser = await app.BrowserOfAsync("restart@courier.example");

        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "keys"), "key-*.xml"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.Combine(app.DataFolder, "keys")));
        }

        using var again = app.Restarted();
        using var afterwards = new StaffBrowser(again);
        foreach (var (name, value) in browser.Cookies) afterwards.Cookies[name] = value;
        Assert.True(await afterwards.IsInAsync());
    }

    public sealed class Room : IDisposable
    {
        public NewsApp App { get; } = new();

        public void Dispose() => App.Dispose();
    }
}
