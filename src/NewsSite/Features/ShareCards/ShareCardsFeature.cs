namespace NewsSite.Features.ShareCards;

internal static class ShareCardsFeature
{
    public static void AddShareCards(this IServiceCollection services)
    {
        services.AddSingleton<CardPictures>();
        services.AddSingleton<CardShelf>();
        services.AddScoped<ShareCardReader>();
    }
}
