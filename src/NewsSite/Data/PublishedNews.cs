using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data.Search;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Media;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Data;

/// <summary>All that reader-facing features may query: no drafts, nothing before its time, no writes.</summary>
public sealed class PublishedNews(NewsDbContext db, RequestInstant now)
{
    /// <summary>Every article that readers may see at this request's instant.</summary>
    public IQueryable<Article> Articles => VisibleAt(now.Utc);

    /// <summary>Those of <paramref name="ids"/> that are visible.</summary>
    public IQueryable<Article> ById(IReadOnlyCollection<long> ids) => Sought.Where(article => ids.Contains(article.Id));

    /// <summary>Those that are visible of an article and its translations.</summary>
    /// <param name="originalId">Of the article that is translated.</param>
    public IQueryable<Article> InAnyLanguage(long originalId) => Sought.Where(article => article.Id == originalId || article.TranslationOfId == originalId);

    /// <summary>The visible parts of a series.</summary>
    public IQueryable<Article> InSeries(string name) => Sought.Where(article => article.Series == name);

    /// <summary>Visible articles before <paramref name="place"/> in the publish order.</summary>
    /// <remarks>One upper bound, never two: given both, SQLite may seek by the wrong one and walk the rest.</remarks>
    public IQueryable<Article> Before(PublishPosition place) =>
        place.At <= now.Utc ? Published.Before(place) : Articles;

    /// <summary>Visible articles after <paramref name="place"/> in the publish order.</summary>
    public IQueryable<Article> After(PublishPosition place) => Articles.After(place);

    /// <summary>Finds them by their words, and by what they are filed under, newest first at any size of archive.</summary>
    public ArticleSearch Search => new(db, now);

    /// <summary>Visible articles after one place in the publish order and before another; by one upper bound, as <see cref="Before"/>.</summary>
    public IQueryable<Article> Between(PublishPosition after, PublishPosition before) => Before(before).After(after);

    /// <summary>Whether something that readers may see shows a picture: an article, its author, a page or the site's name.</summary>
    /// <param name="file">Name in the media folder.</param>
    /// <remarks>Nearly always answered by the first question, which seeks an index.</remarks>
    public async Task<bool> ShowsAsync(string file, CancellationToken ct) =>
        await db.Set<PictureUse>().AnyAsync(use => use.File == file && Articles.Any(article => article.Id == use.ArticleId), ct)
        || await Authors.AnyAsync(author => author.Portrait == file && Articles.Any(article => article.Byline.Any(entry => entry.AuthorId == author.Id)), ct)
        || await Site.AnyAsync(site => site.Logo == file, ct)
        || await ContentPages.AnyAsync(page => page.Html.Contains(file), ct);

    /// <summary>What was withheld for good; of each, readers are told that much.</summary>
    public IQueryable<Article> Retracted => db.Articles.AsNoTracking().Where(article => article.Status == ArticleStatus.Retracted);

    /// <summary>Every article that readers have seen: those that they see, retracted ones, and those taken back to draft.</summary>
    public IQueryable<Article> Seen => db.Articles.AsNoTracking().Where(article =>
        article.Status == ArticleStatus.Retracted || article.WithdrawnAt != null || (article.Status == ArticleStatus.Published && article.PublishedAt <= now.Utc));

    public IQueryable<Section> Sections => db.Sections.AsNoTracking();

    public IQueryable<Tag> Tags => db.Tags.AsNoTracking();

    /// <summary>Tags of articles that readers can see.</summary>
    public IQueryable<Tag> TagsInUse => Tags.Where(tag => db.Set<ArticleTag>().Any(entry => entry.TagId == tag.Id && Articles.Any(article => article.Id == entry.ArticleId)));

    /// <summary>Authors of articles that readers can see.</summary>
    public IQueryable<Author> AuthorsInPrint => Authors.Where(author => db.Set<BylineEntry>().Any(entry => entry.AuthorId == author.Id && Articles.Any(article => article.Id == entry.ArticleId)));

    public IQueryable<Author> Authors => db.Authors.AsNoTracking();

    /// <summary>Addresses that sections, tags, authors and articles had once.</summary>
    public IQueryable<FormerSlug> FormerSlugs => db.FormerSlugs.AsNoTracking();

    public IQueryable<ContentPage> ContentPages => db.ContentPages.AsNoTracking();

    /// <summary>What is known of the library's pictures; whether readers may have one, <see cref="ShowsAsync"/> says.</summary>
    public IQueryable<Asset> Assets => db.Assets.AsNoTracking();

    public IQueryable<SiteProfile> Site => db.SiteProfiles.AsNoTracking();

    /// <summary>What editors put on the front page, as it went out last; null while nothing did. It may name articles that readers may not see.</summary>
    public Task<FrontArrangement?> FrontAsync(CancellationToken ct) =>
        db.FrontArrangements.AsNoTracking().Where(front => front.IsOut).OrderByDescending(front => front.Id).FirstOrDefaultAsync(ct);

    /// <summary>How many visible articles each of <paramref name="spans"/> holds, in their order: one statement, each count from the index of the publish order alone.</summary>
    public IQueryable<int> CountsIn(IEnumerable<PublishSpan> spans)
    {
        // One upper bound: given both, SQLite may seek by the wrong one.
        var end = now.Utc.AddMilliseconds(1);
        var bounds = JsonSerializer.Serialize(spans.Select(span => new[] { Stored(span.Start), Stored(span.End < end ? span.End : end) }));
        return db.Database.SqlQuery<int>(
            $"""
            SELECT (SELECT COUNT(*) FROM Articles WHERE Status = 'Published' AND PublishedAt >= span.value ->> 0 AND PublishedAt < span.value ->> 1) AS "Value"
            FROM json_each({bounds}) AS span ORDER BY span.key
            """);
    }

    /// <summary>When readers last saw something change in the articles or on the front page; null while nothing has.</summary>
    /// <remarks>What befell an article that they have never seen is none of it.</remarks>
    public Task<DateTimeOffset?> ChangedAtAsync(CancellationToken ct) =>
        db.PublicationEvents.AsNoTracking()
            .Where(change => change.DueAt <= now.Utc && (change.ArticleId == null || Seen.Any(article => article.Id == change.ArticleId)))
            .OrderByDescending(change => change.DueAt).Select(change => (DateTimeOffset?)change.DueAt).FirstOrDefaultAsync(ct);

    /// <summary>When the next scheduled article appears; null when none is waiting.</summary>
    public Task<DateTimeOffset?> NextDueAtAsync(CancellationToken ct) =>
        Published.Where(article => article.PublishedAt > now.Utc).MinAsync(article => article.PublishedAt, ct);

    // As the database writes an instant: without the zeros at its end.
    private static string Stored(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    // For what is sought by something else: asked for status and time one by one, SQLite walks the whole publish order to find a few articles in it.
    private IQueryable<Article> Sought => db.Articles.AsNoTracking().Where(article => (article.Status == ArticleStatus.Published ? article.PublishedAt : null) <= now.Utc);

    private IQueryable<Article> Published =>
        db.Articles.AsNoTracking().Where(article => article.Status == ArticleStatus.Published);

    private IQueryable<Article> VisibleAt(DateTimeOffset instant) => Published.Where(article => article.PublishedAt <= instant);
}
