using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Features.Media;

namespace NewsSite.Features.Crawlers;

/// <summary>Sends the two files that crawlers look for first.</summary>
internal static class CrawlerEndpoint
{
    public static void MapCrawlerFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(SiteUrls.RobotsTxt, MediaEndpoint.Methods, RobotsAsync).WithName("RobotsTxt");
        routes.MapMethods(SiteUrls.TdmRep, MediaEndpoint.Methods, TdmRepAsync).WithName("TdmRep");
    }

    private static async Task<ContentHttpResult> RobotsAsync(HttpContext context, CrawlerRules rules, RobotsTxt robots)
    {
        Keep(context);
        return TypedResults.Text(robots.Write(await rules.GetAsync(context.RequestAborted)), "text/plain", Encoding.UTF8);
    }

    private static async Task<JsonHttpResult<TdmEntry[]>> TdmRepAsync(HttpContext context, CrawlerRules rules)
    {
        Keep(context);
        var view = await rules.GetAsync(context.RequestAborted);
        return TypedResults.Json<TdmEntry[]>([new TdmEntry("/", TdmReservation.Of(view), view.PolicyUrl)]);
    }

    // Crawlers come often, and a changed mind should reach them the same hour.
    private static void Keep(HttpContext context) => context.Response.Headers.CacheControl = "public, max-age=600";
}
