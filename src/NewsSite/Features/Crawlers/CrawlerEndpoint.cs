using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Domain.Articles;
using NewsSite.Features.Media;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Crawlers;

/// <summary>Sends the two files that crawlers look for first.</summary>
internal static class CrawlerEndpoint
{
    public static void MapCrawlerFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(SiteUrls.RobotsTxt, MediaEndpoint.Methods, RobotsAsync).WithName("RobotsTxt");
        routes.MapMethods(SiteUrls.TdmRep, MediaEndpoint.Methods, TdmRepAsync).WithName("TdmRep");
    }

    private static async Task<ContentHttpResult> RobotsAsync(CrawlerRules rules, RobotsTxt robots, PageSources sources, CancellationToken ct) =>
        TypedResults.Text(robots.Write(await ReadAsync(rules, sources, ct)), "text/plain", Encoding.UTF8);

    private static async Task<JsonHttpResult<TdmEntry[]>> TdmRepAsync(CrawlerRules rules, PageSources sources, CancellationToken ct)
    {
        var view = await ReadAsync(rules, sources, ct);
        return TypedResults.Json<TdmEntry[]>([new TdmEntry("/", TdmReservation.Of(view), view.PolicyUrl)]);
    }

    private static async Task<CrawlerView> ReadAsync(CrawlerRules rules, PageSources sources, CancellationToken ct)
    {
        var view = await rules.GetAsync(ct);
        if (view.IsCurrent) sources.Add(DependencyTags.Site);
        return view;
    }
}
