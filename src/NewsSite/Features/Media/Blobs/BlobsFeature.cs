using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace NewsSite.Features.Media.Blobs;

/// <summary>Where the bytes of pictures are kept: in the data folder, or in a bucket if the settings name one.</summary>
internal static class BlobsFeature
{
    /// <summary>What the command line needs too.</summary>
    public static void AddBlobs(this IServiceCollection services)
    {
        services.AddSingleton<BucketOptionsSetup>();
        services.AddSingleton<IConfigureOptions<BucketOptions>>(p => p.GetRequiredService<BucketOptionsSetup>());
        services.AddSingleton<IValidateOptions<BucketOptions>>(p => p.GetRequiredService<BucketOptionsSetup>());
        services.AddOptions<BucketOptions>().ValidateOnStart();
        services.AddSingleton<FolderBlobs>();
        services.AddSingleton<BucketBlobs>();
        services.AddSingleton<IBlobStore>(p => p.GetRequiredService<IOptions<BucketOptions>>().Value.Endpoint is null
            ? p.GetRequiredService<FolderBlobs>()
            : p.GetRequiredService<BucketBlobs>());
    }

    /// <summary>What a served site does beside: it looks after the store, and says when it cannot be reached.</summary>
    public static void AddBlobUpkeep(this IServiceCollection services)
    {
        services.AddSingleton<BlobSweep>();
        services.AddHostedService<BlobSweepService>();
        services.AddHealthChecks().AddCheck<BlobHealth>("blobs", HealthStatus.Degraded, [], BlobHealth.Patience);
    }
}
