using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom;

/// <summary>Keeps what is typed, as it is typed, without asking whether it is right.</summary>
public sealed class WritingDesk(NewsDbContext db, ArticleFolder folder, Drafting drafting, RevisionShelf revisions, TimeProvider clock)
{
    /// <summary>Keeps the editor's fields; what readers see does not change.</summary>
    /// <param name="id">Null begins an article.</param>
    /// <param name="version">Of the article when the fields were read.</param>
    /// <param name="restores">Number of the revision that the fields are brought back from; null when they were typed.</param>
    public async Task<SaveOutcome> SaveAsync(long? id, ArticleForm form, int version, StaffMember member, CancellationToken ct, int? restores = null)
    {
        if (FormText.LengthOf(form) > ArticleForm.MaxLength) return new SaveOutcome(SaveKind.TooLong, id);

        try
        {
            await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
            var outcome = id is { } known ? await KeepAsync(known, form, version, member, restores, ct) : await BeginAsync(form, member, ct);
            if (transaction is not null) await transaction.CommitAsync(ct);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return id is { } known && await folder.OpenAsync(known, member, ct) is { } other ? Conflict(other) : new SaveOutcome(SaveKind.NotFound, id);
        }
    }

    private async Task<SaveOutcome> KeepAsync(long id, ArticleForm form, int version, StaffMember member, int? restores, CancellationToken ct)
    {
        if (await folder.OpenAsync(id, member, ct) is not { } open) return new SaveOutcome(SaveKind.NotFound, id);
        if (!open.Allows(WorkflowStep.Edit)) return new SaveOutcome(SaveKind.NotAllowed, id);

        var (article, copy) = (open.Article, open.Copy);
        if (copy is null ? revisions.IsAsFiled(article, form) : copy.Fields == FormText.Write(form)) return Saved(article, copy); // sent twice, or nothing has changed since
        if (article.Version != version) return Conflict(open);

        if (copy is null)
        {
            await revisions.KeepFirstAsync(article, ct);
            db.WorkingCopies.Add(copy = new WorkingCopy(article));
        }

        await FollowSectionAsync(open, form.Section, ct);
        return await WriteAsync(article, copy, form, member, restores, ct);
    }

    private async Task<SaveOutcome> BeginAsync(ArticleForm form, StaffMember member, CancellationToken ct)
    {
        if (await drafting.BeginAsync(form, member, ct) is not { } article) return new SaveOutcome(SaveKind.NoSection);

        var copy = new WorkingCopy(article);
        db.WorkingCopies.Add(copy);
        return await WriteAsync(article, copy, form, member, restores: null, ct);
    }

    private async Task<SaveOutcome> WriteAsync(Article article, WorkingCopy copy, ArticleForm form, StaffMember member, int? restores, CancellationToken ct)
    {
        var (by, now) = (Actor.Of(member), clock.GetUtcNow());
        copy.Save(FormText.Write(form), by, now);
        article.JotDown(Drafting.HeadlineOf(form), WordCount.Of(form.Body ?? ""));
        article.Touch(by, now);
        await db.SaveChangesAsync(ct);
        await revisions.KeepAsync(article, form, by, restores, ct);
        return Saved(article, copy);
    }

    // Never out of one's own hands: whoever would have fewer rights there is told so when it is filed.
    private async Task FollowSectionAsync(OpenArticle open, long? wanted, CancellationToken ct)
    {
        if (wanted is null || wanted == open.Article.SectionId) return;
        if (await db.Sections.SingleOrDefaultAsync(known => known.Id == wanted, ct) is not { } section) return;
        if (open.StandingIn(section) >= open.Standing) open.Article.MoveTo(section);
    }

    private static SaveOutcome Saved(Article article, WorkingCopy? copy) => new(SaveKind.Saved, article.Id, article.Version, copy?.SavedAt ?? article.EditedAt);

    private static SaveOutcome Conflict(OpenArticle open) =>
        new(SaveKind.Conflict, open.Article.Id, open.Article.Version, open.Article.EditedAt, open.Article.EditedBy);
}
