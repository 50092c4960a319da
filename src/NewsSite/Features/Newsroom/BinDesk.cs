using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;

namespace NewsSite.Features.Newsroom;

/// <summary>Puts drafts into the bin and takes them out, and empties it, one article at a time. What readers have seen is not emptied.</summary>
public sealed class BinDesk(NewsDbContext db, PublishingDesk publishing, TimeProvider clock)
{
    public Task<StepOutcome?> PutAsync(OpenArticle open, string? note, CancellationToken ct)
    {
        var by = Actor.Of(open.Member);
        return publishing.MoveAsync(open.Article.Id, article => article.Bin(by, clock.GetUtcNow()), AuditAction.Binned, by, note, ct);
    }

    public Task<StepOutcome?> TakeOutAsync(OpenArticle open, CancellationToken ct)
    {
        var by = Actor.Of(open.Member);
        return publishing.MoveAsync(open.Article.Id, article => article.Restore(by, clock.GetUtcNow()), AuditAction.Restored, by, note: null, ct);
    }

    /// <summary>Removes the article with all its parts and its working copy; the log keeps that it was there.</summary>
    /// <returns>Null when there is no such article any more.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody took it out first.</exception>
    public async Task<StepOutcome?> DeleteAsync(OpenArticle open, CancellationToken ct)
    {
        var (article, now) = (open.Article, clock.GetUtcNow());
        if (article.WasOut(now)) return StepOutcome.KnownToReaders;
        if (File.Exists(article.EditionPath)) return StepOutcome.ComesFromFile;

        db.AuditLog.Add(new AuditEntry(Actor.Of(open.Member), AuditAction.Deleted, article.Headline, now) { ArticleId = article.Id, SectionId = article.SectionId });
        db.Articles.Remove(article);
        await db.SaveChangesAsync(ct);
        return StepOutcome.Done;
    }
}
