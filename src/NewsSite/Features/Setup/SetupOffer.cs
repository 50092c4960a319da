using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using NewsSite.Hosting;

namespace NewsSite.Features.Setup;

/// <summary>While nobody has an account, each start prints one new link for claiming the site.</summary>
internal sealed partial class SetupOffer(IServiceScopeFactory scopes, IServer server, IOptions<NewsSiteOptions> options, ILogger<SetupOffer> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetupDesk>().OfferAsync(cancellationToken) is { } path) LogOffer(Root() + path);
    }

    // On one's own machine the port that was asked for counts, whatever the settings say.
    private string Root()
    {
        var configured = new Uri(options.Value.BaseUrl);
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return configured.IsLoopback && listening is not null && Uri.TryCreate(listening.Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var address)
            ? $"{address.Scheme}://localhost:{address.Port}"
            : options.Value.BaseUrl.TrimEnd('/');
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody has an account yet. Claim this site within 24 hours, once, at {Link}")]
    private partial void LogOffer(string link);
}
