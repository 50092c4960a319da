using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Data;
using NewsSite.Hosting;

namespace NewsSite.Features.Media;

internal static class MediaEndpoint
{
    /// <param name="staff">The policy of those who may see pictures that readers may not see yet, or no longer.</param>
    public static void MapMedia(this IEndpointRouteBuilder routes, string staff) =>
        routes.MapGet(SiteUrls.Templates.Media, (HttpContext context, string file) => SendAsync(context, file, staff)).WithName("Media").WithMetadata(new PictureEndpoint());

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> SendAsync(HttpContext context, string file, string staff)
    {
        // A name that nobody may have yet and one that does not exist get the same answer, and no cache keeps it past the hour.
        context.Response.Headers.CacheControl = "no-store";
        var services = context.RequestServices;
        if (services.GetRequiredService<PictureShelf>().PathOf(file) is not { } path) return TypedResults.NotFound();

        var isPublic = await services.GetRequiredService<PublishedNews>().ShowsAsync(file, context.RequestAborted);
        if (!isPublic && !await IsStaffAsync(context, staff)) return TypedResults.NotFound();

        // A name is made from the bytes, so what it stands for never changes.
        if (isPublic) context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Send(path);
    }

    /// <param name="path">Of a picture on the shelf.</param>
    internal static PhysicalFileHttpResult Send(string path) => TypedResults.PhysicalFile(path, ContentType(Path.GetExtension(path)), enableRangeProcessing: true);

    // Asked last: no reader's cookie is looked at for a picture that is out.
    private static async Task<bool> IsStaffAsync(HttpContext context, string policy)
    {
        var rule = await context.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync(policy);
        var evaluator = context.RequestServices.GetRequiredService<IPolicyEvaluator>();
        var known = await evaluator.AuthenticateAsync(rule!, context);
        return (await evaluator.AuthorizeAsync(rule!, known, context, context.GetEndpoint())).Succeeded;
    }

    private static string ContentType(string extension) => extension == ".jpg" ? "image/jpeg" : "image/" + extension[1..];
}
