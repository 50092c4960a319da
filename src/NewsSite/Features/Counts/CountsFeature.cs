using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using NewsSite.Hosting;

namespace NewsSite.Features.Counts;

/// <summary>How often articles are read, without knowing by whom.</summary>
internal static class CountsFeature
{
    private const string ArticlePage = "/Articles/Article";

    public static void AddCounts(this IServiceCollection services)
    {
        services.AddSingleton<ReadTally>();
        services.AddSingleton<ReadCounter>();
        services.AddSingleton<CountKeeper>();
        services.AddHostedService<CountService>();
        services.AddScoped<CountReader>();
    }

    /// <summary>Has the pages of articles counted, and lets them say what only they know.</summary>
    public static void CountReads(this PageConventionCollection pages) => pages.AddPageApplicationModelConvention(ArticlePage, page =>
    {
        page.Filters.Add(new TypeFilterAttribute<CountedReads>());
        page.EndpointMetadata.Add(new ScriptedEndpoint());
    });
}
