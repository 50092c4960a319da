using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Revisions;

public sealed class RevisionShelfTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(Story.Dated("out", NewsApp.Noon.AddDays(-1)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Whatever_was_saved_reads_back_field_by_field()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Author);
        var form = new ArticleForm { Headline = "H", Body = "One.\n\n" + new string('x', 5000) + "\n\nThree. 😀\r\n", Summary = "{", Notes = "", Standfirst = null, Section = 99, OffersSummary = false };

        var saved = await app.TypeAsync(ann, form);

        Assert.Equivalent(form, await ReadAsync(saved.Id!.Value, 1), strict: true);
    }

    [Fact]
    public async Task Saves_of_one_sitting_are_one_revision_and_the_next_sitting_begins_another()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Author);
        var saved = await app.TypeAsync(ann, NewsDesk.Sheet("First"));
        saved = await LaterAsync(ann, saved, NewsDesk.Sheet("Second"), minutes: 1);
        saved = await LaterAsync(ann, saved, NewsDesk.Sheet("Third"), minutes: 20);

        Assert.Equal(["Second", "Third"], await HeadlinesAsync(saved.Id!.Value));
    }

    [Fact]
    public async Task What_a_slip_of_the_hand_deletes_is_still_there()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Author);
        var full = NewsDesk.Sheet();
        full.Body = string.Join("\n\n", Enumerable.Repeat("The harbour board voted on Monday to raise the quay.", 10));
        var saved = await app.TypeAsync(ann, full);
        var empty = NewsDesk.Sheet();
        empty.Body = "";

        await LaterAsync(ann, saved, empty, minutes: 1);

        Assert.Equal(full.Body, (await ReadAsync(saved.Id!.Value, 1))!.Body);
    }

    [Fact]
    public async Task The_text_that_files_brought_is_the_first_revision_of_an_article_that_somebody_changes()
    {
        var (ed, id) = (await app.MemberAsync("Ed", StaffRole.Administrator), await OutAsync());
        var sheet = (await app.OpenAsync(ed, id))!;
        var (was, form) = (sheet.Form.Body, sheet.Form);
        form.Body += "\n\nAnd more.";

        await app.TypeAsync(ed, form, id, sheet.Version);

        Assert.Equal(was, (await ReadAsync(id, 1))!.Body);
        Assert.Equal(form.Body, (await ReadAsync(id, 2))!.Body);
        Assert.Equal("Edition folder", (await RevisionsAsync(id))[0].SavedBy);
    }

    [Fact]
    public async Task A_step_is_noted_on_the_text_that_it_was_taken_with()
    {
        var (ann, ben) = (await app.MemberAsync("Ann", StaffRole.Author), await app.MemberAsync("Ben", StaffRole.Editor, 1));
        var id = await app.ArticleAsync(ann, (ann, WorkflowStep.Submit), (ben, WorkflowStep.Publish));
        var sheet = (await app.OpenAsync(ben, id))!;

        await app.TypeAsync(ben, NewsDesk.Sheet("Changed since"), id, sheet.Version);

        Assert.Equal([AuditAction.Published, null], (await RevisionsAsync(id)).Select(revision => revision.Step));
    }

    [Fact]
    public async Task A_hundred_revisions_of_a_long_article_take_less_than_a_twentieth_of_a_hundred_copies()
    {
        var (ann, random) = (await app.MemberAsync("Ann", StaffRole.Author), new Random(3));
        var paragraphs = Enumerable.Range(0, 100).Select(n => $"Paragraph {n}. " + string.Join(' ', Enumerable.Range(0, 45).Select(_ => Word(random)))).ToList();
        var form = NewsDesk.Sheet();
        form.Body = string.Join("\n\n", paragraphs);
        var saved = await app.TypeAsync(ann, form);
        for (var n = 0; n < 100; n++)
        {
            paragraphs[random.Next(100)] += " " + Word(random);
            form.Body = string.Join("\n\n", paragraphs);
            saved = await LaterAsync(ann, saved, form, minutes: 11);
        }

        var id = saved.Id!.Value;
        Assert.Equal(form.Body, (await ReadAsync(id, 101))!.Body);
        var kept = await app.WithDatabaseAsync(async db =>
            await db.RevisionParts.Where(part => part.ArticleId == id).SumAsync(part => part.Text.Length + part.Hash.Length, Ct)
            + await db.Revisions.Where(revision => revision.ArticleId == id).SumAsync(revision => revision.Parts.Length, Ct));
        Assert.InRange(kept, 1, form.Body.Length * 101 / 20);
    }

    private static string Word(Random random) => random.Next(100_000).ToString("D5", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<SaveOutcome> LaterAsync(StaffMember member, SaveOutcome saved, ArticleForm form, int minutes)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var next = await app.TypeAsync(member, form, saved.Id, saved.Version);
        Assert.Equal(SaveKind.Saved, next.Kind);
        return next;
    }

    private Task<long> OutAsync() => app.WithDatabaseAsync(db => db.Articles.Select(article => article.Id).FirstAsync(Ct));

    private Task<List<Revision>> RevisionsAsync(long id) =>
        app.WithDatabaseAsync(db => db.Revisions.AsNoTracking().Where(revision => revision.ArticleId == id).OrderBy(revision => revision.Number).ToListAsync(Ct));

    private Task<ArticleForm?> ReadAsync(long id, int number) =>
        app.InScopeAsync(services => services.GetRequiredService<RevisionShelf>().ReadAsync(id, number, Ct));

    private async Task<List<string?>> HeadlinesAsync(long id)
    {
        var headlines = new List<string?>();
        foreach (var revision in await RevisionsAsync(id)) headlines.Add((await ReadAsync(id, revision.Number))!.Headline);
        return headlines;
    }
}
