using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Hosting;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom.Checks;

/// <summary>Finds links to this site that lead readers nowhere. Other sites are never asked. At most six queries, however many links.</summary>
public sealed class LinkCheck(NewsDbContext db, IOptions<NewsSiteOptions> options, TimeProvider clock)
{
    /// <summary>Links to this site that are followed; a text with more is told so.</summary>
    public const int MaxLinks = 200;

    /// <param name="member">Who is told: an article that they may not know of does not exist for them. Null: all do.</param>
    public async Task<IReadOnlyList<CheckItem>> RunAsync(BodyParts parts, StaffMember? member, CancellationToken ct)
    {
        var own = parts.Links.Select(href => OwnLink.Of(href, options.Value.BaseUrl)).OfType<OwnLink>().ToList();
        var known = await KnownAsync(own.Take(MaxLinks).ToList(), member is null ? db.Articles : NotedBy(member), ct);
        var dead = own.Take(MaxLinks)
            .Select(link => known.Complaint(link, parts.Ids) is { } why ? Item(false, $"The link to {link.Href} {why}.") : null)
            .OfType<CheckItem>().ToList();
        if (own.Count > MaxLinks)
            dead.Add(new CheckItem("links", false, false, $"The text has {own.Count} links to this site; only the first {MaxLinks} were followed.", nameof(ArticleForm.Body)));
        return dead.Count > 0 ? dead : [Item(true, own.Count == 0 ? "The text has no links to this site." : "Each link to this site leads somewhere.")];
    }

    // Readers are told of a retracted article at its address, so it is no secret.
    private IQueryable<Article> NotedBy(StaffMember member)
    {
        var known = db.Articles.KnownTo(member, clock.GetUtcNow());
        return db.Articles.Where(article => article.Status == ArticleStatus.Retracted || known.Any(each => each.Id == article.Id));
    }

    private static CheckItem Item(bool passed, string words) => new("links", true, passed, words, nameof(ArticleForm.Body));

    private async Task<KnownPlaces> KnownAsync(List<OwnLink> links, IQueryable<Article> visible, CancellationToken ct)
    {
        List<Slug> Of(PlaceKind kind) => [.. links.Where(link => link.Kind == kind).Select(link => link.Slug).OfType<Slug>().Distinct()];
        var (sections, articles, tags, authors, pages) = (Of(PlaceKind.Section), Of(PlaceKind.Article), Of(PlaceKind.Tag), Of(PlaceKind.Author), Of(PlaceKind.Page));
        var names = sections.Concat(tags).Concat(authors).Concat(articles).ToList();
        var former = names.Count == 0 ? [] : await db.FormerSlugs.AsNoTracking().Where(slug => names.Contains(slug.Slug)).ToListAsync(ct);
        var moved = former.Where(slug => slug.Owner == SlugOwner.Article).Select(slug => slug.TargetId).ToList();
        return new KnownPlaces(clock.GetUtcNow())
        {
            Sections = sections.Count == 0 ? [] : await db.Sections.Where(section => sections.Contains(section.Slug)).Select(section => section.Slug).ToListAsync(ct),
            Tags = tags.Count == 0 ? [] : await db.Tags.Where(tag => tags.Contains(tag.Slug)).Select(tag => tag.Slug).ToListAsync(ct),
            Authors = authors.Count == 0 ? [] : await db.Authors.Where(author => authors.Contains(author.Slug)).Select(author => author.Slug).ToListAsync(ct),
            Pages = pages.Count == 0 ? [] : await db.ContentPages.Where(page => pages.Contains(page.Slug)).Select(page => page.Slug).ToListAsync(ct),
            Former = former,
            Articles = articles.Count == 0 ? [] : await visible.Where(article => articles.Contains(article.Slug) || moved.Contains(article.Id))
                .Select(article => new ArticlePlace(article.Id, article.Slug, article.Status, article.PublishedAt)).ToListAsync(ct),
        };
    }
}

internal sealed record ArticlePlace(long Id, Slug Slug, ArticleStatus Status, DateTimeOffset? PublishedAt);

/// <summary>What stands at the addresses that a text links to.</summary>
internal sealed class KnownPlaces(DateTimeOffset now)
{
    public required IReadOnlyCollection<Slug> Sections { get; init; }

    public required IReadOnlyCollection<Slug> Tags { get; init; }

    public required IReadOnlyCollection<Slug> Authors { get; init; }

    public required IReadOnlyCollection<Slug> Pages { get; init; }

    public required IReadOnlyCollection<FormerSlug> Former { get; init; }

    public required IReadOnlyCollection<ArticlePlace> Articles { get; init; }

    /// <returns>Null when readers arrive somewhere; else the end of a sentence that begins with the link.</returns>
    public string? Complaint(OwnLink link, IReadOnlySet<string> ids) => link.Kind switch
    {
        PlaceKind.Fixed => null,
        PlaceKind.Staff => "leads to the newsroom, which readers cannot enter",
        PlaceKind.Fragment => ids.Contains(link.Fragment) ? null : "names a place that this text does not have",
        PlaceKind.Section => Has(Sections, link, SlugOwner.Section) ? null : "leads to a section that does not exist",
        PlaceKind.Tag => Has(Tags, link, SlugOwner.Tag) ? null : "leads to a tag that does not exist",
        PlaceKind.Author => Has(Authors, link, SlugOwner.Author) ? null : "leads to an author who does not exist",
        PlaceKind.Page => link.Slug is { } page && Pages.Contains(page) ? null : "leads to a page that does not exist",
        PlaceKind.Article => ArticleComplaint(link),
        _ => "leads nowhere",
    };

    private bool Has(IReadOnlyCollection<Slug> present, OwnLink link, SlugOwner owner) =>
        link.Slug is { } slug && (present.Contains(slug) || Former.Any(former => former.Owner == owner && former.Slug == slug));

    // What readers find at an address comes before what was there once.
    private ArticlePlace? PlaceOf(OwnLink link)
    {
        var here = Articles.FirstOrDefault(article => article.Slug == link.Slug);
        if (here is { Status: ArticleStatus.Retracted } || (here is { Status: ArticleStatus.Published } && here.PublishedAt <= now)) return here;
        var former = Former.FirstOrDefault(slug => slug.Owner == SlugOwner.Article && slug.Slug == link.Slug);
        return Articles.FirstOrDefault(article => article.Id == former?.TargetId) ?? here;
    }

    private string? ArticleComplaint(OwnLink link) =>
        PlaceOf(link) is not { } place ? "leads to an article that does not exist"
        : place.Status is ArticleStatus.Retracted ? "leads to an article that was retracted"
        : place.Status is not ArticleStatus.Published ? "leads to an article that is not published"
        : place.PublishedAt > now ? "leads to an article that is only scheduled"
        : null;
}
