using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Publishing;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom;

/// <summary>Keeps what is typed, as it is typed, without asking whether it is right.</summary>
public sealed class WritingDesk(NewsDbContext db, ArticleFolder folder, PublishingDesk publishing, NameDesk names, TimeProvider clock)
{
    private const string Untitled = "Untitled";

    /// <summary>Keeps the editor's fields; what readers see does not change.</summary>
    /// <param name="id">Null begins an article.</param>
    /// <param name="version">Of the article when the fields were read.</param>
    public async Task<SaveOutcome> SaveAsync(long? id, ArticleForm form, int version, StaffMember member, CancellationToken ct)
    {
        if (FormText.LengthOf(form) > ArticleForm.MaxLength) return new SaveOutcome(SaveKind.TooLong, id);

        try
        {
            await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
            var outcome = id is { } known ? await KeepAsync(known, form, version, member, ct) : await BeginAsync(form, member, ct);
            if (transaction is not null) await transaction.CommitAsync(ct);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return id is { } known && await folder.OpenAsync(known, member, ct) is { } other ? Conflict(other) : new SaveOutcome(SaveKind.NotFound, id);
        }
    }

    private async Task<SaveOutcome> KeepAsync(long id, ArticleForm form, int version, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(id, member, ct) is not { } open) return new SaveOutcome(SaveKind.NotFound, id);
        if (!open.Allows(WorkflowStep.Edit)) return new SaveOutcome(SaveKind.NotAllowed, id);

        var fields = FormText.Write(form);
        var (article, copy) = (open.Article, open.Copy);
        if (copy?.Fields == fields) return Saved(article, copy); // sent twice, or nothing has changed since
        if (article.Version != version) return Conflict(open);

        if (copy is null) db.WorkingCopies.Add(copy = new WorkingCopy(article));
        await FollowSectionAsync(open, form.Section, ct);
        return await WriteAsync(article, copy, form, fields, member, ct);
    }

    private async Task<SaveOutcome> BeginAsync(ArticleForm form, StaffMember member, CancellationToken ct)
    {
        var section = await SectionForAsync(form.Section, member, ct);
        if (section is null) return new SaveOutcome(SaveKind.NoSection);

        var article = await publishing.DraftAsync(await BlankCopyAsync(form, section, ct), ct);
        article.BelongTo(member.Id);
        db.AuditLog.Add(new AuditEntry(Actor.Of(member), AuditAction.Drafted, HeadlineOf(form), clock.GetUtcNow()) { ArticleId = article.Id, SectionId = section.Id });
        var copy = new WorkingCopy(article);
        db.WorkingCopies.Add(copy);
        return await WriteAsync(article, copy, form, FormText.Write(form), member, ct);
    }

    private async Task<SaveOutcome> WriteAsync(Article article, WorkingCopy copy, ArticleForm form, string fields, StaffMember member, CancellationToken ct)
    {
        var (by, now) = (Actor.Of(member), clock.GetUtcNow());
        copy.Save(fields, by, now);
        article.JotDown(HeadlineOf(form), WordCount.Of(form.Body ?? ""));
        article.Touch(by, now);
        await db.SaveChangesAsync(ct);
        return Saved(article, copy);
    }

    // Never out of one's own hands: whoever would have fewer rights there is told so when it is filed.
    private async Task FollowSectionAsync(OpenArticle open, long? wanted, CancellationToken ct)
    {
        if (wanted is null || wanted == open.Article.SectionId) return;
        if (await db.Sections.SingleOrDefaultAsync(known => known.Id == wanted, ct) is not { } section) return;
        if (open.StandingIn(section) >= open.Standing) open.Article.MoveTo(section);
    }

    private async Task<Section?> SectionForAsync(long? wanted, StaffMember member, CancellationToken ct)
    {
        var sections = await db.Sections.OrderBy(section => section.Position).ToListAsync(ct);
        return sections.Find(section => section.Id == wanted) ?? sections.Find(section => member.Edits(section.Id)) ?? sections.FirstOrDefault();
    }

    private async Task<ArticleCopy> BlankCopyAsync(ArticleForm form, Section section, CancellationToken ct)
    {
        var wanted = Slug.From(HeadlineOf(form)) ?? Slug.Of("untitled");
        return new ArticleCopy { Headline = Untitled, Slug = await names.FreeSlugAsync(wanted, articleId: 0, ct), Section = section, Authors = [], Markdown = "", Html = "", Words = 0 };
    }

    private static string HeadlineOf(ArticleForm form)
    {
        var headline = string.IsNullOrWhiteSpace(form.Headline) ? Untitled : form.Headline.Trim();
        return headline.Length > Article.MaxHeadlineLength ? headline[..Article.MaxHeadlineLength] : headline;
    }

    private static SaveOutcome Saved(Article article, WorkingCopy copy) => new(SaveKind.Saved, article.Id, article.Version, copy.SavedAt);

    private static SaveOutcome Conflict(OpenArticle open) =>
        new(SaveKind.Conflict, open.Article.Id, open.Article.Version, open.Article.EditedAt, open.Article.EditedBy);
}
