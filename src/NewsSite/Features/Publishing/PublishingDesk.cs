using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Markup;

namespace NewsSite.Features.Publishing;

/// <summary>The one way in which what readers see is changed. Each method is one transaction.</summary>
public sealed partial class PublishingDesk(NewsDbContext db, SearchIndex search, AddressTrail addresses, TimeProvider clock, ILogger<PublishingDesk> log)
{
    public async Task<Article> DraftAsync(ArticleCopy copy, CancellationToken ct)
    {
        var article = Article.Draft(copy);
        db.Articles.Add(article);
        await db.SaveChangesAsync(ct);
        return article;
    }

    /// <summary>Takes a step that readers do not see: to review, back, approved.</summary>
    /// <param name="take">Takes the step on the article.</param>
    /// <param name="note">What the person said about it.</param>
    /// <returns>The outcome, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public async Task<StepOutcome?> MoveAsync(long articleId, Func<Article, StepOutcome> take, AuditAction action, Actor by, string? note, CancellationToken ct)
    {
        if (await FindAsync(articleId, ct) is not { } article) return null;

        var outcome = take(article);
        if (outcome is not StepOutcome.Done) return outcome;
        Record(article, action, by, note);
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    /// <summary>Publishes at a local time that somebody set; at once when they set none, or when it has passed.</summary>
    /// <returns>The outcome, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public Task<StepOutcome?> PublishAsync(long articleId, WallTime? wall, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return wall?.ToInstant() is { } at && at > now ? PublishAsync(articleId, at, by, ct, wall) : PublishAsync(articleId, now, by, ct);
    }

    /// <summary>Publishes at once, or schedules when <paramref name="at"/> is in the future.</summary>
    /// <returns>The outcome, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public async Task<StepOutcome?> PublishAsync(long articleId, DateTimeOffset at, Actor by, CancellationToken ct, WallTime? wall = null)
    {
        if (await FindAsync(articleId, ct) is not { } article) return null;

        var now = clock.GetUtcNow();
        var before = article.PublishedAt is null ? [] : await TouchedAsync(article, ct);
        var outcome = article.Publish(at, now, wall);
        if (outcome is not StepOutcome.Done) return outcome;

        Record(article, article.PublishedAt > now ? AuditAction.Scheduled : AuditAction.Published, by, wall?.ToString());
        await AnnounceAsync(article, PublicationEventKind.Published, [.. before, .. await ArriveAsync(article, by, now, ct)], ct);
        return outcome;
    }

    /// <summary>Takes an article from readers; an address that they have seen then answers 410.</summary>
    /// <returns>The outcome, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public Task<StepOutcome?> UnpublishAsync(long articleId, Actor by, string? note, CancellationToken ct) =>
        TakeAwayAsync(articleId, article => article.Unpublish(clock.GetUtcNow()), PublicationEventKind.Unpublished, AuditAction.Unpublished, by, note, ct);

    /// <summary>Withholds an article for good; <paramref name="notice"/> stays at its address.</summary>
    /// <returns>The outcome, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public Task<StepOutcome?> RetractAsync(long articleId, string notice, Actor by, CancellationToken ct) =>
        TakeAwayAsync(articleId, article => article.Retract(notice, clock.GetUtcNow()), PublicationEventKind.Retracted, AuditAction.Retracted, by, notice, ct);

    private async Task<StepOutcome?> TakeAwayAsync(
        long articleId, Func<Article, StepOutcome> take, PublicationEventKind kind, AuditAction action, Actor by, string? note, CancellationToken ct)
    {
        if (await FindAsync(articleId, ct) is not { } article) return null;

        var touched = await TouchedAsync(article, ct);
        var outcome = take(article);
        if (outcome is not StepOutcome.Done) return outcome;

        Record(article, action, by, note);
        // They ended when it came out, and taking it back does not revive them.
        db.PreviewLinks.RemoveRange(await db.PreviewLinks.Where(link => link.ArticleId == articleId && link.EndsWhenPublished && article.PublishedAt != null).ToListAsync(ct));
        if (article.WithdrawnAt is not null) await addresses.LeaveAsync(article.Slug, article.Id, ct);
        await AnnounceAsync(article, kind, touched, ct);
        return outcome;
    }

    /// <summary>Replaces the copy of an article; one that readers can see changes for them at once, and an address that it leaves leads them on.</summary>
    /// <returns>The article, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public async Task<Article?> ReviseAsync(long articleId, ArticleCopy copy, Actor by, CancellationToken ct)
    {
        if (await FindAsync(articleId, ct) is not { } article) return null;

        var (before, left, now) = (DependencyTags.Of(article).ToList(), article.Slug, clock.GetUtcNow());
        article.Revise(copy);
        if (by.AccountId is not null) article.Touch(by, now);
        if (article.Slug != left) before.AddRange(await MoveAsync(article, left, by, now, ct));
        if (article.Status is ArticleStatus.Published)
        {
            Record(article, AuditAction.Revised, by, article.Slug == left ? null : $"Address: from “{left}” to “{article.Slug}”.");
            await AnnounceAsync(article, PublicationEventKind.Revised, before, ct);
        }
        else
        {
            await db.SaveChangesAsync(ct);
        }

        return article;
    }

    /// <summary>Gives an article another section or other tags; its text, its summary and its place stay as they are. Its slug does too, so old addresses lead on.</summary>
    /// <param name="section">May be the one that it has.</param>
    /// <param name="tags">All that it is to have, in order.</param>
    /// <returns>The article, or null when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public async Task<Article?> RefileAsync(long articleId, Section section, IReadOnlyList<Tag> tags, Actor by, CancellationToken ct)
    {
        if (await FindAsync(articleId, ct) is not { } article) return null;

        var (before, detail) = (DependencyTags.Of(article).ToList(), RefilingDetail.Of(article, section, tags));
        article.Refile(section, tags);
        article.Touch(by, clock.GetUtcNow());
        db.Entry(article).Property(each => each.EditedAt).IsModified = true; // tags are rows of their own, and must raise the version too
        Record(article, AuditAction.Refiled, by, detail);
        if (article.Status is ArticleStatus.Published) await AnnounceAsync(article, PublicationEventKind.Revised, before, ct);
        else await db.SaveChangesAsync(ct);
        return article;
    }

    /// <summary>Gives an article another summary; its text stays as it is.</summary>
    /// <param name="html">The body's HTML with the summary's sources marked.</param>
    /// <param name="by">Null when nobody decided it: the site makes picked summaries anew by itself.</param>
    /// <returns>False when no such article exists.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the article first.</exception>
    public async Task<bool> SummarizeAsync(long articleId, ArticleSummary? summary, string html, Actor? by, CancellationToken ct)
    {
        if (await FindAsync(articleId, ct) is not { } article) return false;

        article.Summarize(summary, html);
        if (by is not null) Record(article, AuditAction.Summarized, by, summary?.Editor);
        if (article.Status is ArticleStatus.Published) await AnnounceAsync(article, PublicationEventKind.Revised, [], ct);
        else await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<IReadOnlyList<string>> MoveAsync(Article article, Slug left, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (article.HasReaders(now)) await addresses.LeaveAsync(left, article.Id, ct);
        return article.Status is ArticleStatus.Published or ArticleStatus.Retracted ? await ArriveAsync(article, by, now, ct) : [];
    }

    // Somebody said when the address was filed that old links shall come here. Others may not know of an article that is not public.
    private async Task<IReadOnlyList<string>> ArriveAsync(Article article, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (await addresses.ArriveAsync(article, now, ct) is not { } other) return [];
        Record(article, AuditAction.AddressTaken, by, $"Old links to “{article.Slug}” led to {(other.HasReaders(now) ? $"“{other.Headline}”" : "an article that is not public")}.");
        return [DependencyTags.Article(other.Id)];
    }

    private async Task AnnounceAsync(Article article, PublicationEventKind kind, IReadOnlyList<string> alsoTouched, CancellationToken ct)
    {
        // A caller that does more in the same breath brings its own transaction.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var filedAt = db.Entry(article).Property(each => each.PublishedAt).OriginalValue;
        await db.SaveChangesAsync(ct);
        await search.RemoveAsync(filedAt, article.Id, ct);
        if (article.Status is ArticleStatus.Published) await search.AddAsync([SearchRow.Of(article.Id, article, HtmlText.Of(article.Body.Html))], ct);
        var tags = (await TouchedAsync(article, ct)).Concat(alsoTouched);
        db.PublicationEvents.Add(new PublicationEvent(kind, article, [.. tags.Distinct()], clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
        LogAnnounced(kind, article.Id, article.Slug.Value);
    }

    private async Task<IReadOnlyList<string>> TouchedAsync(Article article, CancellationToken ct) =>
        [.. DependencyTags.Of(article), .. article.PublishedAt is { } at ? await NeighboursAsync(new PublishPosition(at, article.Id), ct) : []];

    private void Record(Article article, AuditAction action, Actor by, string? note) =>
        db.AuditLog.Add(new AuditEntry(by, action, article.Headline, clock.GetUtcNow()) { ArticleId = article.Id, SectionId = article.Section.Id, Detail = note });

    // The neighbours' pages show this article's headline as their Next and Previous.
    private async Task<IEnumerable<string>> NeighboursAsync(PublishPosition place, CancellationToken ct)
    {
        var published = db.Articles.Where(other => other.Status == ArticleStatus.Published);
        var older = await published.Before(place).NewestFirst().Select(other => other.Id).Take(1).ToListAsync(ct);
        var newer = await published.After(place).OldestFirst().Select(other => other.Id).Take(1).ToListAsync(ct);
        return older.Concat(newer).Select(DependencyTags.Article);
    }

    private Task<Article?> FindAsync(long id, CancellationToken ct) =>
        db.Articles
            .Include(article => article.Section).Include(article => article.Body).Include(article => article.Summary).Include(article => article.Pictures)
            .Include(article => article.Byline).ThenInclude(entry => entry.Author)
            .Include(article => article.Tags).ThenInclude(entry => entry.Tag)
            .AsSplitQuery()
            .SingleOrDefaultAsync(article => article.Id == id, ct);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Kind} article {Id}, {Slug}")]
    private partial void LogAnnounced(PublicationEventKind kind, long id, string slug);
}
