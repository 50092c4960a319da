using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Bulk;

/// <summary>Many articles get another section or other tags at once.</summary>
public sealed class BulkRefilingTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        Story.Dated("first", NewsApp.Noon.AddDays(-1)) with { More = "tags: [Quay]" },
        Story.Dated("second", NewsApp.Noon.AddDays(1)),
        Story.Dated("third", NewsApp.Noon.AddDays(-2)) with { Section = "council", Headline = "Nobody else may know" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task All_that_are_chosen_move_what_is_out_for_readers_too_and_nothing_typed_is_filed_or_lost()
    {
        var (eva, browser) = await EnterAsync("Eva", StaffRole.Editor, 1, 2);
        using var _ = browser;
        var draft = await app.ArticleAsync(eva);
        var typed = (await app.OpenAsync(eva, 1))!;
        typed.Form.Headline = "Typed and not filed";
        await app.TypeAsync(eva, typed.Form, 1, typed.Version);
        var before = await app.ArticleAsync(1);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var said = await browser.DoneAsync(BulkAction.Move, [1, 2, draft], ("Into", "2"));

        Assert.Equal("3 articles moved to Council. Undo", said.Said());
        using var old = await app.GetAsync("/harbour/first");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/council/first"), (old.StatusCode, old.Headers.Location!.OriginalString));
        Assert.Equal("Headline of first", (await app.PageAsync("/council/first")).QuerySelector("h1")!.TextContent);
        Assert.Null((await app.PageAsync("/harbour")).QuerySelector("a[href$='/first']"));
        var after = await app.ArticleAsync(1);
        Assert.Equal((before.Body.Html, before.PublishedAt, before.UpdatedAt, null), (after.Body.Html, after.PublishedAt, after.UpdatedAt, after.EditionHash));
        foreach (var id in (long[])[1, 2, draft]) Assert.Equal(2, (await app.OpenAsync(eva, id))!.Form.Section);
        Assert.Equal(("Typed and not filed", true), ((await app.OpenAsync(eva, 1))!.Form.Headline, (await app.OpenAsync(eva, 1))!.Changes is ChangeStatus.Private));
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.PageAsync("/council/second");
    }

    [Fact]
    public async Task Each_has_its_line_in_the_log_its_event_and_a_version_of_its_own()
    {
        var (eva, browser) = await EnterAsync("Eva", StaffRole.Editor, 1, 2);
        using var _ = browser;

        await browser.DoneAsync(BulkAction.Move, [1, 2], ("Into", "2"));

        foreach (var id in (long[])[1, 2])
        {
            var line = (await app.OpenAsync(eva, id))!.History[0];
            Assert.Equal((AuditAction.Refiled, "Eva", "Section: from “Harbour” to “Council”."), (line.Action, line.Name, line.Detail));
            var told = (await app.WithDatabaseAsync(db => db.PublicationEvents.Where(e => e.ArticleId == id).OrderBy(e => e.Id).ToListAsync(Ct)))[^1];
            Assert.Equal(PublicationEventKind.Revised, told.Kind);
            Assert.Superset(new HashSet<string> { "section:1", "section:2", "fronts", $"article:{id}" }, told.DependencyTags.ToHashSet());
            var versions = (await app.HistoryAsync(eva, id))!;
            Assert.Equal([AuditAction.Refiled, null], versions.Revisions.Select(revision => revision.Step));
            Assert.Equal("Section", Assert.Single(versions.Changes).Label);
        }
    }

    [Fact]
    public async Task One_that_is_refused_stops_no_other_and_of_what_is_another_s_nothing_is_said()
    {
        var (_, browser) = await EnterAsync("Eva", StaffRole.Editor, 1);
        using var __ = browser;

        var said = await browser.DoneAsync(BulkAction.AddTags, [1, 3, 4711, 2], ("Tags", "Storm"));
        var refused = await browser.DoneAsync(BulkAction.Move, [3, 1], ("Into", "2"));

        Assert.Equal("2 articles tagged: Storm. 2 were not there. Undo", said.Said());
        Assert.Equal("Nothing was changed. 1 was not there. Left as it was: Headline of first: You may not take it to Council.", refused.Said());
        Assert.Equal("/admin/articles/1", refused.Page.QuerySelector(".bulk-note li a")!.GetAttribute("href"));
        Assert.DoesNotContain("Nobody else may know", said.Text + refused.Text, StringComparison.Ordinal);
        Assert.Empty(await TagsAsync(3));
        Assert.Equal(1, (await app.ArticleAsync(1)).SectionId);
    }

    [Fact]
    public async Task Tags_are_added_to_what_was_filed_and_to_what_is_typed_whatever_their_spelling()
    {
        var (eva, browser) = await EnterAsync("Eva", StaffRole.Editor, 1);
        using var _ = browser;
        var typed = (await app.OpenAsync(eva, 1))!;
        (typed.Form.Tags, typed.Form.Headline) = ("Quay, ???, Ice", "Typed and not filed");
        await app.TypeAsync(eva, typed.Form, 1, typed.Version);

        var said = await browser.DoneAsync(BulkAction.AddTags, [1, 2], ("Tags", "quay, Storm , storm"));

        Assert.Equal("2 articles tagged: quay, Storm, storm. Undo", said.Said());
        Assert.Equal(["Quay", "Storm"], await TagsAsync(1));
        Assert.Equal(["Quay", "Storm"], await TagsAsync(2));
        Assert.Equal("Quay, ???, Ice, Storm", (await app.OpenAsync(eva, 1))!.Form.Tags);
        Assert.Equal("Headline of first", (await app.PageAsync("/harbour/first")).QuerySelector("h1")!.TextContent);
        Assert.NotNull((await app.PageAsync("/tag/storm")).QuerySelector("a[href='/harbour/first']"));

        Assert.Equal("2 articles no longer tagged: QUAY, Never heard of. Undo", (await browser.DoneAsync(BulkAction.RemoveTags, [1, 2], ("Tags", "QUAY, Never heard of"))).Said());
        Assert.Equal("Nothing was changed. 2 articles needed no change.", (await browser.DoneAsync(BulkAction.RemoveTags, [1, 2], ("Tags", "Quay"))).Said());
        Assert.Equal(["Storm"], await TagsAsync(1));
        Assert.Equal("???, Ice, Storm", (await app.OpenAsync(eva, 1))!.Form.Tags);
        Assert.False(await app.WithDatabaseAsync(db => db.Tags.AnyAsync(tag => tag.Slug == Slug.Of("never-heard-of"), Ct)));
    }

    [Fact]
    public async Task Whoever_may_not_change_what_is_out_does_not_refile_it_either()
    {
        var (con, browser) = await EnterAsync("Con", StaffRole.Contributor);
        using var _ = browser;
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var (draft, live) = (await app.ArticleAsync(con), await app.ArticleAsync(con, (con, WorkflowStep.Submit), (eva, WorkflowStep.Approve), (eva, WorkflowStep.Publish)));
        var binned = await app.ArticleAsync(con, (con, WorkflowStep.Bin));

        var said = await browser.DoneAsync(BulkAction.Move, [draft, live, binned, 1], ("Into", "2"));

        Assert.StartsWith("1 article moved to Council. 1 was not there. Left as they were:", said.Said(), StringComparison.Ordinal);
        Assert.Contains("You may not change it for readers.", said.Said(), StringComparison.Ordinal);
        Assert.Contains("It is in the bin, where nothing is changed.", said.Said(), StringComparison.Ordinal);
        Assert.Equal((2, 1, 1), ((await app.ArticleAsync(draft)).SectionId, (await app.ArticleAsync(live)).SectionId, (await app.ArticleAsync(binned)).SectionId));
    }

    [Fact]
    public async Task Whoever_has_one_of_them_open_is_told_before_they_overwrite_anything()
    {
        var (eva, browser) = await EnterAsync("Eva", StaffRole.Editor, 1, 2);
        using var _ = browser;
        var open = (await app.OpenAsync(eva, 1))!;

        await browser.DoneAsync(BulkAction.AddTags, [1], ("Tags", "Storm"));

        open.Form.Headline = "From an older version";
        Assert.Equal(NewsSite.Features.Newsroom.SaveKind.Conflict, (await app.TypeAsync(eva, open.Form, 1, open.Version)).Kind);
    }

    private async Task<(StaffMember Member, StaffBrowser Browser)> EnterAsync(string name, StaffRole role, params long[] sections) =>
        (await app.MemberAsync(name, role, sections), await app.BrowserOfAsync($"{name.ToLowerInvariant()}@courier.example"));

    private Task<List<string>> TagsAsync(long id) => app.WithDatabaseAsync(db =>
        db.Set<ArticleTag>().Where(entry => entry.ArticleId == id).OrderBy(entry => entry.Position).Select(entry => entry.Tag.Name).ToListAsync(Ct));
}
