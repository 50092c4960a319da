using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;

namespace NewsSite.Benchmarks.Newsroom;

/// <summary>The site's own services on a data folder that goes away with it; nothing is served.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("newssite-bench-");
    private readonly WebApplication app;

    private BenchSite()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NewsSite:Data"] = data.FullName,
            ["NewsSite:Content"] = data.FullName,
            ["Serilog:MinimumLevel:Default"] = "Fatal",
        });
        builder.AddNewsSite();
        builder.AddServing();
        app = builder.Build();
    }

    public static async Task<BenchSite> OpenAsync()
    {
        var site = new BenchSite();
        await site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<NewsDbContext>().Database.MigrateAsync();
            return true;
        });
        return site;
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Delete(recursive: true);
    }
}
