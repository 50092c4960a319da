namespace NewsSite.Features.Sitemaps;

/// <summary>The addresses of the site for search engines.</summary>
internal static class SitemapsFeature
{
    public static void AddSitemaps(this IServiceCollection services)
    {
        services.AddSingleton<SitemapLimits>();
        services.AddSingleton<SitemapWriter>();
        services.AddScoped<SitemapReader>();
        services.AddScoped<SitemapIndexReader>();
    }
}
