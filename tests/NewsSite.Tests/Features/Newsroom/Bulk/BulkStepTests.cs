using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Bulk;

/// <summary>Many articles take a step of the workflow at once, each by the rules of its own page.</summary>
public sealed class BulkStepTests : IAsyncLifetime
{
    private readonly NewsApp app = NewsApp.With(Story.Dated("out", NewsApp.Noon.AddDays(-1)), Story.Dated("theirs", NewsApp.Noon.AddDays(-2)) with { Section = "council" });

    private StaffMember con = null!;
    private StaffMember eva = null!;
    private StaffBrowser contributor = null!;
    private StaffBrowser editor = null!;

    public async ValueTask InitializeAsync()
    {
        (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        (contributor, editor) = (await app.BrowserOfAsync("con@courier.example"), await app.BrowserOfAsync("eva@courier.example"));
    }

    public ValueTask DisposeAsync()
    {
        contributor.Dispose();
        editor.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Drafts_are_sent_to_review_as_they_stand_in_the_editor_and_approved_by_another_person()
    {
        var (first, second, own) = (await app.ArticleAsync(con), await app.ArticleAsync(con), await app.ArticleAsync(eva, (eva, WorkflowStep.Submit)));
        var unfinished = (await app.TypeAsync(con, new ArticleForm { Headline = "No text yet", Section = 1, Byline = "Con" })).Id!.Value;

        var sent = await contributor.DoneAsync(BulkAction.Submit, [first, unfinished, second], ("Note", "For tomorrow."));
        var approved = await editor.DoneAsync(BulkAction.Approve, [first, second, own, unfinished]);

        Assert.Equal("2 articles sent to review. Left as it was: No text yet: The article has no text yet. Undo", sent.Said());
        Assert.Equal("For tomorrow.", (await app.OpenAsync(con, first))!.History.Single(line => line.Action is AuditAction.Submitted).Detail);
        Assert.StartsWith("2 articles approved. No button takes this back", approved.Said(), StringComparison.Ordinal);
        Assert.Contains("A second person approves it: you sent it to review yourself.", approved.Said(), StringComparison.Ordinal);
        Assert.Contains("No text yet: The article is not where this can be done.", approved.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain("Undo", approved.Said(), StringComparison.Ordinal);
        Assert.Equal([ArticleStatus.Approved, ArticleStatus.Approved, ArticleStatus.InReview, ArticleStatus.Draft], await StatesAsync(first, second, own, unfinished));
        Assert.Equal("Eleven boats lie outside the gates.", (await app.ArticleAsync(first)).Standfirst);
    }

    [Fact]
    public async Task What_the_checks_forbid_is_not_approved_here_either()
    {
        var form = NewsDesk.Sheet();
        form.Body += "\n\nTK: ask the harbour master.";
        var id = (await app.StepAsync(con, WorkflowStep.Submit, form: form)).Saved.Id!.Value;

        var said = await editor.DoneAsync(BulkAction.Approve, [id]);

        Assert.Contains("TK", said.Said(), StringComparison.Ordinal);
        Assert.Equal([ArticleStatus.InReview], await StatesAsync(id));
    }

    [Fact]
    public async Task A_contributor_takes_no_step_that_is_an_editor_s()
    {
        var own = await app.ArticleAsync(con, (con, WorkflowStep.Submit));

        var approved = await contributor.DoneAsync(BulkAction.Approve, [own]);
        var unpublished = await contributor.DoneAsync(BulkAction.Unpublish, [1, 2]);
        var back = await contributor.DoneAsync(BulkAction.SendBack, [own]);

        Assert.Contains("You may not do this with this article.", approved.Said(), StringComparison.Ordinal);
        Assert.Equal("Nothing was changed. 2 were not there.", unpublished.Said());
        Assert.StartsWith("1 article sent back.", back.Said(), StringComparison.Ordinal);
        Assert.Equal([ArticleStatus.Draft, ArticleStatus.Published], await StatesAsync(own, 1));
        var offered = (await contributor.GetAsync("/admin")).Page.QuerySelectorAll("#What option").Select(option => option.GetAttribute("value"));
        Assert.Empty(offered.Intersect([nameof(BulkAction.Approve), nameof(BulkAction.Unpublish), "Retract", "Delete", nameof(BulkAction.Restore)]));
    }

    [Fact]
    public async Task What_is_unpublished_is_gone_for_readers_and_another_section_s_is_not()
    {
        var said = await editor.DoneAsync(BulkAction.Unpublish, [1, 2], ("Note", "Wrong picture."));

        Assert.Equal("1 article unpublished. 1 was not there. No button takes this back: each article is changed on its own page.", said.Said());
        using var gone = await app.GetAsync("/harbour/out");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        await app.PageAsync("/council/theirs");
    }

    [Fact]
    public async Task Drafts_go_into_the_bin_and_come_out_with_all_that_was_typed()
    {
        var (first, second) = (await app.ArticleAsync(con), await app.ArticleAsync(con));

        Assert.Equal("2 articles put in the bin. Undo", (await contributor.DoneAsync(BulkAction.Bin, [first, second])).Said());
        Assert.Equal([ArticleStatus.Binned, ArticleStatus.Binned], await StatesAsync(first, second));
        Assert.Equal(["", nameof(BulkAction.Restore)], (await contributor.GetAsync("/admin?pile=Bin")).Page.QuerySelectorAll("#What option").Select(option => option.GetAttribute("value")));
        Assert.Equal("2 articles taken out of the bin. Undo", (await contributor.DoneAsync(BulkAction.Restore, [first, second])).Said());

        Assert.Equal([ArticleStatus.Draft, ArticleStatus.Draft], await StatesAsync(first, second));
        Assert.True(await app.WithDatabaseAsync(db => db.WorkingCopies.AnyAsync(copy => copy.ArticleId == first, TestContext.Current.CancellationToken)));
    }

    private async Task<List<ArticleStatus>> StatesAsync(params long[] ids)
    {
        var states = new List<ArticleStatus>();
        foreach (var id in ids) states.Add((await app.ArticleAsync(id)).Status);
        return states;
    }
}
