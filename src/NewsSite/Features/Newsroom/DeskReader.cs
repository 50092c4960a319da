using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Counts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom;

/// <summary>Lays out the desk: the articles that somebody may work on, in piles.</summary>
/// <remarks>Every query ends at a page or at <see cref="MostCounted"/> rows and starts from an index, whatever the size of the archive.</remarks>
public sealed class DeskReader(NewsDbContext db, CountReader reads, CurrentSite site, TimeProvider clock)
{
    public const int PageSize = 50;
    public const int MostCounted = 100;
    public const int RecentDays = 30;
    public const int MaxWordsLength = 100;

    private static readonly ArticleStatus[] NotToReview = [ArticleStatus.Draft, ArticleStatus.Approved, ArticleStatus.Retracted, ArticleStatus.Binned];
    private static readonly ArticleStatus[] NotPublished = [.. NotToReview, ArticleStatus.InReview];

    public async Task<DeskView> ReadAsync(DeskQuery query, StaffMember member, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var theirs = In(query.Section, Articles.OpenTo(member));
        var rows = await RowsAsync(query, theirs, member, now, ct);
        var counts = new Dictionary<DeskPile, int>();
        foreach (var pile in Enum.GetValues<DeskPile>())
            counts[pile] = await InOrder(pile, On(pile, theirs, member, now)).Take(MostCounted).CountAsync(ct);

        var more = rows.Count > PageSize;
        return new DeskView([.. rows.Take(PageSize)], counts, await SectionsAsync(member, ct), more ? MarkOf(rows[PageSize - 1], query) : null, now)
        {
            Reads = await reads.OfArticlesAsync([.. rows.Take(PageSize).Where(row => row.IsLive(now)).Select(row => row.Id)], ct),
            SiteReads = query.Pile is DeskPile.Published && string.IsNullOrWhiteSpace(query.Words) ? await reads.OfSiteAsync(ct) : null,
        };
    }

    private async Task<List<DeskRow>> RowsAsync(DeskQuery query, IQueryable<Article> theirs, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(query.Words)) return await Project(After(theirs.Where(article => (article.Status == ArticleStatus.Binned) == (query.Pile == DeskPile.Bin)).Headlined(query.Words), query.Before).OrderByDescending(article => article.Id), ct);

        var pile = On(query.Pile, theirs, member, now);
        var rest = query.Pile switch
        {
            DeskPile.Scheduled => Later(pile, query.Before),
            DeskPile.Published => Earlier(pile, query.Before),
            DeskPile.Stale => After(pile, query.Before),
            _ => Older(pile, query.Before),
        };
        return await Project(InOrder(query.Pile, rest), ct);
    }

    private static IOrderedQueryable<Article> InOrder(DeskPile pile, IQueryable<Article> articles) => pile switch
    {
        DeskPile.Scheduled => articles.OrderBy(article => article.PublishedAt).ThenBy(article => article.Id),
        DeskPile.Published => articles.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id),
        DeskPile.Stale => articles.OrderByDescending(article => article.Id),
        _ => articles.OrderByDescending(article => article.EditedAt).ThenByDescending(article => article.Id),
    };

    // Of few stale ones to their articles, not of all articles to their summaries.
    private IQueryable<long> StaleIds => db.Set<ArticleSummary>().Where(summary => summary.IsStale).Select(summary => summary.ArticleId);

    // Likewise of few changes to their articles: asked for by a status, the archive would be read to its end.
    private IQueryable<long> ChangedIds => db.WorkingCopies.Select(copy => copy.ArticleId);

    private IQueryable<long> InReviewIds => db.Articles.Where(article => article.Status == ArticleStatus.InReview).Select(article => article.Id)
        .Concat(db.WorkingCopies.Where(copy => copy.Status == ChangeStatus.InReview).Select(copy => copy.ArticleId));

    private IQueryable<Article> Articles => db.Articles.AsNoTracking();

    private static IQueryable<Article> In(long? section, IQueryable<Article> articles) =>
        section is { } id ? articles.Where(article => article.SectionId == id) : articles;

    private IQueryable<Article> On(DeskPile pile, IQueryable<Article> articles, StaffMember member, DateTimeOffset now) => pile switch
    {
        DeskPile.Mine => articles.Where(article => article.OwnerId == member.Id && article.Status == ArticleStatus.Draft),
        DeskPile.Review => articles.Where(article => InReviewIds.Contains(article.Id) && !NotToReview.Contains(article.Status)),
        DeskPile.Changed => articles.Where(article => ChangedIds.Contains(article.Id) && !NotPublished.Contains(article.Status)),
        DeskPile.Scheduled => articles.Where(article => article.Status == ArticleStatus.Published && article.PublishedAt > now),
        DeskPile.Published => articles.Where(article =>
            article.Status == ArticleStatus.Published && article.PublishedAt <= now && article.PublishedAt > now.AddDays(-RecentDays)),
        DeskPile.Stale => articles.Where(article => StaleIds.Contains(article.Id) && article.Status != ArticleStatus.Retracted && article.Status != ArticleStatus.Binned),
        DeskPile.Bin => articles.Where(article => article.Status == ArticleStatus.Binned),
        _ => articles.Where(article => article.Status == ArticleStatus.Draft || article.Status == ArticleStatus.InReview || article.Status == ArticleStatus.Approved),
    };

    private static IQueryable<Article> After(IQueryable<Article> articles, DeskMark? mark) =>
        mark is null ? articles : articles.Where(article => article.Id < mark.Id);

    private static IQueryable<Article> Older(IQueryable<Article> articles, DeskMark? mark) =>
        mark is null ? articles
        : mark.At is not { } at ? articles.Where(article => article.EditedAt == null && article.Id < mark.Id)
        : articles.Where(article => article.EditedAt < at || (article.EditedAt == at && article.Id < mark.Id) || article.EditedAt == null);

    private static IQueryable<Article> Earlier(IQueryable<Article> articles, DeskMark? mark) =>
        mark?.At is { } at ? articles.Where(article => article.PublishedAt <= at && (article.PublishedAt < at || article.Id < mark.Id)) : articles;

    private static IQueryable<Article> Later(IQueryable<Article> articles, DeskMark? mark) =>
        mark?.At is { } at ? articles.Where(article => article.PublishedAt >= at && (article.PublishedAt > at || article.Id > mark.Id)) : articles;

    private static DeskMark MarkOf(DeskRow last, DeskQuery query) =>
        new(string.IsNullOrWhiteSpace(query.Words) && query.Pile is DeskPile.Scheduled or DeskPile.Published ? last.PublishedAt : last.ChangedAt, last.Id);

    private Task<List<DeskRow>> Project(IQueryable<Article> articles, CancellationToken ct) => articles
        .Take(PageSize + 1)
        .Select(article => new DeskRow(
            article.Id,
            article.Headline,
            article.Status,
            article.PublishedAt,
            article.WithdrawnAt != null,
            article.EmbargoedUntil,
            site.View.SectionOf(article.Section.Slug.Value, article.Section.Name),
            article.Byline.OrderBy(entry => entry.Position).Select(entry => entry.Author.Name).ToList(),
            article.EditedAt,
            article.EditedBy,
            article.Words,
            article.Summary != null && article.Summary.IsStale,
            article.Status != ArticleStatus.Published ? null : db.WorkingCopies.Where(copy => copy.ArticleId == article.Id).Select(copy => (ChangeStatus?)copy.Status).FirstOrDefault()))
        .AsSplitQuery() // joined to all bylines at once, SQLite would sort the whole archive's
        .ToListAsync(ct);

    private Task<List<SectionChoice>> SectionsAsync(StaffMember member, CancellationToken ct) =>
        db.Sections.Where(section => member.Role != StaffRole.Editor || member.Sections.Contains(section.Id))
            .OrderBy(section => section.Position).Select(section => new SectionChoice(section.Id, section.Name)).ToListAsync(ct);
}
