using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Bulk;

/// <summary>What was done with many articles is taken back, where nothing has happened since.</summary>
public sealed class BulkUndoTests : IAsyncLifetime
{
    private readonly NewsApp app = NewsApp.With(
        Story.Dated("alpha", NewsApp.Noon.AddDays(-1)) with { More = "tags: [Quay, Storm, Ice]" },
        Story.Dated("bravo", NewsApp.Noon.AddDays(-2)) with { Section = "council", More = "tags: [Storm]" },
        Story.Dated("charlie", NewsApp.Noon.AddDays(-3)));

    private StaffMember eva = null!;
    private StaffBrowser browser = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        browser = await app.BrowserOfAsync("eva@courier.example");
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Each_goes_back_to_its_own_section_for_readers_too_and_the_log_says_so()
    {
        await app.WithDatabaseAsync(async db =>
        {
            db.Sections.Add(new NewsSite.Domain.Taxonomy.Section(Slug.Of("coast"), "Coast", 2));
            return await db.SaveChangesAsync(Ct);
        });
        var typed = (await app.OpenAsync(eva, 1))!;
        typed.Form.Headline = "Typed and not filed";
        await app.TypeAsync(eva, typed.Form, 1, typed.Version);
        var said = await browser.DoneAsync(BulkAction.Move, [1, 2, 3], ("Into", "3"));

        var undone = await browser.UndoneAsync(said);

        Assert.Equal("Undone: 3 articles back in the former section.", undone.Said());
        foreach (var url in (string[])["/harbour/alpha", "/council/bravo", "/harbour/charlie"]) await app.PageAsync(url);
        using var left = await app.GetAsync("/coast/alpha");
        Assert.Equal("/harbour/alpha", left.Headers.Location!.OriginalString);
        Assert.Equal((1, "Typed and not filed"), ((await app.OpenAsync(eva, 1))!.Form.Section, (await app.OpenAsync(eva, 1))!.Form.Headline));
        Assert.Equal("Section: from “Coast” to “Council”.", (await app.OpenAsync(eva, 2))!.History[0].Detail);
    }

    [Fact]
    public async Task What_changed_since_is_named_and_left_alone()
    {
        var said = await browser.DoneAsync(BulkAction.Move, [1, 3], ("Into", "2"));
        var leo = await app.MemberAsync("Leo", StaffRole.Editor, 2);
        var typed = (await app.OpenAsync(leo, 3))!;
        typed.Form.Headline = "Leo is at work on it";
        await app.TypeAsync(leo, typed.Form, 3, typed.Version);

        var undone = await browser.UndoneAsync(said);

        Assert.Equal("Undone: 1 article back in the former section. Left as it was: Headline of charlie: It was changed since, or has gone a step further.", undone.Said());
        Assert.Equal((1, 2, "Leo is at work on it"), ((await app.ArticleAsync(1)).SectionId, (await app.ArticleAsync(3)).SectionId, (await app.OpenAsync(eva, 3))!.Form.Headline));
    }

    [Theory]
    [InlineData(BulkAction.AddTags, "Harbour, Storm")]
    [InlineData(BulkAction.RemoveTags, "Storm, Ice")]
    public async Task Only_the_tags_that_were_really_added_or_removed_go_or_come_back(BulkAction what, string tags)
    {
        var typed = (await app.OpenAsync(eva, 2))!;
        typed.Form.Tags = "Storm,  ice ,…";
        await app.TypeAsync(eva, typed.Form, 2, typed.Version);
        var before = (await TagsAsync(1), await TagsAsync(2), await TagsAsync(3));

        var undone = await browser.UndoneAsync(await browser.DoneAsync(what, [1, 2, 3], ("Tags", tags)));

        Assert.StartsWith("Undone: ", undone.Said(), StringComparison.Ordinal);
        Assert.Equal(before, (await TagsAsync(1), await TagsAsync(2), await TagsAsync(3)));
        Assert.Equal("Storm,  ice ,…", (await app.OpenAsync(eva, 2))!.Form.Tags);
    }

    [Fact]
    public async Task Steps_that_can_be_taken_back_are()
    {
        var (first, second) = (await app.ArticleAsync(eva), await app.ArticleAsync(eva));

        var sent = await browser.UndoneAsync(await browser.DoneAsync(BulkAction.Submit, [first, second]));
        Assert.Equal("Undone: 2 articles back among the drafts.", sent.Said());
        Assert.Equal((ArticleStatus.Draft, AuditAction.SentBack), ((await app.ArticleAsync(first)).Status, (await app.OpenAsync(eva, first))!.History[0].Action));

        var binned = await browser.UndoneAsync(await browser.DoneAsync(BulkAction.Bin, [first, second]));
        Assert.Equal("Undone: 2 articles back among the drafts.", binned.Said());
        await browser.DoneAsync(BulkAction.Bin, [first]);
        var restored = await browser.UndoneAsync(await browser.DoneAsync(BulkAction.Restore, [first]));
        Assert.Equal("Undone: 1 article in the bin again.", restored.Said());
        Assert.Equal((ArticleStatus.Binned, ArticleStatus.Draft), ((await app.ArticleAsync(first)).Status, (await app.ArticleAsync(second)).Status));
    }

    [Fact]
    public async Task Nothing_is_undone_twice_nor_after_a_day_nor_by_another_person()
    {
        await app.MemberAsync("Leo", StaffRole.Administrator);
        using var leo = await app.BrowserOfAsync("leo@courier.example");
        var said = await browser.DoneAsync(BulkAction.Move, [1], ("Into", "2"));
        var act = said.Page.QuerySelector(".bulk-note input[name=id]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.NotFound, (await leo.UndoAsync(act)).Status);
        Assert.Equal("", (await leo.GetAsync($"/admin?act={act}")).Said());
        Assert.Equal(2, (await app.ArticleAsync(1)).SectionId);
        await browser.UndoneAsync(said);
        var twice = await browser.UndoneAsync(said);
        Assert.Equal((HttpStatusCode.Conflict, "This has been undone already."), (twice.Status, twice.Errors));
        Assert.Equal("1 article moved to Council. This was undone since.", (await browser.GetAsync($"/admin?act={act}")).Said());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.UndoAsync("4711")).Status);

        var late = await browser.DoneAsync(BulkAction.Move, [1], ("Into", "2"));
        app.Clock.Advance(BulkAct.Life);
        using var again = await app.BrowserOfAsync("eva@courier.example");
        var tooLate = await again.UndoAsync(late.Page.QuerySelector(".bulk-note input[name=id]")!.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.Conflict, tooLate.Status);
        Assert.Equal(2, (await app.ArticleAsync(1)).SectionId);
    }

    [Fact]
    public async Task Undoing_takes_the_rights_that_one_has_now()
    {
        await app.MemberAsync("Leo", StaffRole.Editor, 1, 2);
        using var leo = await app.BrowserOfAsync("leo@courier.example");
        var said = await leo.DoneAsync(BulkAction.Move, [1, 3], ("Into", "2"));
        await app.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM AccountSections WHERE SectionId = 1", Ct));

        var undone = await leo.UndoneAsync(said);

        Assert.StartsWith("Nothing was undone. Left as they were:", undone.Said(), StringComparison.Ordinal);
        Assert.Contains("You may not take it to Harbour.", undone.Said(), StringComparison.Ordinal);
        Assert.Equal(2, (await app.ArticleAsync(1)).SectionId);
    }

    [Fact]
    public async Task What_nobody_can_undo_any_more_is_not_kept()
    {
        await browser.DoneAsync(BulkAction.Move, [1], ("Into", "2"));
        app.Clock.Advance(BulkAct.Life);
        using var again = await app.BrowserOfAsync("eva@courier.example");
        await again.DoneAsync(BulkAction.Move, [3], ("Into", "2"));

        Assert.Equal([NewsApp.Noon + BulkAct.Life], await app.WithDatabaseAsync(db => db.BulkActs.Select(act => act.At).ToListAsync(Ct)));
    }

    private async Task<string> TagsAsync(long id) => string.Join(", ", await app.WithDatabaseAsync(db =>
        db.Set<ArticleTag>().Where(entry => entry.ArticleId == id).OrderBy(entry => entry.Position).Select(entry => entry.Tag.Name).ToListAsync(Ct)));
}
