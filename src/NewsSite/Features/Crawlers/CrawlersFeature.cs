namespace NewsSite.Features.Crawlers;

/// <summary>What crawlers may have, and for what.</summary>
internal static class CrawlersFeature
{
    public static void AddCrawlers(this IServiceCollection services)
    {
        services.AddSingleton<CrawlerRules>();
        services.AddSingleton<RobotsTxt>();
    }
}
