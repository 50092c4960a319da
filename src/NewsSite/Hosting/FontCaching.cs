namespace NewsSite.Hosting;

/// <summary>Lets browsers keep fonts: style sheet and preload must name the same address, so it carries no fingerprint.</summary>
internal static class FontCaching
{
    /// <remarks>A changed font gets a new file name.</remarks>
    public static void UseFontCaching(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal))
        {
            context.Response.OnStarting(state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode < 400) response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            }, context.Response);
        }

        return next(context);
    });
}
