using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Features.Media;
using NewsSite.Features.Newsroom.Previews;
using NewsSite.Features.Shared;
using NewsSite.Hosting;

namespace NewsSite.Features.Previews;

/// <summary>The pictures of an article that is not out, for whoever holds a link to it.</summary>
internal static class PreviewPictures
{
    public static void MapPreviewPictures(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(SiteUrls.Templates.PreviewPicture, MediaEndpoint.Methods, SendAsync).WithName("PreviewPicture").WithMetadata(new PictureEndpoint(), new PreviewEndpoint());

    private static async Task<Results<FileStreamHttpResult, RedirectHttpResult, StatusCodeHttpResult, NotFound>> SendAsync(
        HttpContext context, string token, string file, string? rendition, OutsideReader articles, SiteDirectory directory, CurrentSite site, PictureShelf shelf, CancellationToken ct)
    {
        if (await shelf.FindAsync(file, ct) is not { } picture) return TypedResults.NotFound();

        site.View = await directory.GetAsync(ct); // only pages are told by themselves
        return await articles.ShowsAsync(token, file, ct)
            ? await PictureAnswer.MakeAsync(context, picture, rendition, SiteUrls.Preview(token) + SiteUrls.MediaPrefix, isPublic: false)
            : TypedResults.NotFound();
    }
}
