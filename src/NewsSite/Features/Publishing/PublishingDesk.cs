using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain.Articles;
using NewsSite.Markup;

namespace NewsSite.Features.Publishing;

/// <summary>The one way in which what readers see is changed. Each method is one transaction.</summary>
public sealed partial class PublishingDesk(NewsDbContext db, SearchIndex search, TimeProvider clock, ILogger<PublishingDesk> log)
{
    public async Task<Article> DraftAsync(ArticleCopy copy, CancellationToken ct)
    {
        var article = Article.Draft(copy);
        db.Articles.Add(article);
        await db.SaveChangesAsync(ct);
        return article;
    }

    /// <summary>Publishes at once, or schedules when <paramref name="at"/> is in the future.</summary>
    /// <returns>The outcome, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public async Task<PublishOutcome?> PublishAsync(long articleId, DateTimeOffset at, CancellationToken ct)
    {
        if (await FindAsync(articleId, ct) is not { } article) return null;

        var outcome = article.Publish(at, clock.GetUtcNow());
        if (outcome is PublishOutcome.Published) await AnnounceAsync(article, PublicationEventKind.Published, [], ct);
        return outcome;
    }

    /// <summary>Replaces the copy of an article; one that readers can see changes for them at once.</summary>
    /// <returns>The article, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public async Task<Article?> ReviseAsync(long articleId, ArticleCopy copy, CancellationToken ct)
    {
        if (await FindAsync(articleId, ct) is not { } article) return null;

        var before = DependencyTags.Of(article).ToList();
        article.Revise(copy);
        if (article.Status is ArticleStatus.Published) await AnnounceAsync(article, PublicationEventKind.Revised, before, ct);
        else await db.SaveChangesAsync(ct);
        return article;
    }

    /// <summary>Gives an article another summary; its text stays as it is.</summary>
    /// <param name="html">The body's HTML with the summary's sources marked.</param>
    /// <returns>False when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public async Task<bool> SummarizeAsync(long articleId, ArticleSummary? summary, string html, CancellationToken ct)
    {
        if (await FindAsync(articleId, ct) is not { } article) return false;

        article.Summarize(summary, html);
        if (article.Status is ArticleStatus.Published) await AnnounceAsync(article, PublicationEventKind.Revised, [], ct);
        else await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task AnnounceAsync(Article article, PublicationEventKind kind, IReadOnlyList<string> alsoTouched, CancellationToken ct)
    {
        // A caller that does more in the same breath brings its own transaction.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.SaveChangesAsync(ct);
        await search.PutAsync(RowOf(article), ct);
        var tags = DependencyTags.Of(article).Concat(alsoTouched).Concat(await NeighboursAsync(article, ct));
        db.PublicationEvents.Add(new PublicationEvent(kind, article, [.. tags.Distinct()], clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
        LogAnnounced(kind, article.Id, article.Slug.Value);
    }

    private static SearchRow RowOf(Article article) => new(article.Id, article.Headline, article.Standfirst, HtmlText.Of(article.Body.Html));

    // The neighbours' pages show this article's headline as their Next and Previous.
    private async Task<IEnumerable<string>> NeighboursAsync(Article article, CancellationToken ct)
    {
        var place = new PublishPosition(article.PublishedAt!.Value, article.Id);
        var published = db.Articles.Where(other => other.Status == ArticleStatus.Published);
        var older = await published.Before(place).NewestFirst().Select(other => other.Id).Take(1).ToListAsync(ct);
        var newer = await published.After(place).OldestFirst().Select(other => other.Id).Take(1).ToListAsync(ct);
        return older.Concat(newer).Select(DependencyTags.Article);
    }

    private Task<Article?> FindAsync(long id, CancellationToken ct) =>
        db.Articles
            .Include(article => article.Section).Include(article => article.Body).Include(article => article.Summary)
            .Include(article => article.Byline).ThenInclude(entry => entry.Author)
            .Include(article => article.Tags).ThenInclude(entry => entry.Tag)
            .AsSplitQuery()
            .SingleOrDefaultAsync(article => article.Id == id, ct);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Kind} article {Id}, {Slug}")]
    private partial void LogAnnounced(PublicationEventKind kind, long id, string slug);
}
