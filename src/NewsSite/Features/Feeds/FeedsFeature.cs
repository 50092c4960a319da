using Microsoft.AspNetCore.ResponseCompression;

namespace NewsSite.Features.Feeds;

/// <summary>Articles for feed readers: all of them, and those of a section, a tag, an author or a search.</summary>
internal static class FeedsFeature
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddScoped<FeedTopics>();
        services.AddScoped<FeedReader>();
        services.Configure<ResponseCompressionOptions>(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. FeedFile.MediaTypes]);
    }
}
