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
        if (IsPage(context) && await FindAsync(context) is { } site)
        {
            context.RequestServices.GetRequiredService<CurrentSite>().View = site;

            // Here and no deeper: a culture set inside an awaited method is forgotten when it returns.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(site.Language);
        }

        await next(context);
    });

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    /// <returns>Null when the error page is being made and the database is what failed: it then goes out without the site's name.</returns>
    private static async Task<SiteView?> FindAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<SiteDirectory>().GetAsync(context.RequestAborted);
        }
        catch (DbException) when (context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return null;
        }
    }
}
