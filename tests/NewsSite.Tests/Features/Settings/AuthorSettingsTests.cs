using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Settings;

public sealed class AuthorSettingsTests
{
    private const string List = "/admin/settings/authors";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_profile_shows_portrait_text_and_links_to_readers()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay" });
        var portrait = await room.PictureAsync();
        var url = $"{List}/{await room.AuthorAsync("ines-maddern")}";

        var answer = await room.SaveAsync(url, ("About", "Covers the harbour.\r\n\r\nBorn there, too."), ("Portrait", portrait),
            ("Links[0].Label", "Mastodon"), ("Links[0].Url", "https://social.example/@ines"), ("Links[1].Label", ""), ("Links[1].Url", ""));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var profile = (await room.App.PageAsync("/author/ines-maddern")).QuerySelector(".profile")!;
        Assert.Equal($"/media/{portrait}/portrait-2-50-50.jpg", profile.QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal(["Covers the harbour.", "Born there, too."], profile.QuerySelectorAll("p").Select(part => part.TextContent));
        var link = profile.QuerySelector("a")!;
        Assert.Equal(("https://social.example/@ines", "me noopener", null), (link.GetAttribute("href"), link.GetAttribute("rel"), link.GetAttribute("target")));
        Assert.Equal(["Ines Maddern: Ines Maddern: text changed; portrait changed; links changed"], await room.AuditAsync(AuditAction.AuthorChanged));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example")]
    [InlineData("/local")]
    [InlineData("data:text/html,x")]
    [InlineData("https://user:secret@evil.example/")]
    [InlineData("https:evil")]
    public async Task A_link_that_is_no_web_address_is_refused_at_its_field(string address)
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay" });
        var url = $"{List}/{await room.AuthorAsync("ines-maddern")}";

        var answer = await room.SaveAsync(url, ("Links[0].Label", "Home"), ("Links[0].Url", address), ("About", "Kept as typed."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var field = answer.Page.QuerySelector("input[name='Links[0].Url']")!;
        Assert.Equal(("true", address), (field.GetAttribute("aria-invalid"), field.GetAttribute("value")));
        Assert.Contains("Kept as typed.", answer.Page.QuerySelector("#About")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portrait_must_be_a_picture_of_the_media_folder()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay" });

        var answer = await room.SaveAsync($"{List}/{await room.AuthorAsync("ines-maddern")}", ("Portrait", "../news.db"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("not in the media folder", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merging_two_authors_moves_bylines_and_accounts_and_redirects_the_old_address()
    {
        await using var room = await SettingsRoom.OpenAsync(
            new Story { Slug = "one", Authors = "I. Maddern" }, new Story { Slug = "both", Authors = "I. Maddern, Ines Maddern" }, new Story { Slug = "two" });
        var account = await room.App.HireAsync("writer@courier.example");
        await room.Admin.SubmitAsync("/admin/people", new Dictionary<string, string> { ["id"] = $"{account}", ["byline"] = "I. Maddern" }, "Byline");

        Assert.Equal(HttpStatusCode.Found, (await room.MergeAsync($"{List}/{await room.AuthorAsync("i-maddern")}", "Ines Maddern")).Status);

        await room.MovedAsync("/author/i-maddern", "/author/ines-maddern");
        Assert.Equal(3, await room.App.WithDatabaseAsync(db => db.Set<BylineEntry>().CountAsync(Ct)));
        var ines = await room.AuthorAsync("ines-maddern");
        Assert.Equal(ines, await room.App.WithDatabaseAsync(db => db.Users.Where(each => each.Id == account).Select(each => each.AuthorId).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_byline_that_nobody_has_is_refused_at_its_field_and_an_empty_one_takes_it_away()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "one" });
        var account = await room.App.HireAsync("writer@courier.example");

        var refused = await PostAsync("Nobody Known");
        Assert.Contains("No single author", refused.Page.QuerySelector("#byline-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nobody Known", refused.Page.QuerySelector("#byline")!.GetAttribute("value"));
        await PostAsync("ines maddern");
        Assert.NotNull(await BylineAsync());
        await PostAsync("");

        Assert.Null(await BylineAsync());

        Task<Answer> PostAsync(string byline) => room.Admin.SubmitAsync("/admin/people", new Dictionary<string, string> { ["id"] = $"{account}", ["byline"] = byline }, "Byline");

        Task<long?> BylineAsync() => room.App.WithDatabaseAsync(db => db.Users.Where(each => each.Id == account).Select(each => each.AuthorId).SingleAsync(Ct));
    }

    [Fact]
    public async Task An_author_can_be_added_before_the_first_article()
    {
        await using var room = await SettingsRoom.OpenAsync();

        var answer = await room.SaveAsync(await room.Admin.GetAsync(List), List, "Add", ("Name", "Ann Lee"));

        Assert.Equal($"{List}/{await room.AuthorAsync("ann-lee")}", answer.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Admin.GetAsync("/author/ann-lee")).Status);
    }
}
