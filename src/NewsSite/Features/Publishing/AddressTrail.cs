using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Publishing;

/// <summary>Keeps where readers are led who know an article by an address that it has left. It saves nothing: call it in the transaction of the change.</summary>
public sealed class AddressTrail(NewsDbContext db)
{
    /// <summary>Readers saw the article at <paramref name="left"/>, and see it there no more.</summary>
    public async Task LeaveAsync(Slug left, long articleId, CancellationToken ct)
    {
        if (await FindAsync(left, ct) is { } former) former.LeadTo(articleId);
        else db.FormerSlugs.Add(new FormerSlug(SlugOwner.Article, left, articleId));
    }

    /// <summary>The article was sent out under the address that it has.</summary>
    /// <returns>The other article that old links lead to no longer; null when there is none.</returns>
    public async Task<Article?> ArriveAsync(Article article, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindAsync(article.Slug, ct) is not { } former) return null;

        // Until a scheduled article is there, old links lead where they did; then it comes before them.
        if (article.HasReaders(now)) db.FormerSlugs.Remove(former);
        return former.TargetId == article.Id ? null : await db.Articles.SingleOrDefaultAsync(other => other.Id == former.TargetId, ct);
    }

    private async Task<FormerSlug?> FindAsync(Slug slug, CancellationToken ct) => await db.FormerSlugs.FindAsync([SlugOwner.Article, slug], ct);
}
