using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain.Articles;
using NewsSite.Markup;

namespace NewsSite.Features.Publishing;

/// <summary>Reads anew, in small transactions, what a renaming or a merging left behind in the search.</summary>
/// <remarks>What is still to be read is kept in the database, so a run that was cut off goes on where it stopped.</remarks>
public sealed class SearchUpkeep(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>How many articles were read.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var done = 0;
        while (await BatchAsync(ct) is > 0 and var read) done += read;
        return done;
    }

    private async Task<int> BatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, search) = (scope.ServiceProvider.GetRequiredService<NewsDbContext>(), scope.ServiceProvider.GetRequiredService<SearchIndex>());
        if (!await db.StaleSearchRows.AnyAsync(ct)) return 0; // most often, and then nobody has to wait for a transaction

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ids = await db.StaleSearchRows.OrderByDescending(stale => stale.ArticleId).Select(stale => stale.ArticleId).Take(BatchSize).ToListAsync(ct);
        var articles = await db.Articles.AsNoTracking().Where(article => ids.Contains(article.Id) && article.Status == ArticleStatus.Published)
            .Include(article => article.Section).Include(article => article.Body)
            .Include(article => article.Byline).ThenInclude(entry => entry.Author)
            .Include(article => article.Tags).ThenInclude(entry => entry.Tag)
            .AsSplitQuery().ToListAsync(ct);
        foreach (var article in articles) await search.RemoveAsync(article.PublishedAt, article.Id, ct);
        await search.AddAsync(articles.Select(article => SearchRow.Of(article.Id, article, HtmlText.Of(article.Body.Html))), ct);
        await db.StaleSearchRows.Where(stale => ids.Contains(stale.ArticleId)).ExecuteDeleteAsync(ct);
        if (articles.Count > 0) await AnnounceAsync(db, articles, ct);
        await transaction.CommitAsync(ct);
        return ids.Count;
    }

    // Related articles are found by the search.
    private async Task AnnounceAsync(NewsDbContext db, IEnumerable<Article> articles, CancellationToken ct)
    {
        db.PublicationEvents.Add(new PublicationEvent(PublicationEventKind.SiteChanged, [.. articles.SelectMany(DependencyTags.Of).Distinct()], clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }
}
