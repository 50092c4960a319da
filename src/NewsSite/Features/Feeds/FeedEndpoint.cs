using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using NewsSite.Data;
using NewsSite.Features.Fronts;
using NewsSite.Features.Media;
using NewsSite.Hosting.Limits;

namespace NewsSite.Features.Feeds;

/// <summary>Sends feeds, and leads those who ask at an address that a section, a tag or an author has left.</summary>
internal static class FeedEndpoint
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(SiteUrls.Templates.Feed, MediaEndpoint.Methods, SiteAsync).WithName("Feed");
        routes.MapMethods(SiteUrls.Templates.SectionFeed, MediaEndpoint.Methods, SectionAsync).WithName("SectionFeed");
        routes.MapMethods(SiteUrls.Templates.TagFeed, MediaEndpoint.Methods, TagAsync).WithName("TagFeed");
        routes.MapMethods(SiteUrls.Templates.AuthorFeed, MediaEndpoint.Methods, AuthorAsync).WithName("AuthorFeed");
        routes.MapMethods(SiteUrls.Templates.SearchFeed, MediaEndpoint.Methods, SearchAsync).WithName("SearchFeed").WithMetadata(RequestRates.Search);
    }

    private static async Task<IResult> SiteAsync(HttpContext context, string feed, string? older) =>
        await FindAsync(context, FeedTopics.Site, feed, older) ?? TypedResults.NotFound();

    private static async Task<IResult> SectionAsync(HttpContext context, string section, string feed, string? older, FeedTopics topics, SectionReader sections) =>
        await FindAsync(context, await topics.SectionAsync(section, context.RequestAborted), feed, older)
        ?? Moved(context, await sections.MovedToAsync(section, context.RequestAborted), SiteUrls.Feeds + "/section", feed);

    private static async Task<IResult> TagAsync(HttpContext context, string slug, string feed, string? older, FeedTopics topics, TagReader tags) =>
        await FindAsync(context, await topics.TagAsync(slug, context.RequestAborted), feed, older)
        ?? Moved(context, await tags.MovedToAsync(slug, context.RequestAborted), SiteUrls.Feeds, feed);

    private static async Task<IResult> AuthorAsync(HttpContext context, string slug, string feed, string? older, FeedTopics topics, AuthorReader authors) =>
        await FindAsync(context, await topics.AuthorAsync(slug, context.RequestAborted), feed, older)
        ?? Moved(context, await authors.MovedToAsync(slug, context.RequestAborted), SiteUrls.Feeds, feed);

    private static async Task<IResult> SearchAsync(HttpContext context, string feed, string? q, string? older, FeedTopics topics)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex"; // as the page of results
        return await FindAsync(context, await topics.SearchAsync(q, older, context.RequestAborted), feed, older) ?? TypedResults.NotFound();
    }

    /// <param name="name">Of the file.</param>
    /// <returns>Null when there is no such feed.</returns>
    private static async Task<IResult?> FindAsync(HttpContext context, FeedTopic? topic, string name, string? older)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        if (topic is null || FeedFile.Find(name) is not { } file) return null;
        if (await services.GetRequiredService<FeedReader>().FindAsync(topic, file, older, ct) is not { } feed) return null;

        var bytes = file.Format switch { FeedFormat.Rss => XmlFeeds.Rss(feed), FeedFormat.Atom => XmlFeeds.AtomFeed(feed), _ => JsonFeed.Write(feed) };
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(bytes, file.ContentType, lastModified: await services.GetRequiredService<PublishedNews>().ChangedAtAsync(ct), entityTag: tag);
    }

    /// <param name="page">Where the list is now; null when it was never at the address that was asked for.</param>
    /// <param name="root">Stands before a page's address in those of its feeds.</param>
    private static IResult Moved(HttpContext context, string? page, string root, string name)
    {
        if (page is null || FeedFile.Find(name) is null) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-cache"; // an address can be given back
        return TypedResults.Redirect($"{root}{page}/{name}{context.Request.QueryString}", permanent: true);
    }
}
