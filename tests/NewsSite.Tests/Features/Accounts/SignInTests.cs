using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Accounts;

public sealed class SignInTests(SignInTests.Room room) : IClassFixture<SignInTests.Room>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NewsApp App => room.App;

    [Fact]
    public async Task The_right_password_lets_in_and_the_desk_names_who_is_there()
    {
        await App.HireAsync("tomas@courier.example");
        using var browser = new StaffBrowser(App);

        var turnedAway = await browser.GetAsync("/admin?view=mine");
        var answer = await browser.SignInAsync(" Tomas@Courier.example ", url: turnedAway.Location!);

        Assert.Equal((HttpStatusCode.Found, "/account/sign-in?returnUrl=%2Fadmin%3Fview%3Dmine"), (turnedAway.Status, turnedAway.Location));
        Assert.Equal((HttpStatusCode.Found, "/admin?view=mine"), (answer.Status, answer.Location));
        Assert.Contains("Tomas Okell, author", (await browser.GetAsync("/admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_password_unknown_person_disabled_and_merely_invited_account_get_the_same_answer()
    {
        await App.HireAsync("known@courier.example");
        var disabled = await App.HireAsync("gone@courier.example");
        await App.InScopeAsync(services => services.GetRequiredService<StaffDesk>().DisableAsync(disabled, Actor.CommandLine, Ct));
        await App.InScopeAsync(services => services.GetRequiredService<StaffDesk>().InviteAsync("invited@courier.example", "New", StaffRole.Author, [], Actor.CommandLine, Ct));

        var bodies = new List<string>();
        foreach (var (email, password) in new[]
                 {
                     ("known@courier.example", "not the right one"), ("nobody@courier.example", StaffRoom.Password),
                     ("gone@courier.example", StaffRoom.Password), ("invited@courier.example", StaffRoom.Password),
                     ("known@courier.example", new string('x', 100_000)),
                 })
        {
            using var browser = new StaffBrowser(App);
            var answer = await browser.SignInAsync(email, password);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.False(await browser.IsInAsync());
            foreach (var token in answer.Page.QuerySelectorAll("input[name=__RequestVerificationToken]").ToList()) token.Remove();
            bodies.Add(answer.Page.DocumentElement.OuterHtml.Replace(email, "EMAIL", StringComparison.Ordinal));
        }

        Assert.Single(bodies.Distinct());
        Assert.Contains("do not fit together", bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_kept_with_enough_rounds_and_a_weaker_hash_is_renewed_at_sign_in()
    {
        using var app = NewsApp.Hashing();
        var id = await app.HireAsync("rounds@courier.example");
        Assert.True(await RoundsAsync(app, id) >= 210_000);
        await app.WithDatabaseAsync(async db =>
        {
            var account = await db.Users.SingleAsync(known => known.Id == id, Ct);
            account.PasswordHash = new PasswordHasher<StaffAccount>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(account, StaffRoom.Password);
            return await db.SaveChangesAsync(Ct);
        });

        using var browser = await app.BrowserOfAsync("rounds@courier.example");

        Assert.True(await RoundsAsync(app, id) >= 210_000);
        Assert.True(await browser.IsInAsync());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aSet-Cookie:x=y\r\n")]
    [InlineData("~//evil.example")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string target)
    {
        using var browser = new StaffBrowser(App);
        await App.HireOnceAsync("redirect@courier.example");

        var answer = await browser.SignInAsync("redirect@courier.example", url: "/account/sign-in?returnUrl=" + Uri.EscapeDataString(target));

        Assert.Equal((HttpStatusCode.Found, "/admin"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_other_hosts_and_plain_HTTP()
    {
        await App.HireAsync("cookies@courier.example");
        using var browser = new StaffBrowser(App);
        var form = await browser.GetAsync("/account/sign-in");

        var answer = await browser.SignInAsync("cookies@courier.example");

        Assert.All(form.SetCookies.Concat(answer.SetCookies), cookie =>
        {
            Assert.StartsWith("__Host-newsroom-", cookie, StringComparison.Ordinal);
            Assert.All(["secure", "httponly", "path=/", "samesite="], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains(answer.SetCookies, cookie => cookie.StartsWith("__Host-newsroom-session=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var browser = new StaffBrowser(App);

        var answer = await browser.PostAsync("/account/sign-in", new Dictionary<string, string> { ["form.Email"] = "a@b.example", ["form.Password"] = "whatever it is" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Readers_pages_are_the_same_for_somebody_who_is_signed_in()
    {
        await App.HireAsync("reader@courier.example");
        using var browser = await App.BrowserOfAsync("reader@courier.example");
        using var stranger = new StaffBrowser(App);

        var (mine, theirs) = (await browser.GetAsync("/"), await stranger.GetAsync("/"));

        Assert.Equal(theirs.Text, mine.Text);
        Assert.Empty(mine.SetCookies);
        Assert.DoesNotContain("__RequestVerificationToken", mine.Text, StringComparison.Ordinal);
        await App.WithDatabaseAsync(db => db.StaffSessions.ExecuteDeleteAsync(Ct));
        Assert.Empty((await browser.GetAsync("/")).SetCookies); // not even looked at
    }

    private static Task<int> RoundsAsync(NewsApp app, long id) => app.WithDatabaseAsync(async db =>
    {
        // Identity's format: a marker, the hash function, then the rounds.
        var hash = Convert.FromBase64String((await db.Users.Where(account => account.Id == id).Select(account => account.PasswordHash).SingleAsync(Ct))!);
        Assert.Equal((1, 2), (hash[0], System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1))));
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5));
    });

    public sealed class Room : IDisposable
    {
        public NewsApp App { get; } = NewsApp.With(new Story { Slug = "story" });

        public void Dispose() => App.Dispose();
    }
}
