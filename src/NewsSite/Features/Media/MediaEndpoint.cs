using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsSite.Hosting;

namespace NewsSite.Features.Media;

internal static class MediaEndpoint
{
    public static void MapMedia(this IEndpointRouteBuilder routes) => routes.MapGet(SiteUrls.Templates.Media, Send).WithName("Media").WithMetadata(new PictureEndpoint());

    private static Results<PhysicalFileHttpResult, NotFound> Send(string file, IOptions<NewsSiteOptions> options, HttpResponse response)
    {
        if (!PictureShelf.GivenName().IsMatch(file)) return TypedResults.NotFound();

        var path = Path.Combine(options.Value.MediaFolder, file);
        if (!File.Exists(path)) return TypedResults.NotFound();

        // A name is made from the bytes, so what it stands for never changes.
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.PhysicalFile(path, ContentType(Path.GetExtension(file)), enableRangeProcessing: true);
    }

    private static string ContentType(string extension) => extension == ".jpg" ? "image/jpeg" : "image/" + extension[1..];
}
