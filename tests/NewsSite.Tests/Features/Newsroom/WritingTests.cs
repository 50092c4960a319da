using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

public sealed class WritingTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(Story.Dated("out", NewsApp.Noon.AddDays(-1)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_is_typed_is_kept_however_wrong_it_is()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Contributor);
        var form = new ArticleForm { Headline = new string('x', 900), Slug = "Not A Slug", PublishAt = "soon", Language = "??", Section = 99, Body = "half a sent", Summary = "{" };

        var saved = await app.TypeAsync(ann, form);

        Assert.Equal(SaveKind.Saved, saved.Kind);
        var sheet = (await app.OpenAsync(ann, saved.Id!.Value))!;
        Assert.Equivalent(form, sheet.Form, strict: true);
        Assert.Null(sheet.Changes); // readers see nothing that they could be changes of
    }

    [Fact]
    public async Task Nothing_at_all_can_be_saved_too()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Contributor);

        var saved = await app.TypeAsync(ann, new ArticleForm());

        Assert.Equal(SaveKind.Saved, saved.Kind);
        Assert.Equal("Untitled", Assert.Single((await app.DeskAsync(ann, DeskPile.Mine)).Rows).Headline);
    }

    [Fact]
    public async Task A_save_from_an_older_version_is_a_conflict_that_names_the_other_and_overwrites_nothing()
    {
        var (ann, ben) = (await app.MemberAsync("Ann", StaffRole.Author), await app.MemberAsync("Ben", StaffRole.Editor, 1));
        var first = await app.TypeAsync(ann, NewsDesk.Sheet());
        var second = await app.TypeAsync(ben, NewsDesk.Sheet("Ben's headline"), first.Id, first.Version);
        Assert.Equal(SaveKind.Saved, second.Kind);

        var late = await app.TypeAsync(ann, NewsDesk.Sheet("Ann's headline"), first.Id, first.Version);

        Assert.Equal((SaveKind.Conflict, "Ben", second.Version), (late.Kind, late.SavedBy, late.Version));
        Assert.Equal("Ben's headline", (await app.OpenAsync(ann, first.Id!.Value))!.Form.Headline);
    }

    [Fact]
    public async Task The_same_text_sent_twice_is_no_conflict_and_no_new_version()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Author);
        var first = await app.TypeAsync(ann, NewsDesk.Sheet());
        var second = await app.TypeAsync(ann, NewsDesk.Sheet("Another"), first.Id, first.Version);

        var again = await app.TypeAsync(ann, NewsDesk.Sheet("Another"), first.Id, first.Version);

        Assert.Equal(second, again);
    }

    [Fact]
    public async Task Two_saves_at_once_from_one_version_end_with_one_text_and_one_conflict()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Author);
        var first = await app.TypeAsync(ann, NewsDesk.Sheet());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => app.TypeAsync(ann, NewsDesk.Sheet($"Version {i}"), first.Id, first.Version)));

        var won = Assert.Single(outcomes, outcome => outcome.Kind is SaveKind.Saved);
        Assert.All(outcomes.Except([won]), outcome => Assert.Equal(SaveKind.Conflict, outcome.Kind));
    }

    [Fact]
    public async Task Typing_in_a_live_article_changes_nothing_for_readers()
    {
        var editor = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var before = await (await app.GetAsync("/harbour/out")).Content.ReadAsStringAsync(Ct);
        var sheet = (await app.OpenAsync(editor, 1))!;
        sheet.Form.Headline = "Not for readers yet";
        sheet.Form.Body = "Nor this.";

        Assert.Equal(SaveKind.Saved, (await app.TypeAsync(editor, sheet.Form, 1, sheet.Version)).Kind);

        Assert.Equal(before, await (await app.GetAsync("/harbour/out")).Content.ReadAsStringAsync(Ct));
        Assert.True(Assert.Single((await app.DeskAsync(editor, DeskPile.Published)).Rows).Changes is ChangeStatus.Private);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_an_article_cannot_open_or_save_it()
    {
        var (ann, bob) = (await app.MemberAsync("Ann", StaffRole.Author), await app.MemberAsync("Bob", StaffRole.Author));
        var saved = await app.TypeAsync(ann, NewsDesk.Sheet());

        Assert.Null(await app.OpenAsync(bob, saved.Id!.Value));
        Assert.Equal(SaveKind.NotFound, (await app.TypeAsync(bob, NewsDesk.Sheet("Mine now"), saved.Id, saved.Version)).Kind);
        Assert.Equal(SaveKind.NotFound, (await app.TypeAsync(bob, NewsDesk.Sheet(), 4711)).Kind);
    }

    [Fact]
    public async Task A_draft_follows_the_section_that_its_writer_chooses_unless_that_would_take_it_out_of_their_hands()
    {
        await app.WithDatabaseAsync(db => { db.Sections.Add(new NewsSite.Domain.Taxonomy.Section(NewsSite.Domain.Slug.Of("culture"), "Culture", 1)); return db.SaveChangesAsync(Ct); });
        var (ann, eva) = (await app.MemberAsync("Ann", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var first = await app.TypeAsync(ann, NewsDesk.Sheet(section: 1));
        Assert.NotNull(await app.OpenAsync(eva, first.Id!.Value));

        var byEditor = await app.TypeAsync(eva, NewsDesk.Sheet(section: 2), first.Id, first.Version);
        Assert.Equal(1, (await app.ArticleAsync(first.Id.Value)).SectionId);
        await app.TypeAsync(ann, NewsDesk.Sheet("Still mine", section: 2), first.Id, byEditor.Version);

        Assert.Equal(2, (await app.ArticleAsync(first.Id.Value)).SectionId);
        Assert.Null(await app.OpenAsync(eva, first.Id.Value));
    }

    [Fact]
    public async Task A_contributor_s_text_is_out_of_their_hands_while_it_is_in_review()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Contributor);
        var id = await app.ArticleAsync(ann, (ann, WorkflowStep.Submit));
        var sheet = (await app.OpenAsync(ann, id))!;

        Assert.False(sheet.CanEdit);
        Assert.Equal(SaveKind.NotAllowed, (await app.TypeAsync(ann, NewsDesk.Sheet("Sneaked in"), id, sheet.Version)).Kind);
    }

    [Fact]
    public async Task More_than_an_article_can_hold_is_refused()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Author);

        Assert.Equal(SaveKind.TooLong, (await app.TypeAsync(ann, new ArticleForm { Body = new string('x', ArticleForm.MaxLength), Notes = "y" })).Kind);
        Assert.Equal(1, await app.WithDatabaseAsync(db => db.Articles.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_filed_article_opens_with_every_field_as_it_was_filed()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Author);
        var form = NewsDesk.Sheet();
        (form.Slug, form.Language, form.Series, form.TranslationOf, form.Notes) = ("a-siren", "de", "The winter quay", "out", "Call Piet again.");
        var id = (await app.StepAsync(ann, WorkflowStep.Submit, form: form)).Saved.Id!.Value;

        var sheet = (await app.OpenAsync(ann, id))!;

        Assert.False(await app.WithDatabaseAsync(db => db.WorkingCopies.AnyAsync(Ct)));
        Assert.Equivalent(form, sheet.Form, strict: true);
    }
}
