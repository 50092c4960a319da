using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Settings;

public sealed class SiteSettingsTests
{
    private const string Url = "/admin/settings";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_site_is_shows_on_the_next_page_and_a_changed_site_file_leaves_it()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay" });
        var logo = await room.PictureAsync();

        var answer = await room.SaveAsync(Url, ("Name", "The Tide"), ("Tagline", "Twice a day"), ("Description", "News of the coast."), ("Logo", logo), ("TimeZone", "Asia/Tokyo"), ("Principles", "about"));
        room.App.Edition.Site("tagline: From the file");
        await room.App.LoadAgainAsync();

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var front = await room.App.PageAsync("/");
        Assert.Equal("News of the coast.", front.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(("The Tide", $"/media/{logo}/4.jpg"), (front.QuerySelector(".nameplate img")!.GetAttribute("alt"), front.QuerySelector(".nameplate img")!.GetAttribute("src")));
        Assert.Contains("Twice a day", front.QuerySelector(".masthead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("About us", front.QuerySelectorAll(".foot a[href^='/info']")[0].TextContent);
        Assert.Equal("Asia/Tokyo", await room.App.WithDatabaseAsync(db => db.SiteProfiles.Select(site => site.TimeZone).SingleAsync(Ct)));
        Assert.Contains("name: “The Test Courier” → “The Tide”; tagline: none → “Twice a day”; description changed", Assert.Single(await room.AuditAsync(AuditAction.SiteChanged)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("TimeZone", "Mars/Olympus")]
    [InlineData("Principles", "no-such-page")]
    [InlineData("Logo", "0123456789abcdef0123456789abcdef.png")]
    public async Task A_refused_field_is_named_and_the_others_stay_as_typed(string field, string value)
    {
        await using var room = await SettingsRoom.OpenAsync();
        await room.PictureAsync();

        var answer = await room.SaveAsync(Url, ("Tagline", "As typed"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Page.QuerySelector($"#{field}-error")!.TextContent);
        Assert.Equal("As typed", answer.Page.QuerySelector("#Tagline")!.GetAttribute("value"));
        Assert.Empty(await room.AuditAsync(AuditAction.SiteChanged));
    }

    [Fact]
    public async Task Two_who_change_the_site_at_once_both_see_what_the_other_wrote()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var mine = await room.Admin.GetAsync(Url);
        await room.SaveAsync(Url, ("Tagline", "Theirs"));

        var answer = await room.SaveAsync(mine, Url, null, ("Tagline", "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Mine", answer.Page.QuerySelector("#Tagline")!.GetAttribute("value"));
        Assert.Contains("“Theirs”", answer.Page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_is_kept_out_of_the_settings()
    {
        await using var room = await SettingsRoom.OpenAsync();
        await room.App.HireAsync("editor@courier.example", StaffRole.Editor);
        using var editor = await room.App.BrowserOfAsync("editor@courier.example");

        foreach (var url in new[] { Url, Url + "/sections", Url + "/tags", Url + "/authors", Url + "/pages", Url + "/crawlers", Url + "/page" })
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync(url)).Status);
        Assert.DoesNotContain("Settings", (await editor.GetAsync("/admin")).Page.QuerySelector(".bar nav")!.Text(), StringComparison.Ordinal);
    }
}
