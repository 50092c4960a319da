using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Settings;

public sealed class SectionSettingsTests
{
    private const string List = "/admin/settings/sections";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renamed_section_keeps_its_articles_and_every_old_address_leads_to_it_in_one_step()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay" });
        var url = $"{List}/{await room.SectionAsync("harbour")}";

        Assert.Equal(HttpStatusCode.Found, (await room.SaveAsync(url, ("Name", "Port"), ("Slug", "port"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await room.SaveAsync(url, ("Name", "Docks"), ("Slug", "docks"))).Status);

        await room.MovedAsync("/harbour", "/docks");
        await room.MovedAsync("/port?older=1-1", "/docks?older=1-1");
        await room.MovedAsync("/harbour/quay", "/docks/quay");
        Assert.Contains("Docks", (await room.App.PageAsync("/docks")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Docks", (await room.App.PageAsync("/")).QuerySelector(".sections a")!.TextContent);
        Assert.Contains("Ines Maddern: Docks: name: “Port” → “Docks”; address: “port” → “docks”", await room.AuditAsync(AuditAction.SectionChanged));
    }

    [Fact]
    public async Task A_section_that_takes_its_former_address_back_no_longer_leads_away_from_it()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay" });
        var url = $"{List}/{await room.SectionAsync("harbour")}";

        await room.SaveAsync(url, ("Slug", "port"));
        await room.SaveAsync(url, ("Slug", "harbour"));

        Assert.Equal(HttpStatusCode.OK, (await room.Admin.GetAsync("/harbour")).Status);
        await room.MovedAsync("/port", "/harbour");
        Assert.Equal(1, await room.App.WithDatabaseAsync(db => db.FormerSlugs.CountAsync(Ct)));
    }

    [Theory]
    [InlineData("admin", "The site itself uses this address")]
    [InlineData("2026", "The site itself uses this address")]
    [InlineData("council", "“Council” has this address")]
    [InlineData("The Port!", "such as “the-port”")]
    public async Task An_address_that_cannot_be_had_is_refused_at_its_field_with_what_was_typed(string slug, string complaint)
    {
        await using var room = await SettingsRoom.OpenAsync();
        var url = $"{List}/{await room.SectionAsync("harbour")}";

        var answer = await room.SaveAsync(url, ("Name", "Port"), ("Slug", slug));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var field = answer.Page.QuerySelector("#Slug")!;
        Assert.Equal(("true", slug), (field.GetAttribute("aria-invalid"), field.GetAttribute("value")));
        Assert.Contains(complaint, answer.Page.QuerySelector("#Slug-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Port", answer.Page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal("/harbour", SiteUrls.Section((await room.App.WithDatabaseAsync(db => db.Sections.OrderBy(each => each.Position).FirstAsync(Ct))).Slug.Value));
    }

    [Fact]
    public async Task An_address_that_still_leads_to_another_section_is_taken_only_by_saying_so()
    {
        await using var room = await SettingsRoom.OpenAsync();
        await room.SaveAsync($"{List}/{await room.SectionAsync("harbour")}", ("Slug", "port"));
        var council = $"{List}/{await room.SectionAsync("council")}";

        var refused = await room.SaveAsync(council, ("Slug", "harbour"));
        Assert.Contains("lead to “Harbour”", refused.Errors, StringComparison.Ordinal);
        Assert.NotNull(refused.Page.QuerySelector("input[name=TakesOver]"));
        await room.MovedAsync("/harbour", "/port");
        await room.SaveAsync(refused, council, null, ("TakesOver", "true"));

        Assert.Equal(HttpStatusCode.OK, (await room.Admin.GetAsync("/harbour")).Status);
        await room.MovedAsync("/council", "/harbour");
    }

    [Fact]
    public async Task Merging_moves_articles_editors_and_open_drafts_and_redirects_every_old_address()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay" }, new Story { Slug = "vote", Section = "council" });
        var (harbour, council) = (await room.SectionAsync("harbour"), await room.SectionAsync("council"));
        var editor = await room.App.HireAsync("editor@courier.example", StaffRole.Editor);
        await room.App.WithDatabaseAsync(async db =>
        {
            var article = await db.Articles.FirstAsync(each => each.SectionId == harbour, Ct);
            await db.Database.ExecuteSqlAsync($"INSERT INTO AccountSections (AccountId, SectionId) VALUES ({editor}, {harbour})", Ct);
            return await db.Database.ExecuteSqlAsync($"INSERT INTO WorkingCopies (ArticleId, Fields, SavedAt, SavedBy, Version) VALUES ({article.Id}, json_object('Section', {harbour}), '2026-11-22 12:00:00', 'x', 1)", Ct);
        });
        await room.SaveAsync($"{List}/{harbour}", ("Slug", "port"));

        var asked = await room.SaveAsync(await room.Admin.GetAsync($"{List}/{harbour}"), $"{List}/{harbour}", "Merge", ("Into", "council"));
        Assert.Contains("“Harbour” will be gone. Its 1 articles", asked.Page.QuerySelector(".ask")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await room.App.WithDatabaseAsync(db => db.Sections.CountAsync(Ct)));
        Assert.Equal(HttpStatusCode.Found, (await room.SaveAsync(asked, $"{List}/{harbour}", "Merge", ("Confirmed", "true"))).Status);

        foreach (var old in new[] { "/harbour", "/port" }) await room.MovedAsync(old, "/council");
        foreach (var old in new[] { "/harbour/quay", "/port/quay" }) await room.MovedAsync(old, "/council/quay");
        Assert.Equal(2, (await room.App.PageAsync("/council")).QuerySelectorAll("main .hed a").Length);
        Assert.Equal(council, await room.App.WithDatabaseAsync(db => db.Set<SectionAssignment>().Where(each => each.AccountId == editor).Select(each => each.SectionId).SingleAsync(Ct)));
        Assert.Equal($"{{\"Section\":{council}}}", await room.App.WithDatabaseAsync(db => db.WorkingCopies.Select(copy => copy.Fields).SingleAsync(Ct)));
        Assert.Contains("Ines Maddern: Harbour: merged into “Council” with 1 articles", await room.AuditAsync(AuditAction.SectionChanged));
    }

    [Fact]
    public async Task A_section_that_is_added_stands_last_until_it_is_moved_up()
    {
        await using var room = await SettingsRoom.OpenAsync();

        Assert.Equal(HttpStatusCode.Found, (await room.SaveAsync(await room.Admin.GetAsync(List), List, "Add", ("Name", "Sport"))).Status);
        Assert.Equal(["Harbour", "Council", "Sport"], await NamesAsync(room));
        var sport = await room.SectionAsync("sport");
        await room.SaveAsync(await room.Admin.GetAsync(List), List, "Up", ("id", $"{sport}"));
        Assert.Equal(["Harbour", "Sport", "Council"], await NamesAsync(room));
        await room.SaveAsync(await room.Admin.GetAsync(List), List, "Down", ("id", $"{sport}"));

        Assert.Equal(["Harbour", "Council", "Sport"], await NamesAsync(room));
    }

    [Fact]
    public async Task Two_who_change_a_section_at_once_both_see_what_the_other_wrote()
    {
        await using var room = await SettingsRoom.OpenAsync();
        var url = $"{List}/{await room.SectionAsync("harbour")}";
        var mine = await room.Admin.GetAsync(url);
        await room.SaveAsync(url, ("Name", "Port"));

        var answer = await room.SaveAsync(mine, url, null, ("Name", "Docks"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Docks", answer.Page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Contains("Kept now: “Port”", answer.Page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Port", (await NamesAsync(room))[0]);
        await room.SaveAsync(answer, url, null);
        Assert.Equal("Docks", (await NamesAsync(room))[0]);
    }

    [Fact]
    public async Task What_the_edition_s_files_call_by_an_old_name_finds_its_way_and_no_section_comes_back()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "quay", More = "tags: [Quay]" });
        await room.SaveAsync("/admin/settings", ("Tagline", "Kept here"));
        await room.MergeAsync($"{List}/{await room.SectionAsync("harbour")}", "council");
        await room.SaveAsync($"/admin/settings/tags/{await room.TagAsync("quay")}", ("Name", "Waterfront"), ("Slug", "waterfront"));
        room.App.Edition.Site("tagline: From the file").Add(new Story { Slug = "quay", Headline = "Changed", More = "tags: [Quay]" });

        await room.App.LoadAgainAsync();

        Assert.Equal(["Council"], await NamesAsync(room));
        Assert.Equal("Kept here", await room.App.WithDatabaseAsync(db => db.SiteProfiles.Select(site => site.Tagline).SingleAsync(Ct)));
        Assert.Equal("Waterfront", (await room.App.PageAsync("/council/quay")).QuerySelector(".tags a")!.TextContent.Trim());
        Assert.Equal(1, await room.App.WithDatabaseAsync(db => db.Tags.CountAsync(Ct)));
        Assert.Equal(SlugOwner.Section, (await room.App.WithDatabaseAsync(db => db.FormerSlugs.OrderBy(each => each.Owner).FirstAsync(Ct))).Owner);
    }

    private static Task<List<string>> NamesAsync(SettingsRoom room) =>
        room.App.WithDatabaseAsync(db => db.Sections.OrderBy(section => section.Position).Select(section => section.Name).ToListAsync(Ct));
}
