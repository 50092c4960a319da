using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Data.Sqlite;
using NewsSite.Hosting;

namespace NewsSite.Commands;

/// <summary>Runs a verb on the data folder without serving.</summary>
internal static class OneShot
{
    private const int WrongSetting = 2;

    public static async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task> work, CancellationToken ct)
    {
        if (Settings.Complaint(parsed) is { } complaint) return await RefuseAsync(complaint);

        try
        {
            string[] settings = [.. parsed.UnmatchedTokens];
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppFolder.Find(settings) });
            builder.AddNewsSite();
            using var host = builder.Build();
            await MigrateAsync(host.Services, ct);
            await using var scope = host.Services.CreateAsyncScope();
            await work(scope.ServiceProvider);
            return 0;
        }
        catch (Exception e) when (Settings.Faults(e) is { } faults)
        {
            return await RefuseAsync(string.Join(Environment.NewLine, faults));
        }
    }

    private static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        var settings = services.GetRequiredService<IOptions<NewsSiteOptions>>().Value;
        Directory.CreateDirectory(settings.Data);
        await using var scope = services.CreateAsyncScope();
        await SqliteDatabase.MigrateAsync(scope.ServiceProvider.GetRequiredService<NewsDbContext>(), settings.MigrationLockFile, ct);
    }

    private static async Task<int> RefuseAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return WrongSetting;
    }
}
