using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Settings;

public sealed class PageSettingsTests
{
    private const string List = "/admin/settings/pages";
    private const string New = "/admin/settings/page";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_page_is_rendered_as_articles_are_and_linked_at_the_foot()
    {
        await using var room = await SettingsRoom.OpenAsync();

        var answer = await room.SaveAsync(New, ("Title", "Our principles"), ("Body", "We *check*.\r\n\r\n<script>alert(1)</script>"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var page = await room.App.PageAsync("/info/our-principles");
        Assert.Equal("check", page.QuerySelector(".body em")!.TextContent);
        Assert.Null(page.QuerySelector("main script"));
        Assert.Contains(page.QuerySelectorAll(".foot a"), link => link.TextContent == "Our principles");
        Assert.Contains("Ines Maddern: Our principles: added at /info/our-principles", await room.AuditAsync(AuditAction.PageChanged));
    }

    [Fact]
    public async Task A_preview_shows_the_text_and_keeps_nothing()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var url = $"{New}/{await room.PageAsync("about")}";
        var before = await room.App.TableHashesAsync();
        var opened = await room.Admin.GetAsync(url);

        var answer = await room.Admin.SubmitAsync(opened, url + "?handler=Preview", new Dictionary<string, string> { ["Title"] = "About", ["Body"] = "Now **bold**." });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("bold", answer.Page.QuerySelector(".preview .body strong")!.TextContent);
        Assert.Equal("Now **bold**.", answer.Page.QuerySelector("#Body")!.TextContent.Trim());
        Assert.Equal(before, await room.App.TableHashesAsync());
    }

    [Fact]
    public async Task A_stale_save_shows_both_texts_and_loses_neither()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var url = $"{New}/{await room.PageAsync("about")}";
        var mine = await room.Admin.GetAsync(url);
        await room.SaveAsync(url, ("Body", "Theirs."));

        var answer = await room.SaveAsync(mine, url, null, ("Body", "Mine."));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(("Mine.", "Theirs."), (answer.Page.QuerySelector("#Body")!.TextContent.Trim(), answer.Page.QuerySelector("#kept")!.TextContent.Trim()));
        Assert.Contains("Somebody else changed this", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("Theirs.", (await room.Admin.GetAsync("/info/about")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await room.SaveAsync(answer, url, null)).Status);
        Assert.Contains("Mine.", (await room.Admin.GetAsync("/info/about")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_deleted_once_what_is_lost_was_read_and_the_edition_does_not_bring_it_back()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var url = $"{New}/{await room.PageAsync("about")}";
        await room.SaveAsync("/admin/settings", ("Principles", "about"));

        var asked = await room.SaveAsync(await room.Admin.GetAsync(url), url, "Delete");
        Assert.Contains("“About us” will be gone", asked.Page.QuerySelector(".ask")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await room.Admin.GetAsync("/info/about")).Status);
        Assert.Equal(HttpStatusCode.Found, (await room.SaveAsync(asked, url, "Delete", ("Confirmed", "true"))).Status);
        await room.App.LoadAgainAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await room.Admin.GetAsync("/info/about")).Status);
        Assert.Null(await room.App.WithDatabaseAsync(db => db.SiteProfiles.Select(site => site.PrinciplesPage).SingleAsync(Ct)));
        Assert.Equal(HttpStatusCode.Found, (await room.SaveAsync(New, ("Title", "About"), ("Body", "Back."))).Status);
        Assert.Contains("Back.", (await room.Admin.GetAsync("/info/about")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Text.", "Title")]
    [InlineData("Title", "", "Body")]
    [InlineData("About", "Text.", "Slug")]
    public async Task A_refused_page_keeps_what_was_typed_and_names_the_field(string title, string body, string field)
    {
        await using var room = await SettingsRoom.OpenAsync();

        var answer = await room.SaveAsync(New, ("Title", title), ("Body", body));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("true", answer.Page.QuerySelector("#" + field)!.GetAttribute("aria-invalid"));
        Assert.Equal((title, body), (answer.Page.QuerySelector("#Title")!.GetAttribute("value") ?? "", answer.Page.QuerySelector("#Body")!.TextContent.Trim()));
        Assert.Equal(1, await room.App.WithDatabaseAsync(db => db.ContentPages.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_comes_back_whole()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var text = string.Concat(Enumerable.Repeat("word ", 41_000)) + "end";

        var answer = await room.SaveAsync(New, ("Title", "Long"), ("Body", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(text, answer.Page.QuerySelector("#Body")!.TextContent.Trim());
        Assert.Contains(await room.App.WithDatabaseAsync(db => db.ContentPages.Select(page => page.Title).ToListAsync(Ct)), title => title == "About us");
        Assert.Equal(HttpStatusCode.OK, (await room.Admin.GetAsync(List)).Status);
    }
}
