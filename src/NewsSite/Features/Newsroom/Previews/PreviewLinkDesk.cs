using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Previews;

/// <summary>Makes, lists and revokes the links by which others read an article before it is out; for whoever may change the article.</summary>
public sealed class PreviewLinkDesk(NewsDbContext db, ArticleFolder folder, TimeProvider clock)
{
    /// <returns>Null when there is no such article, or none for this person.</returns>
    public async Task<PreviewLinkSheet?> ReadAsync(long articleId, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(articleId, member, ct) is not { } open) return null;

        var (article, now) = (open.Article, clock.GetUtcNow());
        var links = await db.PreviewLinks.AsNoTracking().Where(link => link.ArticleId == articleId).OrderByDescending(link => link.Id).ToListAsync(ct);
        return new PreviewLinkSheet(articleId, article.Headline, open.Allows(WorkflowStep.Edit), article.IsOut(now), [.. links.Select(link => (link, link.Works(article, now)))]);
    }

    /// <returns>The path with its secret, which is told this once; null when this person may not share the article.</returns>
    public async Task<string?> MakeAsync(long articleId, PreviewLinkForm form, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(articleId, member, ct) is not { } open || !open.Allows(WorkflowStep.Edit)) return null;

        var (by, now, token) = (Actor.Of(member), clock.GetUtcNow(), SecretToken.New());
        // Of an article that is out, a link shows what is typed since.
        var ends = form.EndsWhenPublished && !open.Article.IsOut(now);
        var link = new PreviewLink(articleId, form.Label.Trim(), SecretToken.HashOf(token), by, now).For(TimeSpan.FromDays(form.Days), ends);
        db.PreviewLinks.Add(link);
        Record(open.Article, AuditAction.PreviewShared, by, now, link);
        await db.SaveChangesAsync(ct);
        return SiteUrls.Preview(token);
    }

    /// <summary>The link shows nothing from now on. One that is gone already stays gone.</summary>
    /// <returns>False when this person may not share the article.</returns>
    public async Task<bool> RevokeAsync(long articleId, long linkId, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(articleId, member, ct) is not { } open || !open.Allows(WorkflowStep.Edit)) return false;
        if (await db.PreviewLinks.SingleOrDefaultAsync(link => link.Id == linkId && link.ArticleId == articleId, ct) is not { } link) return true;

        db.PreviewLinks.Remove(link);
        Record(open.Article, AuditAction.PreviewRevoked, Actor.Of(member), clock.GetUtcNow(), link);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private void Record(Article article, AuditAction action, Actor by, DateTimeOffset now, PreviewLink link) =>
        db.AuditLog.Add(new AuditEntry(by, action, article.Headline, now) { ArticleId = article.Id, SectionId = article.SectionId, Detail = $"For {link.Label}, until {link.ExpiresAt:yyyy-MM-dd HH:mm} UTC." });
}

/// <summary>The links of one article.</summary>
/// <param name="Links">Newest first, each with whether it works now.</param>
/// <param name="IsOut">Readers can see the article as it was filed last.</param>
public sealed record PreviewLinkSheet(long ArticleId, string Headline, bool CanShare, bool IsOut, IReadOnlyList<(PreviewLink Link, bool Works)> Links);
