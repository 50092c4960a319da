using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace NewsSite.Hosting;

/// <summary>The headers that every answer carries, whatever its status.</summary>
internal static class SecurityHeaders
{
    // No nonces: pages are stored as bytes and sent to everyone alike. Pages without script connect to nothing; judges of a page ask for robots.txt through it.
    private const string CommonPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; ";

    private const string ReadersPolicy = CommonPolicy + "trusted-types 'none'";

    private const string ScriptedPolicy = ReadersPolicy + "; script-src 'self'";

    // One module, js/newsroom/trusted.js, may read HTML; it does so where nothing in it can run.
    private const string NewsroomPolicy = CommonPolicy + "trusted-types newsroom; script-src 'self'";

    private const string PicturePolicy =
        "default-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox";

    private const string OneYearEverywhere = "max-age=31536000; includeSubDomains";

    /// <remarks>First of all middleware that answers: whatever answers after it carries the headers.</remarks>
    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var address = app.ApplicationServices.GetRequiredService<IOptions<NewsSiteOptions>>().Value.Address;
        // Said over plain HTTP too: TLS ends at a proxy, and browsers take it from HTTPS only.
        var isHttpsForGood = address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback;
        app.Use((context, next) =>
        {
            // As the answer starts: the exception handler clears whatever was set before.
            context.Response.OnStarting(() => Add(context, isHttpsForGood));
            return next(context);
        });
    }

    private static Task Add(HttpContext context, bool isHttpsForGood)
    {
        var headers = context.Response.Headers;
        var isPreview = IsPreview(context);
        var isNewsroom = context.GetEndpoint()?.Metadata.GetMetadata<NewsroomEndpoint>() is not null;
        headers.ContentSecurityPolicy = PolicyOf(context, isNewsroom);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY"; // for browsers that know no frame-ancestors; antiforgery would say SAMEORIGIN
        headers["Referrer-Policy"] = isPreview ? "no-referrer" : isNewsroom ? "same-origin" : "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (isHttpsForGood) headers.StrictTransportSecurity = OneYearEverywhere;
        if (isNewsroom || isPreview)
        {
            headers.CacheControl = "no-store";
            headers["X-Robots-Tag"] = "noindex";
        }

        NameCharset(context.Response);
        return Task.CompletedTask;
    }

    // The page that says what went wrong is an endpoint of its own.
    private static bool IsPreview(HttpContext context) =>
        new[] { context.GetEndpoint(), context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint, context.Features.Get<IExceptionHandlerFeature>()?.Endpoint }
            .Any(endpoint => endpoint?.Metadata.GetMetadata<PreviewEndpoint>() is not null);

    private static string PolicyOf(HttpContext context, bool isNewsroom) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PictureEndpoint>() is not null ? PicturePolicy
        : isNewsroom ? NewsroomPolicy
        : context.GetEndpoint()?.Metadata.GetMetadata<ScriptedEndpoint>() is not null ? ScriptedPolicy
        : ReadersPolicy;

    // A browser left to guess can be made to guess wrong.
    private static void NameCharset(HttpResponse response)
    {
        if (response.ContentType is { } type && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("charset", StringComparison.OrdinalIgnoreCase))
            response.ContentType = type + "; charset=utf-8";
    }
}
