using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NewsSite.Features.Media;
using NewsSite.Hosting;

namespace NewsSite.Features.ShareCards;

/// <summary>Sends the cards of the articles that readers can see.</summary>
internal static partial class ShareCardEndpoint
{
    public static void MapShareCards(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(SiteUrls.Templates.Card, MediaEndpoint.Methods, SendAsync).WithName("ShareCard").WithMetadata(new PictureEndpoint());

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> SendAsync(
        HttpContext context, string card, ShareCardReader cards, CardShelf shelf, CancellationToken ct)
    {
        // An article that nobody may see yet and one that does not exist get the same answer.
        context.Response.Headers.CacheControl = "no-store";
        if (Asked(card) is not var (id, mark) || await cards.FindAsync(id, ct) is not { } current) return TypedResults.NotFound();
        if (mark != current.Mark) return TypedResults.Redirect(current.Url); // links that were shared before a change keep a picture

        var drawn = await shelf.GetAsync(current, ct);
        if (!drawn.IsLasting) return TypedResults.Bytes(drawn.Png, "image/png");
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(drawn.Png, "image/png", entityTag: new EntityTagHeaderValue($"\"{mark}\""));
    }

    private static (long Id, string Mark)? Asked(string card) =>
        Name().Match(card) is { Success: true } name ? (long.Parse(name.Groups[1].Value, CultureInfo.InvariantCulture), name.Groups[2].Value) : null;

    [GeneratedRegex(@"^([1-9][0-9]{0,17})-([0-9a-f]{32})\.png\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
