using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>Reads articles as the arranging of the front page shows them.</summary>
public sealed class FrontLines(NewsDbContext db, CurrentSite site)
{
    /// <summary>What readers can see, newest first.</summary>
    /// <param name="words">To be found in headlines.</param>
    public Task<List<FrontLine>> PublishedAsync(string? words, int count, DateTimeOffset now, CancellationToken ct) =>
        ReadAsync(Found(db.Articles.Where(article => article.Status == ArticleStatus.Published && article.PublishedAt <= now), words).NewestFirst().Take(count), ct);

    /// <summary>What is scheduled and theirs to know of, soonest first.</summary>
    public Task<List<FrontLine>> ScheduledAsync(StaffMember member, string? words, int count, DateTimeOffset now, CancellationToken ct) =>
        ReadAsync(Found(db.Articles.OpenTo(member).Where(article => article.Status == ArticleStatus.Published && article.PublishedAt > now), words).OldestFirst().Take(count), ct);

    /// <summary>The articles that arrangements name, as far as a member may know of them.</summary>
    public async Task<FrontNames> NamesAsync(IEnumerable<FrontArrangement> fronts, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        var ids = fronts.SelectMany(front => front.ArticleIds).Distinct().ToList();
        return await NamesAsync(ids, member, now, ct);
    }

    public async Task<FrontNames> NamesAsync(IReadOnlyCollection<long> ids, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        if (ids.Count == 0) return new FrontNames([], []);
        var known = await ReadAsync(db.Articles.KnownTo(member, now).Where(article => ids.Contains(article.Id)), ct);
        var there = await db.Articles.Where(article => ids.Contains(article.Id)).Select(article => article.Id).ToListAsync(ct);
        return new FrontNames(known.ToDictionary(line => line.Id), [.. there]);
    }

    private static IQueryable<Article> Found(IQueryable<Article> articles, string? words) => string.IsNullOrWhiteSpace(words) ? articles : articles.Headlined(words);

    private async Task<List<FrontLine>> ReadAsync(IQueryable<Article> articles, CancellationToken ct)
    {
        var rows = await articles.AsNoTracking()
            .Select(article => new { article.Id, article.Headline, article.Slug, Section = article.Section.Slug, article.Section.Name, article.Status, article.PublishedAt, IsWithdrawn = article.WithdrawnAt != null, HasPicture = article.Picture != null })
            .ToListAsync(ct);
        return [.. rows.Select(row => new FrontLine(row.Id, row.Headline, row.Slug, site.View.SectionOf(row.Section.Value, row.Name), row.Status, row.PublishedAt)
        {
            IsWithdrawn = row.IsWithdrawn,
            HasPicture = row.HasPicture,
        })];
    }
}

/// <summary>An article as the arranging of the front page shows it.</summary>
public sealed record FrontLine(long Id, string Headline, Slug Slug, SectionLink Section, ArticleStatus Status, DateTimeOffset? PublishedAt)
{
    public bool IsWithdrawn { get; init; }

    public bool HasPicture { get; init; }

    public string Url => SiteUrls.Article(Section.Slug, Slug.Value);

    public bool IsOut(DateTimeOffset now) => Status is ArticleStatus.Published && PublishedAt <= now;

    public bool IsScheduled(DateTimeOffset now) => Status is ArticleStatus.Published && PublishedAt > now;

    public string StateAt(DateTimeOffset now) => StateWords.Of(Status, PublishedAt, IsWithdrawn, now);
}

/// <param name="Known">By id.</param>
/// <param name="There">Ids of all that exist, whoever may know of them.</param>
public sealed record FrontNames(Dictionary<long, FrontLine> Known, HashSet<long> There)
{
    public FrontLine? Of(long id) => Known.GetValueOrDefault(id);

    public string HeadlineOf(long id) => Of(id)?.Headline ?? (There.Contains(id) ? "An article of another section that is not public" : "An article that is gone");
}
