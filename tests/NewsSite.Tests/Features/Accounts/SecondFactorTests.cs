using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Accounts;

public sealed class SecondFactorTests
{
    private const string Email = "guarded@courier.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long at, string code) =>
        Assert.Equal(code, TimeCode.At(Encoding.ASCII.GetBytes("12345678901234567890"), DateTimeOffset.FromUnixTimeSeconds(at)));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_spelled_as_the_standard_says(string key, string spelled) => Assert.Equal(spelled, TimeCode.Spelled(Encoding.ASCII.GetBytes(key)));

    [Fact]
    public async Task A_sign_in_then_asks_for_a_code_and_no_code_counts_twice()
    {
        using var app = new NewsApp();
        await app.HireAsync(Email);
        var (key, _) = await GuardAsync(app);
        using var first = new StaffBrowser(app);
        using var second = new StaffBrowser(app);
        app.Clock.Advance(TimeSpan.FromSeconds(30));

        var asked = await first.SignInAsync(Email, url: "/account/sign-in?returnUrl=%2Fadmin%3Fx%3D1");
        Assert.Equal("/account/two-factor?returnUrl=%2Fadmin%3Fx%3D1", asked.Location);
        Assert.False(await first.IsInAsync());
        var wrong = await first.SubmitAsync(asked.Location!, Code("000000"));
        var right = await first.SubmitAsync(asked.Location!, Code(TimeCode.At(key, app.Clock.GetUtcNow())));
        await second.SignInAsync(Email);
        var replayed = await second.SubmitAsync("/account/two-factor", Code(TimeCode.At(key, app.Clock.GetUtcNow())));

        Assert.Contains("wrong, too old or already used", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, "/admin?x=1"), (right.Status, right.Location));
        Assert.True(await first.IsInAsync());
        Assert.Equal(HttpStatusCode.OK, replayed.Status);
        Assert.False(await second.IsInAsync());
        var kept = await app.WithDatabaseAsync(db => db.Users.Select(account => account.SealedTimeKey).SingleAsync(Ct));
        Assert.DoesNotContain(TimeCode.Spelled(key), kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_code_sent_twice_at_once_lets_one_in()
    {
        using var app = new NewsApp();
        await app.HireAsync(Email);
        var (key, _) = await GuardAsync(app);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var browsers = Enumerable.Range(0, 4).Select(_ => new StaffBrowser(app)).ToList();
        foreach (var browser in browsers) await browser.SignInAsync(Email);

        var answers = await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync("/account/two-factor", Code(TimeCode.At(key, app.Clock.GetUtcNow())))));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Found);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_is_kept_as_a_hash()
    {
        using var app = new NewsApp();
        await app.HireAsync(Email);
        var (_, codes) = await GuardAsync(app);
        Assert.Equal(10, codes.Distinct().Count());
        using var first = new StaffBrowser(app);
        using var second = new StaffBrowser(app);

        await first.SignInAsync(Email);
        var used = await first.SubmitAsync("/account/recovery", Code(codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        await second.SignInAsync(Email);
        var again = await second.SubmitAsync("/account/recovery", Code(codes[3]));

        Assert.Equal(HttpStatusCode.Found, used.Status);
        Assert.Contains("already used", again.Errors, StringComparison.Ordinal);
        var kept = await app.WithDatabaseAsync(db => db.RecoveryCodes.Select(code => code.Hash).ToListAsync(Ct));
        Assert.Equal(9, kept.Count);
        Assert.DoesNotContain(kept, hash => codes.Contains(hash));
    }

    [Fact]
    public async Task The_second_step_is_for_those_who_passed_the_first_and_for_five_minutes()
    {
        using var app = new NewsApp();
        await app.HireAsync(Email);
        var (key, _) = await GuardAsync(app);
        using var browser = new StaffBrowser(app);

        Assert.Equal("/account/sign-in", (await browser.GetAsync("/account/two-factor")).Location);
        await browser.SignInAsync(Email);
        var opened = await browser.GetAsync("/account/two-factor");
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = await browser.SubmitAsync(opened, "/account/two-factor", Code(TimeCode.At(key, app.Clock.GetUtcNow())));

        Assert.Equal("/account/sign-in", late.Location);
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Turning_it_on_or_off_needs_the_password_and_the_picture_is_the_owner_s_only()
    {
        using var app = new NewsApp();
        await app.HireAsync(Email);
        await app.HireAsync("other@courier.example");
        using var browser = await app.BrowserOfAsync(Email);
        using var other = await app.BrowserOfAsync("other@courier.example");
        var page = await browser.GetAsync("/account/authenticator");
        var qr = page.Page.QuerySelector("img.qr")!.GetAttribute("src")!;

        Assert.StartsWith("<svg", (await browser.GetAsync(qr)).Text.TrimStart(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(qr)).Status);
        var key = KeyOf(page);
        var refused = await browser.SubmitAsync(page, "/account/authenticator", Start(key, app, "wrong password"), "Start");
        Assert.Contains("not your password", refused.Errors, StringComparison.Ordinal);
        var started = await browser.SubmitAsync(page, "/account/authenticator", Start(key, app), "Start");
        Assert.Equal(10, started.Page.QuerySelectorAll(".codes code").Length);
        var kept = await browser.SubmitAsync("/account/authenticator", new Dictionary<string, string> { ["form.Password"] = "wrong" }, "Stop");
        Assert.Contains("not your password", kept.Errors, StringComparison.Ordinal);
        await browser.SubmitAsync("/account/authenticator", new Dictionary<string, string> { ["form.Password"] = StaffRoom.Password }, "Stop");

        using var afterwards = await app.BrowserOfAsync(Email);
        Assert.True(await afterwards.IsInAsync());
        Assert.Equal(0, await app.WithDatabaseAsync(db => db.RecoveryCodes.CountAsync(Ct)));
    }

    private static Dictionary<string, string> Code(string code) => new() { ["form.Code"] = code };

    private static Dictionary<string, string> Start(byte[] key, NewsApp app, string password = StaffRoom.Password) =>
        new() { ["form.Code"] = TimeCode.At(key, app.Clock.GetUtcNow()), ["form.Password"] = password };

    private static async Task<(byte[] Key, IReadOnlyList<string> Codes)> GuardAsync(NewsApp app)
    {
        using var browser = await app.BrowserOfAsync(Email);
        var page = await browser.GetAsync("/account/authenticator");
        var key = KeyOf(page);
        var started = await browser.SubmitAsync(page, "/account/authenticator", Start(key, app), "Start");
        Assert.True(started.Status is HttpStatusCode.OK && started.Errors.Length == 0, started.Errors);
        return (key, [.. started.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    internal static byte[] KeyOf(Answer page)
    {
        var bits = string.Concat(page.Page.QuerySelector("code.key")!.TextContent
            .Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(each => each.Length == 8).Select(each => Convert.ToByte(new string(each), 2))];
    }
}
