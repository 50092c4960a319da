using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Media;
using NewsSite.Domain.Staff;
using NewsSite.Features.Media.Blobs;

namespace NewsSite.Features.Newsroom.Library;

/// <summary>Says what a picture of the library is, where to look in it, and takes it out. Each method is one transaction.</summary>
public sealed class PictureDesk(NewsDbContext db, AssetUses uses, IBlobStore blobs, TimeProvider clock)
{
    private const int MostNamed = 20;

    /// <returns>Null when there is no such picture.</returns>
    public Task<Asset?> FindAsync(long id, CancellationToken ct) => db.Assets.AsNoTracking().SingleOrDefaultAsync(asset => asset.Id == id, ct);

    public Task<AssetUseList> UsesAsync(string file, StaffMember member, CancellationToken ct) => uses.OfAsync(file, member, clock.GetUtcNow(), ct);

    public async Task<PictureEnd> ChangeAsync(long id, PictureForm form, StaffMember member, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Assets.FindAsync([id], ct) is not { } asset) return PictureEnd.Gone;
        if (!asset.IsOpenTo(member)) return PictureEnd.Forbidden;
        if (asset.Version != form.Version) return PictureEnd.Stale;

        asset.Describe(new AssetWords(form.Caption, form.Credit, form.Copyright, form.Licence));
        var aimed = Focus.At(form.FocusX, form.FocusY);
        if (aimed != asset.Focus) await TellAsync(asset, ct);
        asset.Aim(aimed);
        return await DoneAsync(asset, AuditAction.PictureChanged, member, transaction, ct);
    }

    /// <summary>The bytes go later, when nobody has used them for a while.</summary>
    public async Task<PictureEnd> DeleteAsync(long id, DeletePictureForm form, StaffMember member, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Assets.FindAsync([id], ct) is not { } asset) return PictureEnd.Gone;
        if (!asset.IsOpenTo(member)) return PictureEnd.Forbidden;
        if (asset.Version != form.Version) return PictureEnd.Stale;
        if (await uses.IsUsedAsync(asset.File, ct)) return PictureEnd.Used;

        db.Remove(asset);
        var end = await DoneAsync(asset, AuditAction.PictureDeleted, member, transaction, ct);
        if (await blobs.GetAsync(asset.Blob, ct) is { } bytes) await blobs.PutAsync(asset.Blob, bytes, ct); // the grace period begins now
        return end;
    }

    // Every page that crops it differs from now on.
    private async Task TellAsync(Asset asset, CancellationToken ct)
    {
        var showing = await db.Articles.Where(article => db.Set<PictureUse>().Any(use => use.File == asset.File && use.ArticleId == article.Id))
            .Include(article => article.Section).Include(article => article.Byline).ThenInclude(entry => entry.Author).Include(article => article.Tags).ThenInclude(entry => entry.Tag)
            .AsSplitQuery().AsNoTracking().OrderBy(article => article.Id).Take(MostNamed + 1).ToListAsync(ct);
        var isWide = showing.Count > MostNamed || await db.Authors.AnyAsync(author => author.Portrait == asset.File, ct) || await db.SiteProfiles.AnyAsync(site => site.Logo == asset.File, ct);
        if (!isWide && showing.Count == 0) return;
        IReadOnlyList<string> tags = isWide ? [DependencyTags.Everything] : [.. showing.SelectMany(DependencyTags.Of).Distinct()];
        db.PublicationEvents.Add(new PublicationEvent(PublicationEventKind.PictureAimed, tags, clock.GetUtcNow()));
    }

    private async Task<PictureEnd> DoneAsync(Asset asset, AuditAction action, StaffMember member, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken ct)
    {
        if (!db.ChangeTracker.HasChanges()) return PictureEnd.Done;
        db.AuditLog.Add(new AuditEntry(Actor.Of(member), action, asset.Name, clock.GetUtcNow()) { Detail = asset.File });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return PictureEnd.Done;
    }
}

/// <summary>What came of it; only <see cref="Done"/> changed anything.</summary>
public enum PictureEnd
{
    Done,

    /// <summary>There is no such picture, or not any more.</summary>
    Gone,

    /// <summary>Somebody else changed it in the meantime.</summary>
    Stale,

    /// <summary>It is neither theirs nor are they an editor.</summary>
    Forbidden,

    /// <summary>Something shows it.</summary>
    Used,
}
