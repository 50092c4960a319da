using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture;

public sealed class RouteTests
{
    /// <summary>Everything that anybody may ask for; whatever is not named here needs an authorization policy.</summary>
    private static readonly string[] Public =
    [
        "", "{section}", "{section}/{slug}", "author/{slug}", "tag/{slug}", "{year:regex(^\\d{{4}}$)}/{month:regex(^\\d{{2}}$)}/{day:regex(^\\d{{2}}$)}",
        "{year:regex(^\\d{{4}}$)}", "{year:regex(^\\d{{4}}$)}/{month:regex(^\\d{{2}}$)}", "tags", "authors",
        "archive", "search", "info/{slug}", "error/{status:int:range(400,599)}", "/media/{file}/{rendition?}", "/card/{card}", "/feeds/{feed}", "/robots.txt", "/.well-known/tdmrep.json", "/sitemap.xml", "/sitemaps/news.xml", "/sitemaps/{sitemap}", "/feeds/section/{section}/{feed}", "/feeds/tag/{slug}/{feed}", "/feeds/author/{slug}/{feed}", "/feeds/search/{feed}", "preview/{token}", "/preview/{token}/media/{file}/{rendition?}", "/health/live", "/health/ready", "/.well-known/security.txt", "/count/summary", "/count/read", "/speculation.json",
        "setup", "account/sign-in", "account/two-factor", "account/recovery", "account/forgot", "account/reset", "account/invite/accept",
    ];

    [Fact]
    public void R9_Every_endpoint_is_authorized_or_named_as_public()
    {
        using var app = new NewsApp();

        var open = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => route != "{**path:file}") // static files straight from the sources; gone once the app is published
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Public.Order(StringComparer.Ordinal), open);
    }

    [Fact]
    public void Every_first_part_of_an_address_that_the_site_uses_is_reserved()
    {
        var used = Public.Select(route => route.TrimStart('/').Split('/')[0]).Where(first => first.Length > 0 && first[0] != '{');

        Assert.Subset(SiteUrls.Reserved.ToHashSet(), used.ToHashSet());
    }
}
