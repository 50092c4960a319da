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
        routes.MapGet(SiteUrls.Templates.PreviewPicture, SendAsync).WithName("PreviewPicture").WithMetadata(new PictureEndpoint(), new PreviewEndpoint());

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> SendAsync(
        string token, string file, OutsideReader articles, SiteDirectory directory, CurrentSite site, PictureShelf shelf, CancellationToken ct)
    {
        if (shelf.PathOf(file) is not { } path) return TypedResults.NotFound();

        site.View = await directory.GetAsync(ct); // only pages are told by themselves
        return await articles.ShowsAsync(token, file, ct) ? MediaEndpoint.Send(path) : TypedResults.NotFound();
    }
}
