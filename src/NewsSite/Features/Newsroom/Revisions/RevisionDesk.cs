using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>Names revisions and brings them back.</summary>
public sealed class RevisionDesk(NewsDbContext db, ArticleFolder folder, RevisionShelf shelf, WritingDesk writing)
{
    /// <summary>Puts the fields of a revision into the editor, as a new revision; readers see nothing of it until they are filed.</summary>
    /// <param name="version">Of the article when the person decided it.</param>
    public async Task<SaveOutcome> RestoreAsync(long id, int number, int version, StaffMember member, CancellationToken ct)
    {
        var form = await folder.OpenAsync(id, member, ct) is null ? null : await shelf.ReadAsync(id, number, ct);
        return form is null ? new SaveOutcome(SaveKind.NotFound, id) : await writing.SaveAsync(id, form, version, member, ct, number);
    }

    /// <param name="name">Empty takes the name away.</param>
    /// <returns>False when there is no such revision, or none for this person.</returns>
    public async Task<bool> NameAsync(long id, int number, string? name, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(id, member, ct) is not { } open || !open.Allows(WorkflowStep.Edit)) return false;
        if (await shelf.Of(id).SingleOrDefaultAsync(revision => revision.Number == number, ct) is not { } revision) return false;
        revision.Call(name);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
