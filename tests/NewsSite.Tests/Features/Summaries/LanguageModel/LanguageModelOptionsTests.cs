using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsSite.Features.Summaries.LanguageModel;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Summaries.LanguageModel;

public sealed class LanguageModelOptionsTests : IDisposable
{
    private readonly TempFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Without_settings_there_is_no_client_and_no_draft()
    {
        using var host = Host();

        Assert.Null(host.Services.GetRequiredService<LanguageModelConnection>().Client);
        Assert.Equal(NoDraftReason.NotConfigured, (await host.Services.GetRequiredService<LanguageModelDrafter>().DraftAsync(ModelBench.Request(), TestContext.Current.CancellationToken)).Why?.Reason);
        await using var scope = host.Services.CreateAsyncScope();
        Assert.Equal(NoDraftReason.NotConfigured, (await scope.ServiceProvider.GetRequiredService<ModelDrafts>().DraftAsync("any", TestContext.Current.CancellationToken)).Why?.Reason);
    }

    [Fact]
    public void Empty_settings_are_no_settings()
    {
        using var host = Host("Kind=", "Endpoint=", "Model= ", "ApiKey=", "TimeoutSeconds=");

        Assert.Null(host.Services.GetRequiredService<LanguageModelConnection>().Client);
    }

    [Theory]
    [InlineData("ollama", "http://localhost:11434", LanguageModelKind.Ollama)]
    [InlineData("OpenAI", "https://models.example/v1", LanguageModelKind.OpenAI)]
    public void Right_settings_make_a_client(string kind, string endpoint, LanguageModelKind expected)
    {
        using var host = Host($"Kind={kind}", $"Endpoint={endpoint}", "Model=small", "ApiKey=sk-1", "TimeoutSeconds=45");

        var options = host.Services.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        Assert.Equal((expected, TimeSpan.FromSeconds(45), $"{expected} small"), (options.Kind, options.Timeout, options.Method));
        Assert.NotNull(host.Services.GetRequiredService<LanguageModelConnection>().Client);
    }

    [Theory]
    [InlineData("Kind", "Kind=Claude", "Endpoint=http://localhost:1", "Model=m")]
    [InlineData("Kind", "Kind=1", "Endpoint=http://localhost:1", "Model=m")]
    [InlineData("Kind", "Endpoint=http://localhost:1", "Model=m")]
    [InlineData("Endpoint", "Kind=Ollama", "Model=m")]
    [InlineData("Endpoint", "Kind=Ollama", "Endpoint=localhost:11434", "Model=m")]
    [InlineData("Endpoint", "Kind=Ollama", "Endpoint=file:///etc/passwd", "Model=m")]
    [InlineData("Endpoint", "Kind=OpenAI", "Endpoint=https://jane:sk-secret@models.example/v1", "Model=m")]
    [InlineData("Endpoint", "Kind=OpenAI", "Endpoint=https://models.example/v1?key=sk-secret", "Model=m")]
    [InlineData("Endpoint", "Kind=OpenAI", "Endpoint=http://models.example/v1", "Model=m", "ApiKey=sk-secret")]
    [InlineData("Model", "Kind=Ollama", "Endpoint=http://localhost:11434")]
    [InlineData("ApiKey", "Kind=OpenAI", "Endpoint=https://models.example", "Model=m", "ApiKey=sk-secret\r\nX-More: 1")]
    [InlineData("ApiKey", "Kind=OpenAI", "Endpoint=https://models.example", "Model=m", "ApiKey=sk-secrét")]
    [InlineData("TimeoutSeconds", "Kind=Ollama", "Endpoint=http://localhost:11434", "Model=m", "TimeoutSeconds=0")]
    [InlineData("TimeoutSeconds", "Kind=Ollama", "Endpoint=http://localhost:11434", "Model=m", "TimeoutSeconds=601")]
    [InlineData("TimeoutSeconds", "Kind=Ollama", "Endpoint=http://localhost:11434", "Model=m", "TimeoutSeconds=soon")]
    [InlineData("Modell", "Kind=Ollama", "Endpoint=http://localhost:11434", "Model=m", "Modell=x")]
    public async Task A_wrong_value_stops_the_start_with_one_line_that_names_it(string named, params string[] settings)
    {
        using var host = Host(settings);

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"NewsSite:LanguageModel:{named} ", Assert.Single(e.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secr", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(e.Failures, line => line.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_model_name_is_cut_to_what_a_summary_keeps()
    {
        var options = new LanguageModelOptions { Kind = LanguageModelKind.Ollama, Model = new string('m', 52) + "😀" };

        Assert.Equal("Ollama " + new string('m', 52), options.Method);
    }

    private IHost Host(params string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration["NewsSite:Data"] = data.Path;
        builder.Configuration["NewsSite:Content"] = "";
        builder.Configuration["Serilog:MinimumLevel:Default"] = "Fatal";
        builder.Configuration["Serilog:MinimumLevel:Override:Microsoft.Extensions.Hosting"] = "Fatal";
        foreach (var setting in settings.Select(setting => setting.Split('=', 2))) builder.Configuration["NewsSite:LanguageModel:" + setting[0]] = setting[1];
        builder.AddNewsSite();
        return builder.Build();
    }
}
