using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Articles;

public sealed class AddressTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        new Story { Slug = "first", Headline = "The first headline" },
        new Story { Slug = "second", Headline = "The second headline", Section = "council" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_changed_slug_leads_from_every_earlier_address_to_the_present_one_in_one_hop()
    {
        var eva = await EvaAsync();
        var id = await IdOfAsync("first");
        foreach (var slug in new[] { "storm-barrier", "storm-barrier-closed" }) await RenamedAsync(eva, id, slug);

        await LeadsAsync("/harbour/first", "/harbour/storm-barrier-closed");
        await LeadsAsync("/harbour/storm-barrier", "/harbour/storm-barrier-closed");
        await LeadsAsync("/no-such-section/first", "/harbour/storm-barrier-closed");
        Assert.Equal("The first headline", (await app.PageAsync("/harbour/storm-barrier-closed")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_article_that_moves_to_another_section_and_slug_at_once_is_one_hop_away()
    {
        var eva = await EvaAsync();
        var id = await IdOfAsync("first");
        await RenamedAsync(eva, id, "moved", form => form.Section = 2);

        await LeadsAsync("/harbour/first", "/council/moved");
        await LeadsAsync("/council/first", "/council/moved");
    }

    [Fact]
    public async Task What_leads_on_is_not_remembered_by_browsers_for_the_address_can_be_given_back()
    {
        var eva = await EvaAsync();
        var id = await IdOfAsync("first");
        await RenamedAsync(eva, id, "moved");
        using var moved = await app.GetAsync("/harbour/first");
        Assert.True(moved.Headers.CacheControl!.NoCache);

        await RenamedAsync(eva, id, "first");

        await app.PageAsync("/harbour/first");
        await LeadsAsync("/harbour/moved", "/harbour/first");
        Assert.Equal(["moved"], await FormerAsync());
    }

    [Fact]
    public async Task The_slugs_of_a_draft_leave_nothing_behind()
    {
        var eva = await EvaAsync();
        var id = await app.ArticleAsync(eva);
        foreach (var slug in new[] { "draft-one", "draft-two" })
        {
            await app.TypeAsync(eva, With(await FormAsync(eva, id), slug), id, (await app.OpenAsync(eva, id))!.Version);
            Assert.True((await app.StepAsync(eva, WorkflowStep.Submit, id)).IsDone);
            Assert.True((await app.StepAsync(eva, WorkflowStep.SendBack, id)).IsDone);
        }

        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id)).IsDone);

        Assert.Empty(await FormerAsync());
        await app.PageAsync("/harbour/draft-one", HttpStatusCode.NotFound);
        await app.PageAsync("/harbour/draft-two");
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_where_readers_saw_it_and_its_next_address_tells_nothing_until_it_is_out()
    {
        var eva = await EvaAsync();
        var id = await IdOfAsync("first");
        await RenamedAsync(eva, id, "second-try");
        Assert.True((await app.StepAsync(eva, WorkflowStep.Unpublish, id)).IsDone);
        Assert.True((await app.StepAsync(eva, WorkflowStep.Submit, id, With(await FormAsync(eva, id), "mayor-resigns"))).IsDone);
        Assert.Equal("mayor-resigns", (await app.ArticleAsync(id)).Slug.Value);

        foreach (var known in new[] { "/harbour/first", "/harbour/second-try" }) Assert.Equal(HttpStatusCode.Gone, (await app.GetAsync(known)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/harbour/mayor-resigns")).StatusCode);

        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id)).IsDone);

        foreach (var known in new[] { "/harbour/first", "/harbour/second-try" }) await LeadsAsync(known, "/harbour/mayor-resigns");
    }

    [Fact]
    public async Task The_old_address_of_a_retracted_article_leads_to_its_notice()
    {
        var eva = await EvaAsync();
        var id = await IdOfAsync("first");
        await RenamedAsync(eva, id, "moved");
        Assert.True((await app.StepAsync(eva, WorkflowStep.Retract, id, note: "He never said this.")).IsDone);

        await LeadsAsync("/harbour/first", "/harbour/moved");
        Assert.Contains("He never said this.", (await app.PageAsync("/harbour/moved")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slug_that_is_made_from_a_headline_steps_aside_for_old_links()
    {
        var eva = await EvaAsync();
        await RenamedAsync(eva, await IdOfAsync("first"), "moved");

        var made = (await app.StepAsync(eva, WorkflowStep.Publish, form: NewsDesk.Sheet("First"))).Saved.Id!.Value;

        Assert.Equal("first-2", (await app.ArticleAsync(made)).Slug.Value);
        await LeadsAsync("/harbour/first", "/harbour/moved");
    }

    [Fact]
    public async Task An_old_address_is_taken_over_only_by_somebody_who_says_so_and_the_log_tells_of_it()
    {
        var eva = await EvaAsync();
        await RenamedAsync(eva, await IdOfAsync("first"), "moved");
        var refused = await app.StepAsync(eva, WorkflowStep.Publish, form: With(NewsDesk.Sheet(), "first"));
        Assert.Equal(
            [(nameof(ArticleForm.TakesOver), "Old links to this address lead to “The first headline”. Choose another address, or take this one over.")],
            refused.Errors!.All.Select(error => (error.Key, error.Value)));

        var taking = With(NewsDesk.Sheet(), "first", takesOver: true);
        taking.PublishAt = "2026-11-23T12:00";
        var id = refused.Saved.Id!.Value;
        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id, taking)).IsDone);
        await LeadsAsync("/harbour/first", "/harbour/moved"); // until the new article is there

        Assert.True((await app.StepAsync(eva, WorkflowStep.Unpublish, id)).IsDone);
        var now = await FormAsync(eva, id);
        now.PublishAt = null;
        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id, now)).IsDone);

        Assert.Equal("The mole asks for a siren", (await app.PageAsync("/harbour/first")).QuerySelector("h1")!.TextContent);
        Assert.Empty(await FormerAsync());
        Assert.Contains((await app.OpenAsync(eva, id))!.History, line => line.Action is AuditAction.AddressTaken && line.Detail == "Old links to “first” led to “The first headline”.");
    }

    [Fact]
    public async Task Who_may_not_know_of_an_article_is_not_told_which_one_had_the_address()
    {
        var (eva, con) = (await EvaAsync(), await app.MemberAsync("Con", StaffRole.Contributor));
        var id = await IdOfAsync("first");
        await app.StepAsync(eva, WorkflowStep.Unpublish, id);
        await app.StepAsync(eva, WorkflowStep.Submit, id, With(await FormAsync(eva, id), "mayor-resigns"));

        var refused = await app.StepAsync(con, WorkflowStep.Submit, form: With(NewsDesk.Sheet(), "first"));

        Assert.StartsWith("Old links to this address lead to another article.", refused.Errors!.All[nameof(ArticleForm.TakesOver)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_section_and_a_renamed_article_are_one_hop_together()
    {
        var eva = await EvaAsync();
        await RenamedAsync(eva, await IdOfAsync("first"), "moved");
        await app.WithDatabaseAsync(async db =>
        {
            (await db.Sections.SingleAsync(section => section.Id == 1, Ct)).MoveTo(Slug.Of("port"));
            db.FormerSlugs.Add(new FormerSlug(SlugOwner.Section, Slug.Of("harbour"), 1));
            return await db.SaveChangesAsync(Ct);
        });

        await LeadsAsync("/harbour/first", "/port/moved");
    }

    [Fact]
    public async Task A_link_and_a_translation_by_an_old_address_still_find_the_article()
    {
        var eva = await EvaAsync();
        var id = await IdOfAsync("first");
        await RenamedAsync(eva, id, "moved");
        var form = NewsDesk.Sheet();
        (form.Body, form.TranslationOf, form.Language) = (form.Body + "\n\nSee [the vote](/harbour/first).", "/harbour/first", "de");

        var result = await app.StepAsync(eva, WorkflowStep.Publish, form: form);

        Assert.True(result.IsDone, string.Join(' ', result.Errors?.All.Values ?? []));
        Assert.Equal(id, (await app.ArticleAsync(result.Saved.Id!.Value)).TranslationOfId);
    }

    private Task<StaffMember> EvaAsync() => app.MemberAsync("Eva", StaffRole.Editor, 1, 2);

    private async Task<ArticleForm> FormAsync(StaffMember member, long id) => (await app.OpenAsync(member, id))!.Form;

    private static ArticleForm With(ArticleForm form, string slug, bool takesOver = false)
    {
        (form.Slug, form.TakesOver) = (slug, takesOver);
        return form;
    }

    private async Task RenamedAsync(StaffMember member, long id, string slug, Action<ArticleForm>? change = null)
    {
        var form = With(await FormAsync(member, id), slug);
        change?.Invoke(form);
        var result = await app.StepAsync(member, WorkflowStep.Update, id, form);
        Assert.True(result.IsDone, $"{slug}: {result.Complaint} {string.Join(' ', result.Errors?.All.Values ?? [])}");
    }

    private async Task LeadsAsync(string from, string to)
    {
        using var answer = await app.GetAsync(from);
        Assert.Equal((HttpStatusCode.MovedPermanently, to), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private Task<List<string>> FormerAsync() => app.WithDatabaseAsync(db => db.FormerSlugs.OrderBy(former => former.Slug).Select(former => former.Slug.Value).ToListAsync(Ct));

    private Task<long> IdOfAsync(string slug) => app.WithDatabaseAsync(db =>
        db.Articles.Where(article => article.Slug == Slug.Of(slug)).Select(article => article.Id).SingleAsync(Ct));
}
