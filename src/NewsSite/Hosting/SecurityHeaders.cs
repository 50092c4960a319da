namespace NewsSite.Hosting;

/// <summary>The headers that every answer carries, whatever its status.</summary>
internal static class SecurityHeaders
{
    // No nonces: pages are stored as bytes and sent to everyone alike.
    private const string CommonPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
        + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; ";

    private const string ReadersPolicy = CommonPolicy + "trusted-types 'none'";

    // One module, js/newsroom/trusted.js, may read HTML; it does so where nothing in it can run.
    private const string NewsroomPolicy = CommonPolicy + "trusted-types newsroom; script-src 'self'; connect-src 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Add, context);
        return next(context);
    });

    // As the answer starts: the exception handler clears whatever was set before.
    private static Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var isNewsroom = context.GetEndpoint()?.Metadata.GetMetadata<NewsroomEndpoint>() is not null;
        headers.ContentSecurityPolicy = isNewsroom ? NewsroomPolicy : ReadersPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = isNewsroom ? "same-origin" : "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (isNewsroom)
        {
            headers.CacheControl = "no-store";
            headers["X-Robots-Tag"] = "noindex";
        }

        return Task.CompletedTask;
    }
}
