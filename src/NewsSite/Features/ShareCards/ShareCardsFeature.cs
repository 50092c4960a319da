using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsSite.Features.Media.Blobs;

namespace NewsSite.Features.ShareCards;

internal static class ShareCardsFeature
{
    public static void AddShareCards(this IServiceCollection services)
    {
        services.TryAddSingleton<IBlobStore, MemoryBlobs>();
        services.AddSingleton<CardPictures>();
        services.AddSingleton<CardShelf>();
        services.AddScoped<ShareCardReader>();
    }
}
