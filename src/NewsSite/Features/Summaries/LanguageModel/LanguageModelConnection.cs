using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Headers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>The one client of the configured endpoint, made when it is first needed.</summary>
public sealed class LanguageModelConnection(IOptions<LanguageModelOptions> options) : IDisposable
{
    private const string NoKey = "none"; // The library insists on a key where the endpoint does not.

    private readonly Lock making = new();
    private HttpClient? http;
    private IChatClient? client;

    /// <summary>Null when no language model is configured.</summary>
    public IChatClient? Client
    {
        get
        {
            lock (making) return client ??= Make(options.Value);
        }
    }

    public void Dispose()
    {
        client?.Dispose();
        http?.Dispose();
    }

    private IChatClient? Make(LanguageModelOptions settings)
    {
        if (settings is not { Kind: { } kind, Endpoint: { } endpoint }) return null;

        http = Http(endpoint);
        return kind is LanguageModelKind.Ollama ? Ollama(http, settings) : OpenAI(http, endpoint, settings);
    }

    private static HttpClient Http(Uri endpoint) => new(new EndpointGuard(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    }))
    {
        BaseAddress = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/"),
        Timeout = Timeout.InfiniteTimeSpan, // The drafter holds the clock, both attempts included.
    };

    private static OllamaApiClient Ollama(HttpClient http, LanguageModelOptions settings)
    {
        if (settings.ApiKey is { } key) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new OllamaApiClient(http, settings.Model);
    }

    private static IChatClient OpenAI(HttpClient http, Uri endpoint, LanguageModelOptions settings)
    {
        var wire = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        return new ChatClient(settings.Model, new ApiKeyCredential(settings.ApiKey ?? NoKey), wire).AsIChatClient();
    }
}
