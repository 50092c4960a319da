namespace NewsSite.Features.Setup;

/// <summary>The first start: a link in the log, and the page behind it.</summary>
internal static class SetupFeature
{
    public static void AddSetup(this IServiceCollection services)
    {
        services.AddScoped<SetupDesk>();
        services.AddHostedService<SetupOffer>();
    }
}
