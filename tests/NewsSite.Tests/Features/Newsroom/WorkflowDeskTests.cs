using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Shared;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

public sealed class WorkflowDeskTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        Story.Dated("older", NewsApp.Noon.AddDays(-2)),
        Story.Dated("newer", NewsApp.Noon.AddDays(-1)) with { Section = "council" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_article_goes_from_writer_to_reviewer_to_readers()
    {
        var (ann, eva) = (await app.MemberAsync("Ann", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await app.ArticleAsync(ann, (ann, WorkflowStep.Submit), (eva, WorkflowStep.Approve), (eva, WorkflowStep.Publish));

        var page = await app.PageAsync("/harbour/the-mole-asks-for-a-siren");

        Assert.Equal("The mole asks for a siren", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Tomas Okell", "Ines Maddern"], page.QuerySelectorAll(".byline a[rel=author]").Select(link => link.TextContent));
        Assert.Equal(
            [AuditAction.Drafted, AuditAction.Submitted, AuditAction.Approved, AuditAction.Published],
            (await app.OpenAsync(eva, id))!.History.Reverse().Select(line => line.Action));
    }

    [Fact]
    public async Task Whoever_sent_it_to_review_cannot_approve_it()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await app.ArticleAsync(eva, (eva, WorkflowStep.Submit));

        Assert.Equal(StepOutcome.SamePerson, (await app.StepAsync(eva, WorkflowStep.Approve, id)).Outcome);
        Assert.Equal(ArticleStatus.InReview, (await app.ArticleAsync(id)).Status);
    }

    [Fact]
    public async Task What_is_sent_back_is_a_draft_again_with_a_word_on_why()
    {
        var (ann, eva) = (await app.MemberAsync("Ann", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await app.ArticleAsync(ann, (ann, WorkflowStep.Submit));

        await app.StepAsync(eva, WorkflowStep.SendBack, id, note: "Who pays for the siren?");

        var sheet = (await app.OpenAsync(ann, id))!;
        Assert.Equal((ArticleStatus.Draft, true), (sheet.Status, sheet.CanEdit));
        Assert.Equal("Who pays for the siren?", sheet.History[0].Detail);
    }

    [Fact]
    public async Task Authors_publish_their_own_where_the_section_lets_them_and_contributors_nowhere()
    {
        var (ann, con) = (await app.MemberAsync("Ann", StaffRole.Author), await app.MemberAsync("Con", StaffRole.Contributor));
        var id = (await app.TypeAsync(ann, NewsDesk.Sheet())).Id!.Value;
        Assert.Equal(StepOutcome.NotAllowed, (await app.StepAsync(ann, WorkflowStep.Publish, id)).Outcome);

        await app.WithDatabaseAsync(db => db.Sections.Where(section => section.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(section => section.AuthorsPublish, true), Ct));

        Assert.True((await app.StepAsync(ann, WorkflowStep.Publish, id)).IsDone);
        Assert.Equal(StepOutcome.NotAllowed, (await app.StepAsync(con, WorkflowStep.Publish)).Outcome);
    }

    [Fact]
    public async Task What_was_approved_is_published_by_its_author_as_it_was_approved()
    {
        var (ann, eva) = (await app.MemberAsync("Ann", StaffRole.Author), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var id = await app.ArticleAsync(ann, (ann, WorkflowStep.Submit), (eva, WorkflowStep.Approve));
        var changed = NewsDesk.Sheet("Changed after it was read");

        Assert.True((await app.StepAsync(ann, WorkflowStep.Publish, id, changed)).IsDone);

        Assert.Equal("The mole asks for a siren", (await app.ArticleAsync(id)).Headline);
    }

    [Fact]
    public async Task An_editor_cannot_carry_an_article_into_a_section_that_is_not_theirs()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await app.ArticleAsync(eva);

        var result = await app.StepAsync(eva, WorkflowStep.Publish, id, NewsDesk.Sheet(section: 2));

        Assert.Contains("council", result.Errors!.All[nameof(ArticleForm.Section)], StringComparison.OrdinalIgnoreCase);
        Assert.Equal((ArticleStatus.Draft, 1), ((await app.ArticleAsync(id)).Status, (int)(await app.ArticleAsync(id)).SectionId));
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_field_and_all_that_was_typed_stays()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var form = new ArticleForm
        {
            Headline = " ",
            Slug = "Über uns",
            Language = "english please",
            PublishAt = "soon",
            EmbargoUntil = "later",
            TranslationOf = "no-such-article",
            Byline = "…",
            Tags = new string('t', 200),
            Standfirst = new string('s', 1001),
            Picture = "../../etc/passwd",
        };

        var result = await app.StepAsync(eva, WorkflowStep.Publish, form: form);

        Assert.Equal(
            ["Body", "Byline", "EmbargoUntil", "Headline", "Language", "Picture", "PublishAt", "Section", "Slug", "Standfirst", "Tags", "TranslationOf"],
            result.Errors!.All.Keys.Order(StringComparer.Ordinal));
        Assert.Equivalent(form, (await app.OpenAsync(eva, result.Saved.Id!.Value))!.Form, strict: true);
    }

    [Fact]
    public async Task A_time_in_an_hour_that_clocks_repeat_is_kept_with_its_zone_and_comes_at_its_first_pass()
    {
        var eva = await BrusselsEditorAsync();
        var form = NewsDesk.Sheet();
        form.PublishAt = "2027-10-31T02:30";
        var id = (await app.StepAsync(eva, WorkflowStep.Publish, form: form)).Saved.Id!.Value;

        var article = await app.ArticleAsync(id);
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.Equal("2027-10-31T02:30[Europe/Brussels]", article.PublishedWall!.ToString());

        app.Clock.SetUtcNow(new DateTimeOffset(2027, 10, 31, 0, 29, 59, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/harbour/the-mole-asks-for-a-siren")).StatusCode);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/harbour/the-mole-asks-for-a-siren")).StatusCode);
    }

    [Fact]
    public async Task A_schedule_moves_until_it_has_passed_and_can_be_called_off_without_a_trace_for_readers()
    {
        var eva = await BrusselsEditorAsync();
        var form = NewsDesk.Sheet();
        form.PublishAt = "2026-11-23T08:00";
        var id = (await app.StepAsync(eva, WorkflowStep.Publish, form: form)).Saved.Id!.Value;
        form.PublishAt = "2026-11-24T08:00";
        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id, form)).IsDone);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero), (await app.ArticleAsync(id)).PublishedAt);

        Assert.True((await app.StepAsync(eva, WorkflowStep.Unpublish, id)).IsDone);

        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/harbour/the-mole-asks-for-a-siren")).StatusCode);
    }

    [Fact]
    public async Task An_embargo_forbids_an_earlier_time()
    {
        var eva = await BrusselsEditorAsync();
        var form = NewsDesk.Sheet();
        form.EmbargoUntil = "2026-11-23T08:00";
        var refused = await app.StepAsync(eva, WorkflowStep.Publish, form: form);
        Assert.Contains("embargo", string.Join(' ', refused.Errors!.All.Values), StringComparison.OrdinalIgnoreCase);

        form.PublishAt = "2026-11-23T08:00";

        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, refused.Saved.Id, form)).IsDone);
    }

    [Fact]
    public async Task A_retracted_article_leaves_its_notice_and_nothing_else()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await app.ArticleAsync(eva, (eva, WorkflowStep.Publish));
        Assert.Equal(StepOutcome.NoNotice, (await app.StepAsync(eva, WorkflowStep.Retract, id, note: " ")).Outcome);

        Assert.True((await app.StepAsync(eva, WorkflowStep.Retract, id, note: "The harbour master never said this.")).IsDone);

        using var response = await app.GetAsync("/harbour/the-mole-asks-for-a-siren");
        var html = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal((HttpStatusCode.OK, "noindex"), (response.StatusCode, Assert.Single(response.Headers.GetValues("X-Robots-Tag"))));
        Assert.Contains("The harbour master never said this.", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", html, StringComparison.Ordinal);
        foreach (var withheld in new[] { "raise the quay by forty", "Eleven boats", "Get a summary" }) Assert.DoesNotContain(withheld, html, StringComparison.Ordinal);
        foreach (var list in new[] { "/", "/harbour", "/archive", "/author/tomas-okell", "/tag/quay", "/2026/11/22", "/search?q=siren" })
            Assert.DoesNotContain("/harbour/the-mole-asks-for-a-siren", await (await app.GetAsync(list)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Null((await app.PageAsync("/council/newer")).QuerySelector("a[href='/harbour/the-mole-asks-for-a-siren']"));
    }

    [Fact]
    public async Task An_unpublished_article_is_gone_from_its_address_and_comes_back_to_its_old_place()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await IdOfAsync("older");
        await app.StepAsync(eva, WorkflowStep.Unpublish, id, note: "Wrong picture.");
        Assert.Equal(HttpStatusCode.Gone, (await app.GetAsync("/harbour/older")).StatusCode);
        Assert.Null((await app.PageAsync("/council/newer")).QuerySelector("a[href='/harbour/older']"));
        app.Clock.Advance(TimeSpan.FromHours(5));

        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id)).IsDone);

        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/harbour/older")).StatusCode);
        Assert.Equal(NewsApp.Noon.AddDays(-2), (await app.ArticleAsync(id)).PublishedAt);
        Assert.NotNull((await app.PageAsync("/council/newer")).QuerySelector("a[href='/harbour/older']"));
    }

    [Fact]
    public async Task Changing_a_live_article_changes_it_for_readers_at_once_and_says_when()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await IdOfAsync("older");
        var form = (await app.OpenAsync(eva, id))!.Form;
        form.Headline = "Corrected headline";

        Assert.True((await app.StepAsync(eva, WorkflowStep.Update, id, form)).IsDone);

        var page = await app.PageAsync("/harbour/older");
        Assert.Equal("Corrected headline", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("updated", page.QuerySelector(".byline")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(NewsApp.Noon.AddDays(-2), (await app.ArticleAsync(id)).PublishedAt);
    }

    [Fact]
    public async Task The_log_is_only_ever_added_to()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        await app.ArticleAsync(eva, (eva, WorkflowStep.Publish));

        await Assert.ThrowsAnyAsync<Exception>(() => app.WithDatabaseAsync(db => db.AuditLog.ExecuteDeleteAsync(Ct)));
        await Assert.ThrowsAnyAsync<Exception>(() => app.WithDatabaseAsync(db => db.AuditLog.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Name, "Nobody"), Ct)));
        Assert.NotEqual(0, await app.WithDatabaseAsync(db => db.AuditLog.CountAsync(Ct)));
    }

    private Task<long> IdOfAsync(string slug) => app.WithDatabaseAsync(db =>
        db.Articles.Where(article => article.Slug == Slug.Of(slug)).Select(article => article.Id).SingleAsync(Ct));

    private async Task<StaffMember> BrusselsEditorAsync()
    {
        await app.WithDatabaseAsync(db => db.SiteProfiles.ExecuteUpdateAsync(set => set.SetProperty(site => site.TimeZone, "Europe/Brussels"), Ct));
        app.Services.GetRequiredService<SiteDirectory>().Forget();
        return await app.MemberAsync("Eva", StaffRole.Editor, 1);
    }
}
