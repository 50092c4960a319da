using NewsSite.Domain.Articles;
using NewsSite.Features.Media;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Sitemaps;

/// <summary>Sends the sitemaps. A sample edition has them too, so that all can be looked at; only its robots.txt does not name them.</summary>
internal static class SitemapEndpoint
{
    public static void MapSitemaps(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(SiteUrls.SitemapIndex, MediaEndpoint.Methods, IndexAsync).WithName("SitemapIndex");
        routes.MapMethods(SiteUrls.NewsSitemap, MediaEndpoint.Methods, NewsAsync).WithName("NewsSitemap");
        routes.MapMethods(SiteUrls.Templates.Sitemap, MediaEndpoint.Methods, SitemapAsync).WithName("Sitemap");
    }

    private static async Task IndexAsync(HttpContext context, SitemapIndexReader index, SiteDirectory directory)
    {
        // All of them first: they are few, and a database that fails half-way must not leave half an index behind.
        Sources(context).Add(DependencyTags.Fronts);
        var entries = await index.ReadAsync(await directory.GetAsync(context.RequestAborted), context.RequestAborted).ToListAsync(context.RequestAborted);
        if (Begin(context)) await Writer(context).WriteIndexAsync(context.Response.Body, entries.ToAsyncEnumerable(), context.RequestAborted);
    }

    private static async Task NewsAsync(HttpContext context, SitemapReader sitemaps, SiteDirectory directory)
    {
        var entries = await sitemaps.News(await directory.GetAsync(context.RequestAborted)).ToListAsync(context.RequestAborted); // as above
        Sources(context).Add(DependencyTags.Fronts);
        if (entries is [.., { News: { } oldest }]) Sources(context).DifferFrom(oldest.PublishedAt + SitemapReader.Recent + TimeSpan.FromMilliseconds(1));
        if (Begin(context)) await Writer(context).WriteAsync(context.Response.Body, entries.ToAsyncEnumerable(), context.RequestAborted);
    }

    private static async Task SitemapAsync(HttpContext context, string sitemap, string? after, SitemapReader sitemaps, SiteDirectory directory)
    {
        var ct = context.RequestAborted;
        Sources(context).Add(DependencyTags.Fronts);
        // Whether it exists, its first entry says: by then no byte may be on its way.
        if (sitemaps.Find(sitemap, after, await directory.GetAsync(ct)) is not { } entries || !await entries.AnyAsync(ct)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (Begin(context)) await Writer(context).WriteAsync(context.Response.Body, entries, ct);
    }

    /// <returns>Whether a body is asked for.</returns>
    private static bool Begin(HttpContext context)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        return !HttpMethods.IsHead(context.Request.Method);
    }

    private static PageSources Sources(HttpContext context) => context.RequestServices.GetRequiredService<PageSources>();

    private static SitemapWriter Writer(HttpContext context) => context.RequestServices.GetRequiredService<SitemapWriter>();
}
