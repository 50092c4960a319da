using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

public sealed class BinTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(new Story { Slug = "out" }, new Story { Slug = "from-a-file", At = null, More = "status: draft" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_binned_draft_is_on_no_other_pile_and_says_who_put_it_there_and_when()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await app.ArticleAsync(con);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await app.StepAsync(con, WorkflowStep.Bin, id, note: "No longer news.")).IsDone);

        foreach (var member in new[] { con, eva })
        {
            var row = Assert.Single((await app.DeskAsync(member, DeskPile.Bin)).Rows);
            Assert.Equal((id, "Con", NewsApp.Noon.AddMinutes(5), "In the bin"), (row.Id, row.ChangedBy, row.ChangedAt, row.StateAt(NewsApp.Noon)));
            foreach (var pile in Enum.GetValues<DeskPile>().Except([DeskPile.Bin])) Assert.DoesNotContain((await app.DeskAsync(member, pile)).Rows, each => each.Id == id);
            Assert.Empty((await app.DeskAsync(member, DeskPile.Open, "mole")).Rows);
            Assert.Single((await app.DeskAsync(member, DeskPile.Bin, "mole")).Rows);
        }

        var sheet = (await app.OpenAsync(eva, id))!;
        Assert.Equal(("Con", NewsApp.Noon.AddMinutes(5), false), (sheet.BinnedBy, sheet.BinnedAt, sheet.CanEdit));
        Assert.Equal((AuditAction.Binned, "No longer news."), (sheet.History[0].Action, sheet.History[0].Detail));
    }

    [Fact]
    public async Task What_is_in_the_bin_cannot_be_changed_and_comes_out_with_all_that_was_typed()
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        var id = await app.ArticleAsync(con);
        var before = (await app.OpenAsync(con, id))!;
        await app.StepAsync(con, WorkflowStep.Bin, id);
        Assert.Equal(SaveKind.NotAllowed, (await app.TypeAsync(con, NewsDesk.Sheet("Changed in the bin"), id, (await app.OpenAsync(con, id))!.Version)).Kind);

        Assert.True((await app.StepAsync(con, WorkflowStep.Restore, id)).IsDone);

        var after = (await app.OpenAsync(con, id))!;
        Assert.Equivalent(before.Form, after.Form, strict: true);
        Assert.Equal((ArticleStatus.Draft, true), (after.Status, after.CanEdit));
        Assert.Equal([AuditAction.Restored, AuditAction.Binned, AuditAction.Drafted], after.History.Select(line => line.Action));
    }

    [Fact]
    public async Task What_readers_have_seen_answers_that_it_is_gone_from_the_bin_too_and_is_never_deleted()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await IdOfAsync("out");
        Assert.Equal(StepOutcome.WrongStatus, (await app.StepAsync(eva, WorkflowStep.Bin, id)).Outcome);
        await app.StepAsync(eva, WorkflowStep.Unpublish, id);
        Assert.True((await app.StepAsync(eva, WorkflowStep.Bin, id)).IsDone);

        Assert.Equal(HttpStatusCode.Gone, (await app.GetAsync("/harbour/out")).StatusCode);
        Assert.DoesNotContain(WorkflowStep.Delete, (await app.OpenAsync(eva, id))!.Steps);
        Assert.Equal(StepOutcome.KnownToReaders, (await app.StepAsync(eva, WorkflowStep.Delete, id)).Outcome);

        await app.StepAsync(eva, WorkflowStep.Restore, id);
        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id)).IsDone);
        await app.PageAsync("/harbour/out");
    }

    [Fact]
    public async Task Deleting_for_good_asks_first_without_script_too_and_leaves_nothing_but_the_log()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await app.ArticleAsync(eva, (eva, WorkflowStep.Submit), (eva, WorkflowStep.SendBack));
        await app.TypeAsync(eva, NewsDesk.Sheet("What was typed since"), id, (await app.OpenAsync(eva, id))!.Version);
        await app.StepAsync(eva, WorkflowStep.Bin, id);
        using var browser = await app.BrowserOfAsync("eva@courier.example");
        var page = await browser.GetAsync($"/admin/articles/{id}");

        var asked = await DeleteAsync(browser, page, $"/admin/articles/{id}?handler=Step");
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("nobody can bring them back", asked.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await app.OpenAsync(eva, id));

        var gone = await DeleteAsync(browser, asked, asked.Page.QuerySelector("[role=alert] button")!.GetAttribute("formaction")!);

        Assert.Equal((HttpStatusCode.Found, "/admin?pile=Bin"), (gone.Status, gone.Location));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/admin/articles/{id}")).Status);
        Assert.False(await app.WithDatabaseAsync(async db => await db.WorkingCopies.AnyAsync(copy => copy.ArticleId == id, Ct) || await db.Set<ArticleBody>().AnyAsync(body => body.ArticleId == id, Ct)
            || await db.Set<ArticleSummary>().AnyAsync(summary => summary.ArticleId == id, Ct) || await db.Set<BylineEntry>().AnyAsync(entry => entry.ArticleId == id, Ct)));
        var log = (await browser.GetAsync("/admin/log")).Page;
        Assert.Contains("Eva deleted for good What was typed since", Words(log.QuerySelector("ol.log li")!.TextContent), StringComparison.Ordinal);
        Assert.Null(log.QuerySelector($"a[href='/admin/articles/{id}']"));
    }

    [Fact]
    public async Task Only_editors_of_the_section_delete_for_good_and_only_from_the_bin()
    {
        var (con, eva, cal) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1), await app.MemberAsync("Cal", StaffRole.Editor, 2));
        var id = await app.ArticleAsync(con);
        Assert.Equal(StepOutcome.WrongStatus, (await app.StepAsync(eva, WorkflowStep.Delete, id)).Outcome);
        await app.StepAsync(con, WorkflowStep.Bin, id);

        Assert.Equal(StepOutcome.NotAllowed, (await app.StepAsync(con, WorkflowStep.Delete, id)).Outcome);
        Assert.Equal(SaveKind.NotFound, (await app.StepAsync(cal, WorkflowStep.Delete, id, NewsDesk.Sheet())).Saved.Kind);
        Assert.True((await app.StepAsync(eva, WorkflowStep.Delete, id)).IsDone);
    }

    [Fact]
    public async Task The_file_of_a_binned_draft_neither_changes_it_nor_brings_it_back()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await IdOfAsync("from-a-file");
        await app.StepAsync(eva, WorkflowStep.Bin, id);
        app.Edition.Write("articles/from-a-file.md", new Story { Slug = "from-a-file", Headline = "Out by its file" }.ToString());

        await app.LoadAgainAsync();

        Assert.Equal((ArticleStatus.Binned, "Headline of from-a-file"), ((await app.ArticleAsync(id)).Status, (await app.ArticleAsync(id)).Headline));
        Assert.Equal(StepOutcome.ComesFromFile, (await app.StepAsync(eva, WorkflowStep.Delete, id)).Outcome);
        app.Edition.Delete("articles/from-a-file.md");
        Assert.True((await app.StepAsync(eva, WorkflowStep.Delete, id)).IsDone);
    }

    private static Task<Answer> DeleteAsync(StaffBrowser browser, Answer page, string url) => browser.PostAsync(url,
    [
        KeyValuePair.Create("__RequestVerificationToken", page.Page.QuerySelector("#sheet input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        KeyValuePair.Create("Version", page.Page.QuerySelector("#sheet input[name=Version]")!.GetAttribute("value")!),
        KeyValuePair.Create("step", "Delete"),
    ]);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<long> IdOfAsync(string slug) => app.WithDatabaseAsync(db =>
        db.Articles.Where(article => article.Slug == Slug.Of(slug)).Select(article => article.Id).SingleAsync(Ct));
}
