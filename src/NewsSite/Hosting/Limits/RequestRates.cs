using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace NewsSite.Hosting.Limits;

/// <summary>How often what is costly may be asked for; over it, the answer is 429 with the time to wait.</summary>
internal static class RequestRates
{
    /// <summary>Open to anybody and costly: counted by network.</summary>
    public static readonly EnableRateLimitingAttribute Search = new("search");

    /// <summary>Open to anybody and written down: counted by network.</summary>
    public static readonly EnableRateLimitingAttribute Counting = new("counting");

    /// <summary>The newsroom's forms: counted by person, as many as are in work at the same time.</summary>
    public static readonly EnableRateLimitingAttribute Newsroom = new("newsroom");

    public static void AddRequestRates(this IServiceCollection services) => services.AddRateLimiter(_ => { })
        .AddOptions<RateLimiterOptions>().Configure<IOptions<ServerLimits>>((rates, limits) => Fill(rates, limits.Value));

    private static void Fill(RateLimiterOptions rates, ServerLimits limits)
    {
        rates.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        rates.OnRejected = (refused, _) =>
        {
            var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time.TotalSeconds : 1;
            refused.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        rates.AddPolicy(Search.PolicyName!, context => context.Request.Query.Count == 0 ? NoNetwork : OfNetwork(context, limits));
        rates.AddPolicy(Counting.PolicyName!, context => OfNetwork(context, limits));
        rates.AddPolicy(Newsroom.PolicyName!, context => OfPerson(context, limits));
    }

    private static RateLimitPartition<int> NoNetwork => RateLimitPartition.GetNoLimiter(-1);

    private static RateLimitPartition<int> OfNetwork(HttpContext context, ServerLimits limits)
    {
        var address = context.Connection.RemoteIpAddress;
        if (!ClientNetwork.IsTelling(address)) return NoNetwork;

        return RateLimitPartition.GetTokenBucketLimiter(Buckets.Of(ClientNetwork.Of(address)), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.SearchBurst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = limits.SearchPause,
        });
    }

    private static RateLimitPartition<(string Person, bool IsPreview)> OfPerson(HttpContext context, ServerLimits limits)
    {
        var person = HttpMethods.IsPost(context.Request.Method) ? context.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;
        if (person is null) return RateLimitPartition.GetNoLimiter(("", false));

        var isPreview = string.Equals(context.Request.Query["handler"], "Preview", StringComparison.OrdinalIgnoreCase);
        return RateLimitPartition.GetConcurrencyLimiter((person, isPreview), _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = isPreview ? limits.PreviewsAtOnce : limits.FormsAtOnce,
            QueueLimit = limits.Waiting,
            QueueProcessingOrder = isPreview ? QueueProcessingOrder.NewestFirst : QueueProcessingOrder.OldestFirst,
        });
    }
}
