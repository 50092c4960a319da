using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Sitemaps;

/// <summary>Says which sitemaps there are: none that is empty, none that is too long.</summary>
/// <remarks>Months are found by seeks, from one to the next; a month's length is counted in the index of the publish order, and nowhere else.</remarks>
public sealed class SitemapIndexReader(PublishedNews news, SitemapReader sitemaps, SitemapLimits limits)
{
    public async IAsyncEnumerable<SitemapEntry> ReadAsync(SiteView site, [EnumeratorCancellation] CancellationToken ct = default)
    {
        yield return Entry(SitemapReader.Pages);
        await foreach (var after in PlacesAsync(id => sitemaps.TagsAfter(id).Select(tag => tag.Id), ct)) yield return Entry(SitemapReader.Tags, after);
        await foreach (var after in PlacesAsync(id => sitemaps.AuthorsAfter(id).Select(author => author.Id), ct)) yield return Entry(SitemapReader.Authors, after);
        for (var month = await NextAsync(news.Articles, site, ct); month is not null; month = await NextAsync(news.After(month.End), site, ct))
        {
            yield return Entry(month.File);
            for (var place = await LastOfFullAsync(month, month.Start, ct); place is { } last; place = await LastOfFullAsync(month, last, ct)) yield return Entry(month.File, last.ToString());
        }
    }

    private static async Task<SitemapMonth?> NextAsync(IQueryable<Article> articles, SiteView site, CancellationToken ct) =>
        await articles.OldestFirst().Select(article => article.PublishedAt).FirstOrDefaultAsync(ct) is { } at ? SitemapMonth.Of(at, site) : null;

    // Keyset everywhere else; here the number is what is asked for.
    private async Task<PublishPosition?> LastOfFullAsync(SitemapMonth month, PublishPosition after, CancellationToken ct) =>
        await sitemaps.In(month, after).Skip(limits.Urls - 1).Take(2).Select(article => new { article.PublishedAt, article.Id }).ToListAsync(ct) is [var last, _]
            ? new PublishPosition(last.PublishedAt!.Value, last.Id) : null;

    /// <returns>For each sitemap after what it comes: null for the first.</returns>
    private async IAsyncEnumerable<string?> PlacesAsync(Func<long, IQueryable<long>> idsAfter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        if (!await idsAfter(0).AnyAsync(ct)) yield break;
        yield return null;
        for (var last = 0L; await idsAfter(last).Skip(limits.Urls - 1).Take(2).ToListAsync(ct) is [var place, _]; last = place) yield return place.ToString(CultureInfo.InvariantCulture);
    }

    private static SitemapEntry Entry(string file, string? after = null) =>
        new(after is null ? SiteUrls.Sitemap(file) : QueryHelpers.AddQueryString(SiteUrls.Sitemap(file), "after", after));
}
