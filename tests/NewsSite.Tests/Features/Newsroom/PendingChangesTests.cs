using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

/// <summary>A live article is changed beside what readers see, reviewed, and updated at once.</summary>
public sealed class PendingChangesTests : IDisposable
{
    private const string Live = "/harbour/the-mole-asks-for-a-siren";

    private readonly NewsApp app = NewsApp.With(Story.Dated("older", NewsApp.Noon.AddDays(-2)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Changes_go_from_writer_to_reviewer_while_readers_see_the_old_text_and_then_out_at_once()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await PublishedAsync(con, eva);

        await ChangeAsync(con, id);
        Assert.Equal(StepOutcome.NotAllowed, (await app.StepAsync(con, WorkflowStep.Update, id)).Outcome);
        await StepAsync(con, WorkflowStep.Submit, id);
        Assert.Equal(ChangeStatus.InReview, (await app.OpenAsync(eva, id))!.Changes);
        await StepAsync(eva, WorkflowStep.Approve, id);

        Assert.Equal("The mole asks for a siren", await HeadlineAsync());
        await StepAsync(eva, WorkflowStep.Update, id);
        Assert.Equal("A second siren", await HeadlineAsync());
        Assert.Null((await app.OpenAsync(eva, id))!.Changes);
        Assert.Equal(
            [AuditAction.ChangesSubmitted, AuditAction.ChangesApproved, AuditAction.Revised],
            (await app.OpenAsync(eva, id))!.History.Reverse().Select(line => line.Action).TakeLast(3));
    }

    [Fact]
    public async Task An_author_updates_what_a_second_person_approved()
    {
        var (leo, eva) = (await app.MemberAsync("Leo", StaffRole.Author), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await PublishedAsync(leo, eva);
        await ChangeAsync(leo, id);
        await StepAsync(leo, WorkflowStep.Submit, id);
        await StepAsync(eva, WorkflowStep.Approve, id);

        await StepAsync(leo, WorkflowStep.Update, id);

        Assert.Equal("A second siren", await HeadlineAsync());
    }

    [Fact]
    public async Task Whoever_sent_changes_to_review_cannot_approve_them()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await PublishedAsync(eva, eva);
        await ChangeAsync(eva, id);
        await StepAsync(eva, WorkflowStep.Submit, id);

        Assert.Equal(StepOutcome.SamePerson, (await app.StepAsync(eva, WorkflowStep.Approve, id)).Outcome);
    }

    [Fact]
    public async Task Changes_in_review_are_not_changed_by_a_contributor_and_come_back_to_them()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await PublishedAsync(con, eva);
        await ChangeAsync(con, id);
        await StepAsync(con, WorkflowStep.Submit, id);
        var sheet = (await app.OpenAsync(con, id))!;
        Assert.Equal(SaveKind.NotAllowed, (await app.TypeAsync(con, NewsDesk.Sheet("A third siren"), id, sheet.Version)).Kind);

        await StepAsync(eva, WorkflowStep.SendBack, id, "Name the boats.");

        sheet = (await app.OpenAsync(con, id))!;
        Assert.Equal((ChangeStatus.Private, true, "A second siren"), (sheet.Changes, sheet.CanEdit, sheet.Form.Headline));
        Assert.Equal("Name the boats.", sheet.History[0].Detail);
    }

    [Fact]
    public async Task Nothing_is_sent_to_review_when_nothing_was_changed()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await PublishedAsync(eva, eva);

        Assert.Equal(StepOutcome.NothingChanged, (await app.StepAsync(eva, WorkflowStep.Submit, id)).Outcome);
    }

    [Fact]
    public async Task What_could_not_be_filed_is_not_sent_to_review_and_stays_in_the_editor()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await PublishedAsync(con, eva);
        var form = NewsDesk.Sheet("");

        var result = await app.StepAsync(con, WorkflowStep.Submit, id, form);

        Assert.True(result.Errors!.Has(nameof(ArticleForm.Headline)));
        var sheet = (await app.OpenAsync(con, id))!;
        Assert.Equal((ChangeStatus.Private, form.Headline), (sheet.Changes, sheet.Form.Headline));
    }

    [Fact]
    public async Task Dropped_changes_leave_the_editor_and_stay_a_version()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await PublishedAsync(eva, eva);
        await ChangeAsync(eva, id);

        await StepAsync(eva, WorkflowStep.Discard, id);

        var sheet = (await app.OpenAsync(eva, id))!;
        Assert.Equal((null, "The mole asks for a siren"), (sheet.Changes, sheet.Form.Headline));
        var history = (await app.HistoryAsync(eva, id))!;
        Assert.Equal(AuditAction.ChangesDropped, history.Revisions[1].Step);
        Assert.Contains(history.Changes, change => change.Label == "Headline");
        Assert.Empty((await app.DeskAsync(eva, DeskPile.Changed)).Rows);
    }

    [Fact]
    public async Task Changes_in_review_wait_on_the_desk_beside_articles_in_review()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await PublishedAsync(con, eva);
        var other = await app.ArticleAsync(con, (con, WorkflowStep.Submit));
        Assert.Empty((await app.DeskAsync(eva, DeskPile.Changed)).Rows);

        await ChangeAsync(con, id);
        Assert.Equal(ChangeStatus.Private, Assert.Single((await app.DeskAsync(eva, DeskPile.Changed)).Rows).Changes);
        Assert.Single((await app.DeskAsync(eva, DeskPile.Review)).Rows);

        await StepAsync(con, WorkflowStep.Submit, id);
        Assert.Equal([other, id], (await app.DeskAsync(eva, DeskPile.Review)).Rows.Select(row => row.Id).Order().Reverse());
    }

    [Fact]
    public async Task Unpublishing_takes_changes_out_of_review()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await PublishedAsync(con, eva);
        await ChangeAsync(con, id);
        await StepAsync(con, WorkflowStep.Submit, id);

        await StepAsync(eva, WorkflowStep.Unpublish, id, "For now.");

        Assert.Equal(ChangeStatus.Private, await app.WithDatabaseAsync(db => db.WorkingCopies.Where(copy => copy.ArticleId == id).Select(copy => copy.Status).SingleAsync(Ct)));
        Assert.Equal("A second siren", (await app.OpenAsync(con, id))!.Form.Headline);
    }

    [Fact]
    public async Task Changes_are_not_taken_into_a_section_where_one_has_no_rights()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await PublishedAsync(con, eva);
        await ChangeAsync(con, id, form => form.Section = 2);
        await StepAsync(con, WorkflowStep.Submit, id);

        Assert.True((await app.StepAsync(eva, WorkflowStep.Approve, id)).Errors!.Has(nameof(ArticleForm.Section)));
        Assert.True((await app.StepAsync(eva, WorkflowStep.Update, id)).Errors!.Has(nameof(ArticleForm.Section)));
    }

    [Fact]
    public async Task A_page_says_word_by_word_what_the_changes_are()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        using var browser = await app.BrowserOfAsync("eva@courier.example");
        var id = await PublishedAsync(eva, eva);
        var address = $"/admin/articles/{id}/changes";
        Assert.Contains("There are none", (await browser.GetAsync(address)).Page.Body!.TextContent, StringComparison.Ordinal);

        await ChangeAsync(eva, id);

        var page = (await browser.GetAsync(address)).Page;
        Assert.Contains("saved by Eva", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main del"), run => run.TextContent.Contains("mole asks for a", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("main ins"), run => run.TextContent.Contains("second", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/articles/999/changes")).Status);
        var editor = (await browser.GetAsync($"/admin/articles/{id}")).Page;
        Assert.NotNull(editor.QuerySelector($"[data-changes] a[href='{address}']"));
    }

    private async Task<long> PublishedAsync(StaffMember owner, StaffMember editor)
    {
        var id = await app.ArticleAsync(owner);
        await StepAsync(editor, WorkflowStep.Publish, id);
        return id;
    }

    private async Task ChangeAsync(StaffMember member, long id, Action<ArticleForm>? also = null)
    {
        var sheet = (await app.OpenAsync(member, id))!;
        sheet.Form.Headline = "A second siren";
        also?.Invoke(sheet.Form);
        Assert.Equal(SaveKind.Saved, (await app.TypeAsync(member, sheet.Form, id, sheet.Version)).Kind);
    }

    private async Task StepAsync(StaffMember member, WorkflowStep step, long id, string? note = null)
    {
        var result = await app.StepAsync(member, step, id, note: note);
        Assert.True(result.IsDone, $"{step}: {result.Complaint} {string.Join(' ', result.Errors?.All.Values ?? [])}");
    }

    private async Task<string> HeadlineAsync() => (await app.PageAsync(Live)).QuerySelector("h1")!.TextContent;
}
