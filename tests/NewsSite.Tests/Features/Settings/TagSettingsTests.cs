using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Settings;

public sealed class TagSettingsTests
{
    private const string List = "/admin/settings/tags";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Merging_two_tags_moves_their_articles_and_redirects_the_old_address()
    {
        await using var room = await SettingsRoom.OpenAsync(
            new Story { Slug = "one", More = "tags: [Harbor]" }, new Story { Slug = "both", More = "tags: [Harbor, Quays]" }, new Story { Slug = "two", More = "tags: [Quays]" });
        var harbor = await room.TagAsync("harbor");
        await room.SaveAsync($"{List}/{harbor}", ("Name", "Harbour"), ("Slug", "harbour"));

        Assert.Equal(HttpStatusCode.Found, (await room.MergeAsync($"{List}/{harbor}", "quays")).Status);

        await room.MovedAsync("/tag/harbor", "/tag/quays");
        await room.MovedAsync("/tag/harbour", "/tag/quays");
        Assert.Equal(3, (await room.App.PageAsync("/tag/quays")).QuerySelectorAll("main .hed a").Length);
        Assert.Equal(3, await room.App.WithDatabaseAsync(db => db.Set<ArticleTag>().CountAsync(Ct)));
        Assert.Contains("Ines Maddern: Harbour: merged into “Quays”, which 1 articles gained", await room.AuditAsync(AuditAction.TagChanged));
    }

    [Fact]
    public async Task An_old_address_does_not_betray_a_tag_that_only_a_draft_has()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "secret", At = null, More = "status: draft\ntags: [Harbor]" });
        await room.SaveAsync($"{List}/{await room.TagAsync("harbor")}", ("Name", "Scandal"), ("Slug", "scandal"));

        using var answer = await room.App.GetAsync("/tag/harbor");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("nothing of the sort")]
    [InlineData("harbor")]
    public async Task A_merge_into_nothing_or_itself_is_refused_at_its_field(string into)
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "one", More = "tags: [Harbor]" });
        var url = $"{List}/{await room.TagAsync("harbor")}";

        var answer = await room.MergeAsync(url, into);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var field = answer.Page.QuerySelector("#Into")!;
        Assert.Equal(("true", into), (field.GetAttribute("aria-invalid"), field.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.OK, (await room.Admin.GetAsync("/tag/harbor")).Status);
    }

    [Fact]
    public async Task The_list_goes_on_by_name_whatever_the_case_and_finds_what_is_searched()
    {
        await using var room = await SettingsRoom.OpenAsync();
        await room.App.WithDatabaseAsync(db =>
        {
            db.Tags.AddRange(Enumerable.Range(0, 120).Select(n => new Tag(Slug.Of($"tag-{n}"), n % 2 == 0 ? $"tag {n:000}" : $"TAG {n:000}")));
            db.Tags.Add(new Tag(Slug.Of("percent"), "100 % wool"));
            return db.SaveChangesAsync(Ct);
        });

        var seen = new List<string>();
        for (var url = List; url is not null;)
        {
            var page = (await room.Admin.GetAsync(url)).Page;
            seen.AddRange(page.QuerySelectorAll("tbody th > a").Select(cell => cell.TextContent));
            url = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(121, seen.Count);
        Assert.Equal(seen.Order(StringComparer.OrdinalIgnoreCase), seen);
        Assert.Equal(["100 % wool"], (await room.Admin.GetAsync(List + "?q=%25")).Page.QuerySelectorAll("tbody th > a").Select(cell => cell.TextContent));
        Assert.Equal(HttpStatusCode.BadRequest, (await room.Admin.GetAsync(List + "?q=" + new string('x', 121))).Status);
    }
}
