using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Setup;

public sealed class FirstStartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Form(string email = StaffRoom.Admin, string removeSample = "false") => new()
    {
        ["form.Name"] = "Ines Maddern",
        ["form.Email"] = email,
        ["form.Password"] = StaffRoom.Password,
        ["form.SiteName"] = "The Evening Tide",
        ["form.TimeZone"] = "Europe/Lisbon",
        ["form.RemoveSample"] = removeSample,
    };

    [Fact]
    public async Task The_link_makes_one_administrator_names_the_site_and_is_then_gone_for_ever()
    {
        using var app = new NewsApp();
        var link = await app.SetupLinkAsync();
        using var browser = new StaffBrowser(app);

        var answer = await browser.SubmitAsync(link, Form());

        Assert.Equal((HttpStatusCode.Found, "/admin"), (answer.Status, answer.Location));
        var bar = (await browser.GetAsync("/admin")).Page.QuerySelector(".bar")!;
        Assert.Equal("Ines Maddern, administrator", bar.QuerySelector(".status")!.TextContent);
        Assert.NotNull(bar.QuerySelector("a[href='/admin/settings']")); // administrators only
        Assert.Contains("The Evening Tide", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).Status);
        Assert.Null(await app.InScopeAsync(async services => await ((NewsSite.Features.Setup.SetupDesk)services.GetService(typeof(NewsSite.Features.Setup.SetupDesk))!).OfferAsync(Ct)));
        Assert.Equal(0, await app.WithDatabaseAsync(db => db.OneTimeLinks.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_wrong_an_old_and_an_expired_link_are_not_found()
    {
        using var app = new NewsApp();
        var old = await app.SetupLinkAsync();
        var link = await app.SetupLinkAsync();
        using var browser = new StaffBrowser(app);
        var opened = await browser.GetAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/setup")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(old)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).Status);
        app.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(opened, link, Form())).Status);
        Assert.False(await app.WithDatabaseAsync(db => db.Users.AnyAsync(Ct)));
    }

    [Fact]
    public async Task Two_who_set_up_at_once_make_one_administrator()
    {
        using var app = new NewsApp();
        var link = await app.SetupLinkAsync();
        var browsers = Enumerable.Range(0, 4).Select(_ => new StaffBrowser(app)).ToList();
        var opened = await Task.WhenAll(browsers.Select(browser => browser.GetAsync(link)));

        var answers = await Task.WhenAll(browsers.Select((browser, i) => browser.SubmitAsync(opened[i], link, Form($"person{i}@courier.example"))));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Found);
        Assert.Equal(3, answers.Count(answer => answer.Status is HttpStatusCode.NotFound));
        Assert.Equal(StaffRole.Administrator, await app.WithDatabaseAsync(db => db.Users.Select(account => account.Role).SingleAsync(Ct)));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_names_the_field_and_leaves_the_link_good()
    {
        using var app = new NewsApp();
        var link = await app.SetupLinkAsync();
        using var browser = new StaffBrowser(app);
        var form = Form();
        form["form.Password"] = "Password2026";

        var answer = await browser.SubmitAsync(link, form);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var input = answer.Page.QuerySelector("#form-Password")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains("first that others try", answer.Page.QuerySelector("#" + input.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ines Maddern", answer.Page.QuerySelector("#form-Name")!.GetAttribute("value"));
        Assert.DoesNotContain("Password2026", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.SubmitAsync(answer, link, Form())).Status);
    }

    [Fact]
    public async Task A_sample_that_is_removed_is_gone_and_does_not_come_back()
    {
        var edition = new EditionFolder();
        edition.Site("sample: true").Add(new Story { Slug = "story", More = "tags: [Quay]" }).Write("pages/about.md", "---\ntitle: About us\n---\n\nWe print news.\n");
        using var app = NewsApp.On(edition);
        using var browser = new StaffBrowser(app);

        await browser.SubmitAsync(await app.SetupLinkAsync(), Form(removeSample: "true"));
        await app.LoadAgainAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/harbour/story")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/info/about")).Status);
        Assert.DoesNotContain("Sample edition", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("No", (await browser.GetAsync("/search?q=harbour")).Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDatabaseAsync(async db =>
            await db.Articles.CountAsync(Ct) + await db.Sections.CountAsync(Ct) + await db.Tags.CountAsync(Ct) + await db.Authors.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_sample_that_is_kept_stays_and_the_name_chosen_here_outlives_a_changed_site_file()
    {
        var edition = new EditionFolder();
        edition.Site("sample: true").Add(new Story { Slug = "story" });
        using var app = NewsApp.On(edition);
        using var browser = new StaffBrowser(app);

        await browser.SubmitAsync(await app.SetupLinkAsync(), Form());
        edition.Site("sample: true\ntagline: New words");
        await app.LoadAgainAsync();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/harbour/story")).Status);
        Assert.Equal(
            ("The Evening Tide", "Europe/Lisbon", null),
            await app.WithDatabaseAsync(db => db.SiteProfiles.Select(site => ValueTuple.Create(site.Name, site.TimeZone, site.Tagline)).SingleAsync(Ct)));
    }
}
