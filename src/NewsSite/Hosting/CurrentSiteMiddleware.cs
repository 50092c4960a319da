using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Shared;

namespace NewsSite.Hosting;

/// <summary>Tells each page which site it is on and speaks that site's language.</summary>
internal static class CurrentSiteMiddleware
{
    public static void UseCurrentSite(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null) await SetAsync(context);
        await next(context);
    });

    private static async Task SetAsync(HttpContext context)
    {
        try
        {
            var site = await context.RequestServices.GetRequiredService<SiteDirectory>().GetAsync(context.RequestAborted);
            context.RequestServices.GetRequiredService<CurrentSite>().View = site;
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(site.Language);
        }
        catch (DbException) when (context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The error page is being made and the database is what failed: it goes out without the site's name.
        }
    }
}
