using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsSite.Features.Summaries.LanguageModel;

namespace NewsSite.Tests.Features.Summaries.LanguageModel;

/// <summary>A real HTTP server on loopback that speaks both protocols, as well or as badly as a test wants.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication web;

    private ModelServer(WebApplication web) => this.web = web;

    /// <summary>What it does with a request; it may misbehave as it likes.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<ModelRequest> Requests { get; } = new();

    public Uri Address => new(web.Urls.Single());

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ModelServer(builder.Build());
        server.web.Run(server.HandleAsync);
        await server.web.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync() => await web.DisposeAsync();

    /// <summary>Answers in the form of the protocol with these words.</summary>
    public void Say(LanguageModelKind kind, string? words) => Answer = http => JsonAsync(http, kind is LanguageModelKind.OpenAI ? OpenAI(words) : Ollama(words));

    public static object OpenAI(string? words, string finish = "stop") => new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1795348800,
        model = "test",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = words }, finish_reason = finish } },
        usage = new { prompt_tokens = 300, completion_tokens = 60, total_tokens = 360 },
    };

    public static object Ollama(string? words, string reason = "stop") => new
    {
        model = "test",
        created_at = "2026-11-22T12:00:00Z",
        message = new { role = "assistant", content = words },
        done = true,
        done_reason = reason,
        total_duration = 1,
        load_duration = 1,
        prompt_eval_count = 300,
        eval_count = 60,
    };

    public static Task JsonAsync(HttpContext http, object answer, int status = StatusCodes.Status200OK) => RawAsync(http, JsonSerializer.Serialize(answer), "application/json", status);

    public static async Task RawAsync(HttpContext http, string text, string type, int status = StatusCodes.Status200OK)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, type);
        await http.Response.WriteAsync(text, http.RequestAborted);
    }

    /// <summary>Says nothing until the other side leaves.</summary>
    public static async Task HangAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var leaving = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        Requests.Enqueue(new ModelRequest(http.Request.Path, http.Request.Headers.Authorization.ToString(), body));
        await Answer(http);
    }
}

public sealed record ModelRequest(string Path, string Authorization, string Body);
