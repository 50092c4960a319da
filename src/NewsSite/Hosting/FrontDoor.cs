using Microsoft.AspNetCore.HostFiltering;

namespace NewsSite.Hosting;

/// <summary>Turns away, before anything is looked up, what no reader's browser sends: other methods, other hosts, forms of other sites.</summary>
internal static class FrontDoor
{
    private const string Methods = "GET, HEAD, POST";
    private const string AnyHost = "*";

    public static void AddFrontDoor(this IServiceCollection services)
    {
        services.ConfigureOptions<ForwardedHeadersSetup>();
        services.AddSingleton<KnownHosts>();
        services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = [AnyHost]); // the framework's own filter, which answers without our headers, stands open
    }

    public static void UseFrontDoor(this WebApplication app)
    {
        var hosts = app.Services.GetRequiredService<KnownHosts>();
        app.Use((context, next) => RefusalOf(context.Request, hosts) is { } refusal ? RefuseAsync(context, refusal) : next(context));
    }

    private static Refusal? RefusalOf(HttpRequest request, KnownHosts hosts)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsPost(request.Method))
            return new Refusal(StatusCodes.Status405MethodNotAllowed, $"The site answers {Methods} only.");
        if (!IsProbe(request) && !hosts.Has(request.Host))
            return new Refusal(StatusCodes.Status400BadRequest, "The site does not answer to this host name: it is neither that of NewsSite:BaseUrl nor one of AllowedHosts.");
        if (HttpMethods.IsPost(request.Method) && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return new Refusal(StatusCodes.Status403Forbidden, "This form was sent from another site.");
        return null;
    }

    // A load balancer asks by number, and learns nothing but whether the site stands.
    private static bool IsProbe(HttpRequest request) => request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        response.Headers.CacheControl = "no-store";
        if (refusal.Status == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = Methods;
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(refusal.Words + "\n", context.RequestAborted);
    }

    private sealed record Refusal(int Status, string Words);
}
