using NewsSite.Hosting;

namespace NewsSite.Features.Setup;

/// <summary>While nobody has an account, each start prints one new link for claiming the site.</summary>
internal sealed partial class SetupOffer(IServiceScopeFactory scopes, AbsoluteUrls urls, ILogger<SetupOffer> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetupDesk>().OfferAsync(cancellationToken) is { } path) LogOffer(urls.Of(path));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody has an account yet. Claim this site within 24 hours, once, at {Link}")]
    private partial void LogOffer(string link);
}
