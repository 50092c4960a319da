using System.Text.Json.Serialization;
using NewsSite.Hosting;

namespace NewsSite.Features.Crawlers;

/// <summary>Says by TDMRep, in every answer to readers, whether the right to mine texts and data is reserved.</summary>
internal static class TdmReservation
{
    public const string Name = "tdm-reservation";
    public const string PolicyName = "tdm-policy";

    public static void UseTdmReservation(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // As the answer starts: the exception handler clears whatever was set before.
        context.Response.OnStarting(() => AddAsync(context));
        return next(context);
    });

    /// <summary>1 when it is reserved.</summary>
    public static int Of(CrawlerView view) => view.Policy.AllowsTraining ? 0 : 1;

    private static async Task AddAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NewsroomEndpoint>() is not null || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)) return;

        var view = await context.RequestServices.GetRequiredService<CrawlerRules>().GetAsync(CancellationToken.None); // whoever has gone makes no fault of it
        context.Response.Headers[Name] = Of(view) == 1 ? "1" : "0";
        if (view.PolicyUrl is { } url) context.Response.Headers[PolicyName] = url;
    }
}

/// <summary>The one entry of the site's tdmrep.json.</summary>
internal sealed record TdmEntry(
    [property: JsonPropertyName("location")] string Location,
    [property: JsonPropertyName(TdmReservation.Name)] int Reservation,
    [property: JsonPropertyName(TdmReservation.PolicyName), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Policy);
