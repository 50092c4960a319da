using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Hosting.Limits;

namespace NewsSite.Features.Counts;

/// <summary>Takes word of what only a page can know, an opened summary and a read of what was fetched ahead: the number of the article, as plain text.</summary>
/// <remarks>
/// No token against forgery: nobody is signed in here and nothing of anybody's changes, so a forged message could only add one, as its sender could anyway;
/// the front door refuses what other sites send. The answer is the same for every number, and tells nobody which articles there are.
/// </remarks>
internal static class CountEndpoint
{
    // Of the largest number that is an id.
    private const int MaxBytes = 19;

    public static void MapCounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(SiteUrls.SummaryOpened, (HttpContext context, ReadCounter counter) => CountAsync(context, counter.OpenedAsync)).WithName("SummaryOpened").WithMetadata(RequestRates.Counting);
        routes.MapPost(SiteUrls.ReadAhead, (HttpContext context, ReadCounter counter) => CountAsync(context, counter.ReadAheadAsync)).WithName("ReadAhead").WithMetadata(RequestRates.Counting);
    }

    private static async Task<Results<NoContent, StatusCodeHttpResult>> CountAsync(HttpContext context, Func<HttpRequest, long, Task> countAsync)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxBytes;
        try
        {
            if (await ReadAsync(context.Request) is not { } articleId) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
            await countAsync(context.Request, articleId);
            return TypedResults.NoContent();
        }
        catch (BadHttpRequestException e)
        {
            return TypedResults.StatusCode(e.StatusCode); // too large, too slow, cut off
        }
    }

    private static async Task<long?> ReadAsync(HttpRequest request)
    {
        var body = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length <= MaxBytes && long.TryParse(body.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }
}
