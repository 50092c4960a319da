using Microsoft.Extensions.Options;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>Registers the optional language model; without settings it makes no client and opens no connection.</summary>
public static class LanguageModelFeature
{
    public static void AddLanguageModel(this IServiceCollection services)
    {
        services.AddSingleton<LanguageModelOptionsSetup>();
        services.AddSingleton<IConfigureOptions<LanguageModelOptions>>(p => p.GetRequiredService<LanguageModelOptionsSetup>());
        services.AddSingleton<IValidateOptions<LanguageModelOptions>>(p => p.GetRequiredService<LanguageModelOptionsSetup>());
        services.AddOptions<LanguageModelOptions>().ValidateOnStart();
        services.AddSingleton<LanguageModelConnection>();
        services.AddSingleton<LanguageModelDrafter>();
        services.AddSingleton<DraftShelf>();
        services.AddScoped<ModelDrafts>();
    }
}
