namespace NewsSite.Features.Settings;

/// <summary>Where administrators say what the site is: its name, sections, tags, authors and content pages.</summary>
internal static class SettingsFeature
{
    public static void AddSettings(this IServiceCollection services)
    {
        services.AddScoped<AddressBook>();
        services.AddScoped<MediaShelf>();
        services.AddScoped<SiteDesk>();
        services.AddScoped<CrawlerDesk>();
        services.AddScoped<SectionDesk>();
        services.AddScoped<TagDesk>();
        services.AddScoped<AuthorDesk>();
        services.AddScoped<PageDesk>();
        services.AddScoped<PageMarkup>();
    }
}
