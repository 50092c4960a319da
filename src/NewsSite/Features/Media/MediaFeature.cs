using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Features.Media.Blobs;
using NewsSite.Features.Media.Intake;
using NewsSite.Features.Media.Renditions;

namespace NewsSite.Features.Media;

/// <summary>Pictures: how they come in, where they are kept, and in which sizes they go out.</summary>
internal static class MediaFeature
{
    public static void AddMedia(this IServiceCollection services)
    {
        Darkroom.Prepare();
        services.AddBlobs();
        services.AddSingleton<Darkroom>();
        services.AddSingleton<PrintRoom>();
        services.AddScoped<AssetDesk>();
        services.AddScoped<PictureShelf>();
        services.AddScoped<OldShelf>();
        services.AddSingleton<MastersInUse>(provider => async (masters, ct) =>
        {
            await using var scope = provider.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var news = scope.ServiceProvider.GetRequiredService<PublishedNews>();
            return (await news.Assets.Where(asset => masters.Contains(asset.Blob)).Select(asset => asset.Blob).ToListAsync(ct)).ToHashSet();
        });
    }
}
