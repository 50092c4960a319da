using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Accounts;

/// <summary>Invitations and password resets: links that work once.</summary>
public sealed class LinkTests(LinkTests.Room room) : IClassFixture<LinkTests.Room>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NewsApp App => room.App;

    [Fact]
    public async Task An_invited_colleague_chooses_a_password_once_and_signs_in()
    {
        using var admin = await App.BrowserOfAsync(StaffRoom.Admin);
        var invited = await admin.SubmitAsync("/admin/people", new Dictionary<string, string>
        {
            ["form.Name"] = "Leo Marchetti",
            ["form.Email"] = "leo@courier.example",
            ["form.Work.Role"] = "Editor",
            ["form.Work.Sections"] = "1",
        }, "Invite");
        var link = invited.Page.QuerySelector("#link")!.GetAttribute("value")!;
        Assert.StartsWith("https://courier.example/account/invite/accept?token=", link, StringComparison.Ordinal);
        var path = new Uri(link).PathAndQuery;
        using var browser = new StaffBrowser(App);

        var weak = await browser.SubmitAsync(path, Password("short"));
        var accepted = await browser.SubmitAsync(path, Password(StaffRoom.Password));

        Assert.Contains("at least 12", weak.Errors, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in", accepted.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("leo@courier.example")).Status);
        Assert.Contains("Leo Marchetti, editor", (await browser.GetAsync("/admin")).Text, StringComparison.Ordinal);
        Assert.Equal([1L], await App.WithDatabaseAsync(db => db.Users.Where(a => a.Email == "leo@courier.example").SelectMany(a => a.Sections.Select(s => s.SectionId)).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_reset_link_works_once_ends_all_sessions_and_is_kept_as_a_hash()
    {
        var id = await App.HireAsync("forgetful@courier.example");
        using var browser = await App.BrowserOfAsync("forgetful@courier.example");
        var link = await LinkAsync(id);
        var opened = await browser.GetAsync(link);

        var done = await browser.SubmitAsync(opened, link, Password("new words for old days"));
        var again = await browser.SubmitAsync(opened, link, Password("yet another long one"));

        Assert.True(again.Status is HttpStatusCode.NotFound, again.Text);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.False(await browser.IsInAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("forgetful@courier.example")).Status);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("forgetful@courier.example", "new words for old days")).Status);
        Assert.Equal(0, await App.WithDatabaseAsync(db => db.OneTimeLinks.CountAsync(kept => link.Contains(kept.TokenHash), Ct)));
    }

    [Fact]
    public async Task An_older_an_expired_and_a_disabled_person_s_link_do_nothing()
    {
        using var app = new NewsApp();
        var id = await app.HireAsync("links@courier.example");
        using var browser = new StaffBrowser(app);
        async Task<string> LinkOfAsync() => (await app.InScopeAsync(services => services.GetRequiredService<StaffDesk>().LinkAsync(id, Actor.CommandLine, Ct)))!;

        var (older, newer) = (await LinkOfAsync(), await LinkOfAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(older)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(newer.Replace("/reset", "/invite/accept", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(newer)).Status);
        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(newer)).Status);
        var last = await LinkOfAsync();
        await app.InScopeAsync(services => services.GetRequiredService<StaffDesk>().DisableAsync(id, Actor.CommandLine, Ct));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(last)).Status);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_whom_to_ask()
    {
        using var browser = new StaffBrowser(App);

        Assert.Contains("Ask an administrator", (await browser.GetAsync("/account/forgot")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_only_invite_and_the_last_of_them_stays()
    {
        await App.HireAsync("author@courier.example");
        using var author = await App.BrowserOfAsync("author@courier.example");
        using var admin = await App.BrowserOfAsync(StaffRoom.Admin);
        var id = await App.InScopeAsync(services => services.GetRequiredService<StaffDirectory>().IdOfAsync(StaffRoom.Admin, Ct));
        var self = new Dictionary<string, string> { ["id"] = $"{id}" };

        Assert.Equal(HttpStatusCode.Forbidden, (await author.GetAsync("/admin/people")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.PostAsync("/admin/people?handler=Disable", self)).Status);
        Assert.Contains("must stay administrator", (await admin.SubmitAsync("/admin/people", self, "Disable")).Errors, StringComparison.Ordinal);
        self["form.Role"] = "Author";
        Assert.Contains("must stay administrator", (await admin.SubmitAsync("/admin/people", self, "Assign")).Errors, StringComparison.Ordinal);
        Assert.True(await admin.IsInAsync());
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("abcdefghijklmn")]
    [InlineData("123456789012")]
    [InlineData("P4ssw0rd!2026!")]
    [InlineData("qwertyuiop123")]
    [InlineData("tomas.okell@courier.example")]
    [InlineData("tomas.okell2026")]
    public void Passwords_that_others_try_first_are_refused(string password) => Assert.NotNull(PasswordRules.Complaint(password, "tomas.okell@courier.example"));

    [Theory]
    [InlineData("vier graue Reiher waten")]
    [InlineData("ключ под синей лодкой")]
    [InlineData("        spaced  out     ")]
    [InlineData("nobody asks for digits")]
    [InlineData("🦩🦩🌊⚓️🦀🪝🛟 tide")]
    public void Long_ones_of_any_letters_are_taken(string password) => Assert.Null(PasswordRules.Complaint(password, "tomas@courier.example"));

    private static Dictionary<string, string> Password(string password) => new() { ["form.Password"] = password };

    private async Task<string> LinkAsync(long id) => (await App.InScopeAsync(services => services.GetRequiredService<StaffDesk>().LinkAsync(id, Actor.CommandLine, Ct)))!;

    public sealed class Room : IAsyncLifetime
    {
        public NewsApp App { get; } = new();

        public async ValueTask InitializeAsync() => await App.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
