using System.Data.Common;
using NewsSite.Domain.Site;
using NewsSite.Features.Shared;
using NewsSite.Hosting;

namespace NewsSite.Features.Crawlers;

/// <summary>Knows what crawlers are told, even while the database does not answer: a robots.txt that fails is read as “stay out”, of the whole site.</summary>
public sealed class CrawlerRules(SiteDirectory directory, AbsoluteUrls absolute)
{
    private volatile CrawlerView last = new(CrawlerPolicy.Default, null, IsSample: false);

    /// <returns>What is kept; while it cannot be read, what was known last.</returns>
    public async Task<CrawlerView> GetAsync(CancellationToken ct)
    {
        try
        {
            return last = Of(await directory.GetAsync(ct));
        }
        catch (DbException)
        {
            return last with { IsCurrent = false };
        }
    }

    private CrawlerView Of(SiteView site) =>
        new(site.Crawlers, site.CrawlerPage is { } page ? absolute.Of(page.Url) : null, site.IsSample);
}
