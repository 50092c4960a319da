using System.Globalization;
using NewsSite.Features.Shared;

namespace NewsSite.Hosting;

/// <summary>Tells each request which site it is on and speaks that site's language.</summary>
internal static class CurrentSiteMiddleware
{
    public static void UseCurrentSite(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var site = await context.RequestServices.GetRequiredService<SiteDirectory>().GetAsync(context.RequestAborted);
        context.RequestServices.GetRequiredService<CurrentSite>().View = site;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(site.Language);
        await next(context);
    });
}
