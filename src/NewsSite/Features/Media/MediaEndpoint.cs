using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NewsSite.Data;
using NewsSite.Features.Media.Renditions;
using NewsSite.Hosting;

namespace NewsSite.Features.Media;

internal static class MediaEndpoint
{
    /// <summary>By which a picture may be asked for.</summary>
    internal static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="staff">The policy of those who may see pictures that readers may not see yet, or no longer.</param>
    public static void MapMedia(this IEndpointRouteBuilder routes, string staff) =>
        routes.MapMethods(SiteUrls.Templates.Media, Methods, (HttpContext context, string file, string? rendition) => SendAsync(context, file, rendition, staff))
            .WithName("Media").WithMetadata(new PictureEndpoint());

    private static async Task<Results<FileStreamHttpResult, RedirectHttpResult, StatusCodeHttpResult, NotFound>> SendAsync(HttpContext context, string file, string? rendition, string staff)
    {
        // A name that nobody may have yet and one that does not exist get the same answer, and no cache keeps it past the hour.
        context.Response.Headers.CacheControl = "no-store";
        var services = context.RequestServices;
        if (await services.GetRequiredService<PictureShelf>().FindAsync(file, context.RequestAborted) is not { } picture) return TypedResults.NotFound();

        var isPublic = await services.GetRequiredService<PublishedNews>().ShowsAsync(file, context.RequestAborted);
        if (!isPublic && !await IsStaffAsync(context, staff)) return TypedResults.NotFound();
        return await PictureAnswer.MakeAsync(context, picture, rendition, SiteUrls.MediaPrefix, isPublic);
    }

    // Asked last: no reader's cookie is looked at for a picture that is out.
    private static async Task<bool> IsStaffAsync(HttpContext context, string policy)
    {
        var rule = await context.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync(policy);
        var evaluator = context.RequestServices.GetRequiredService<IPolicyEvaluator>();
        var known = await evaluator.AuthenticateAsync(rule!, context);
        return (await evaluator.AuthorizeAsync(rule!, known, context, context.GetEndpoint())).Succeeded;
    }
}

/// <summary>The bytes of a picture that may be sent.</summary>
internal static class PictureAnswer
{
    /// <param name="name">Of the rendition; null for the picture as it is kept.</param>
    /// <param name="root">What stands before the picture's name in its address.</param>
    public static async Task<Results<FileStreamHttpResult, RedirectHttpResult, StatusCodeHttpResult, NotFound>> MakeAsync(HttpContext context, StoredPicture picture, string? name, string root, bool isPublic)
    {
        var rendition = name is null ? null : Rendition.TryParse(name);
        if (name is not null && rendition is null) return TypedResults.NotFound();

        // Pages that were stored before somebody aimed anew still name the old point.
        if (rendition is { Crop: not Domain.Media.Crop.Whole } && rendition.Focus != picture.Focus)
            return TypedResults.Redirect($"{root}/{picture.File}/{(rendition with { Focus = picture.Focus }).Name}");

        byte[]? bytes;
        try
        {
            bytes = await BytesAsync(context, picture, rendition);
        }
        catch (IOException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable); // the store does not answer
        }

        if (bytes is null) return TypedResults.NotFound();

        // A name is made from the bytes and what was done to them, so what it stands for never changes.
        if (isPublic) context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        var tag = new EntityTagHeaderValue($"\"{picture.Blob[^16..]}-{rendition?.Name}\"");
        // As a stream, so that a reader who takes too long over a piece of it is let go.
        return TypedResults.Stream(new MemoryStream(bytes), ContentType(rendition?.Format ?? PictureView.Of(picture).PlainFormat), enableRangeProcessing: true, entityTag: tag);
    }

    private static Task<byte[]?> BytesAsync(HttpContext context, StoredPicture picture, Rendition? rendition) => rendition is null
        ? context.RequestServices.GetRequiredService<Blobs.IBlobStore>().GetAsync(picture.Blob, context.RequestAborted)
        : context.RequestServices.GetRequiredService<PrintRoom>().PrintAsync(picture, rendition, context.RequestAborted);

    private static string ContentType(string format) => format == "jpg" ? "image/jpeg" : "image/" + format;
}
