using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Sitemaps;

/// <summary>Reads what stands in each sitemap, row by row: however many there are, one at a time is in memory.</summary>
public sealed class SitemapReader(PublishedNews news, SitemapLimits limits, RequestInstant now)
{
    public const string Pages = "pages.xml";
    public const string Tags = "tags.xml";
    public const string Authors = "authors.xml";

    /// <summary>How long an article stands in the sitemap of the news.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    /// <param name="file">Name of the sitemap, as it came in.</param>
    /// <param name="after">The last place of the sitemap before, as it came in; null for the first of its kind.</param>
    /// <returns>Null when nothing can have that address; without entries, nothing has it now.</returns>
    public IAsyncEnumerable<SitemapEntry>? Find(string file, string? after, SiteView site) => file switch
    {
        Pages => after is null ? PagesOf(site) : null,
        Tags => Id(after) is { } id ? TagsAfter(id).Take(limits.Urls).Select(tag => tag.Slug).AsAsyncEnumerable().Select(slug => new SitemapEntry(SiteUrls.Tag(slug.Value))) : null,
        Authors => Id(after) is { } id ? AuthorsAfter(id).Take(limits.Urls).Select(author => author.Slug).AsAsyncEnumerable().Select(slug => new SitemapEntry(SiteUrls.Author(slug.Value))) : null,
        _ => SitemapMonth.Find(file, site) is { } month ? Month(month, after) : null,
    };

    /// <summary>The newest articles of the last two days, newest first.</summary>
    public IAsyncEnumerable<SitemapEntry> News(SiteView site) =>
        news.After(new PublishPosition(now.Utc - Recent, 0)).NewestFirst().Take(limits.News)
            .Select(article => new { Section = article.Section.Slug, article.Slug, article.Headline, article.Language, article.PublishedAt })
            .AsAsyncEnumerable()
            .Select(row => new SitemapEntry(SiteUrls.Article(row.Section.Value, row.Slug.Value))
            {
                News = new NewsEntry(XmlText.Of(site.Name), NewsLanguage.Of(row.Language ?? site.Language), XmlText.Of(row.Headline), row.PublishedAt!.Value),
            });

    /// <summary>Articles of a month after a place in it, oldest first.</summary>
    internal IQueryable<Article> In(SitemapMonth month, PublishPosition after) => news.Between(after, month.End).OldestFirst();

    /// <summary>Tags that a visible article has.</summary>
    /// <param name="id">Of the last one before.</param>
    internal IQueryable<Tag> TagsAfter(long id) =>
        news.Tags.Where(tag => tag.Id > id && news.Articles.SelectMany(article => article.Tags).Any(entry => entry.TagId == tag.Id)).OrderBy(tag => tag.Id);

    /// <summary>Authors of visible articles.</summary>
    /// <param name="id">Of the last one before.</param>
    internal IQueryable<Author> AuthorsAfter(long id) =>
        news.Authors.Where(author => author.Id > id && news.Articles.SelectMany(article => article.Byline).Any(entry => entry.AuthorId == author.Id)).OrderBy(author => author.Id);

    private IAsyncEnumerable<SitemapEntry>? Month(SitemapMonth month, string? after)
    {
        var from = after is null ? month.Start : PublishPosition.TryParse(after);
        return from is not { } place || !month.Holds(place) ? null
            : In(month, place).Take(limits.Urls)
                .Select(article => new { Section = article.Section.Slug, article.Slug, article.PublishedAt, article.UpdatedAt })
                .AsAsyncEnumerable()
                .Select(row => new SitemapEntry(SiteUrls.Article(row.Section.Value, row.Slug.Value), row.UpdatedAt > row.PublishedAt ? row.UpdatedAt : row.PublishedAt));
    }

    private static IAsyncEnumerable<SitemapEntry> PagesOf(SiteView site) =>
        site.Sections.Select(section => section.Url).Concat(site.Pages.Select(page => page.Url)).Prepend(SiteUrls.Front).Select(path => new SitemapEntry(path)).ToAsyncEnumerable();

    private static long? Id(string? after) =>
        after is null ? 0 : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
