using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>Brings two people's texts of one article together. Nothing of either is lost: both are revisions before anything is chosen.</summary>
public sealed class MergeDesk(NewsDbContext db, ArticleFolder folder, RevisionShelf shelf, WritingDesk writing, CurrentSite site)
{
    /// <summary>Keeps a text that was refused because somebody else had saved.</summary>
    /// <param name="version">Of the article when the fields were read.</param>
    /// <returns>Number of the revision; null when there is no such article, or none for this person.</returns>
    public async Task<int?> SetAsideAsync(long id, ArticleForm form, int version, StaffMember member, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await folder.OpenAsync(id, member, ct) is not { } open || !open.Allows(WorkflowStep.Edit)) return null;
        await shelf.KeepFirstAsync(open.Article, ct);
        var number = await shelf.SetAsideAsync(open.Article, form, version, Actor.Of(member), ct);
        await transaction.CommitAsync(ct);
        return number;
    }

    /// <returns>Null when there is nothing of that number to merge, or none for this person.</returns>
    public async Task<MergeView?> OpenAsync(long id, int number, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(id, member, ct) is not { } open || !open.Allows(WorkflowStep.Edit)) return null;
        if (await shelf.Of(id).AsNoTracking().SingleOrDefaultAsync(revision => revision.Number == number, ct) is not { AsideFrom: { } origin } aside) return null;

        var theirs = FormText.Of(open, site.View.TimeZone.Id);
        var (mine, from) = ((await shelf.ReadAsync(id, number, ct))!, (await shelf.ReadAsync(id, origin, ct))!);
        return new MergeView(id, number, open.Article.Version, aside.SavedBy, open.Copy?.SavedBy ?? open.Article.EditedBy, mine, theirs, MergeField.Between(from, mine, theirs, await shelf.SectionNamesAsync(ct)));
    }

    /// <summary>Saves the merged fields.</summary>
    /// <param name="version">Of the article that the person saw beside their own text.</param>
    public Task<SaveOutcome> SaveAsync(MergeView view, IReadOnlyDictionary<string, MergeSide> choices, int version, StaffMember member, CancellationToken ct) =>
        writing.SaveAsync(view.Id, view.Merged(choices), version, member, ct);
}
