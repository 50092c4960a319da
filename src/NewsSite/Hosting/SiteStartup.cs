using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Data.Sqlite;
using NewsSite.Features.Importing;
using NewsSite.Features.Media.Intake;
using NewsSite.Features.Shared;

namespace NewsSite.Hosting;

/// <summary>Before the first request: the database is brought up to date and the edition is loaded.</summary>
internal sealed class SiteStartup(IServiceScopeFactory scopes, EditionLoader loader, SiteDirectory directory, IOptions<NewsSiteOptions> options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        Directory.CreateDirectory(settings.Data);
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
            await SqliteDatabase.MigrateAsync(db, settings.MigrationLockFile, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<OldShelf>().TakeOverAsync(cancellationToken);
        }

        if (settings.Content is not null) await loader.LoadAsync(settings.Content, cancellationToken);
        directory.Forget();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
