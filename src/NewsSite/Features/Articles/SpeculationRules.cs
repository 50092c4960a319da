using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Features.Media;

namespace NewsSite.Features.Articles;

/// <summary>Lets browsers fetch the articles before and after this one while a reader reaches for their links: they then open at once.</summary>
/// <remarks>By header and from a file, because pages may hold no script of their own. Fetched, not rendered: nothing of the page runs until it is opened.</remarks>
internal static class SpeculationRules
{
    private const string Rules = """{"prefetch":[{"where":{"selector_matches":".turn a"},"eagerness":"moderate"}]}""";

    public static void MapSpeculationRules(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(SiteUrls.SpeculationRules, MediaEndpoint.Methods, Send).WithName("SpeculationRules");

    /// <summary>Tells the browser where the rules of this page are.</summary>
    public static void Announce(HttpResponse page) => page.Headers["Speculation-Rules"] = $"\"{SiteUrls.SpeculationRules}\"";

    private static ContentHttpResult Send(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Text(Rules, "application/speculationrules+json");
    }
}
