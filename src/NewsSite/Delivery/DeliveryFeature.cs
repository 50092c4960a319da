namespace NewsSite.Delivery;

/// <summary>The front of the pipeline: pages as bytes, kept until what they were made from changes.</summary>
internal static class DeliveryFeature
{
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<PageStore>();
        services.AddSingleton<DueTimes>();
        services.AddSingleton<PublicationFeed>();
        services.AddSingleton<PageCount>();
        services.AddSingleton<PagePolish>();
        services.AddSingleton<PageAdmission>();
        services.AddSingleton<PageSender>();
        services.AddSingleton<PagePress>();
        services.AddHostedService<PublicationWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<PagePolish>());
    }

    /// <remarks>Before all other middleware: what it sends from the store, nothing else touches.</remarks>
    public static void UseDelivery(this IApplicationBuilder app) => app.UseMiddleware<PageDelivery>();
}
