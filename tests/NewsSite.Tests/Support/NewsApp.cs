using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Data;
using NewsSite.Delivery;
using NewsSite.Domain.Articles;
using NewsSite.Features.Importing;
using NewsSite.Hosting;
using NewsSite.Hosting.Limits;

namespace NewsSite.Tests.Support;

/// <summary>The whole site on a SQLite file of its own, with a clock that the test holds.</summary>
public sealed class NewsApp : WebApplicationFactory<NewsSiteOptions>
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public const string PublicAddress = "https://courier.example";

    private const int QuickRounds = 1_000;

    private readonly TempFolder data;
    private readonly bool hashesFully;
    private readonly (string Name, string Value)[] settings;
    private readonly Action<ServerLimits>? limits;
    private HttpClient? client;

    public NewsApp()
        : this(new EditionFolder())
    {
    }

    private NewsApp(EditionFolder edition, TempFolder? data = null, bool hashesFully = false, params (string Name, string Value)[] settings)
    {
        (Edition, this.data, this.hashesFully, this.settings) = (edition, data ?? new TempFolder(), hashesFully, settings);
        StartServer();
    }

    private NewsApp(EditionFolder edition, Action<ServerLimits> limits, bool onSocket, params (string Name, string Value)[] settings)
    {
        (Edition, data, this.settings, this.limits) = (edition, new TempFolder(), [("AllowedHosts", "localhost;127.0.0.1"), .. settings], limits);
        if (onSocket) UseKestrel(0);
        StartServer();
        if (onSocket) Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens; null for a site in memory.</summary>
    public Uri? Address { get; }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient PlainClient() => Address is null
        ? CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(PublicAddress) })
        : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    public EditionFolder Edition { get; }

    /// <summary>How often the database was asked.</summary>
    public CommandCount Commands { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Noon);

    public static NewsApp With(params Story[] stories) => new(new EditionFolder().Add(stories));

    public static NewsApp On(EditionFolder edition) => new(edition);

    public static NewsApp Set(params (string Name, string Value)[] settings) => new(new EditionFolder(), settings: settings);

    /// <summary>Keeps passwords as a real site does; all others use few rounds, for the tests' time.</summary>
    public static NewsApp Hashing() => new(new EditionFolder(), hashesFully: true);

    /// <summary>With the real server, on a loopback port of its own.</summary>
    public static NewsApp OnSocket(Action<ServerLimits> limits, params Story[] stories) => new(new EditionFolder().Add(stories), limits, onSocket: true);

    /// <summary>Speaks HTTP/2 alone, as it does over TLS to whoever knows it.</summary>
    public static NewsApp OverHttp2(params Story[] stories) => new(new EditionFolder().Add(stories), _ => { }, onSocket: true, ("Kestrel:EndpointDefaults:Protocols", "Http2"));

    /// <summary>In memory, where connections have no limits and the rest has.</summary>
    public static NewsApp Limited(Action<ServerLimits> limits) => new(new EditionFolder(), limits, onSocket: false);

    public static NewsApp On(EditionFolder edition, params (string Name, string Value)[] settings) => new(edition, settings: settings);

    /// <summary>The same site started a second time, as a new process would.</summary>
    public NewsApp Restarted() => new(Edition, data);

    /// <summary>Logs as a real site does.</summary>
    public static NewsApp Logging(params Story[] stories) => new(new EditionFolder().Add(stories), settings: ("Serilog:MinimumLevel:Default", "Information"));

    public string DataFolder => data.Path;

    /// <summary>Does not follow redirects: a test asserts on the answer itself.</summary>
    public HttpClient Client => client ??= CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(PublicAddress) });

    public async Task<IDocument> PageAsync(string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{url} answered {(int)response.StatusCode}: {html}");
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    public async Task<HttpResponseMessage> GetAsync(string url) =>
        await Client.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<EditionReport> LoadAgainAsync() =>
        Services.GetRequiredService<EditionLoader>().LoadAsync(Edition.Path, TestContext.Current.CancellationToken);

    /// <summary>Runs <paramref name="work"/> in a scope of its own, as a request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> WithDatabaseAsync<T>(Func<NewsDbContext, Task<T>> work) =>
        InScopeAsync(services => work(services.GetRequiredService<NewsDbContext>()));

    /// <summary>Has every page made anew.</summary>
    public void ForgetPages() => Services.GetRequiredService<PageStore>().Drop([DependencyTags.Everything], forGood: true);

    /// <summary>Takes the database away.</summary>
    public void Break()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(DataFolder, "news.db*")) File.Delete(file);
        Directory.CreateDirectory(Path.Combine(DataFolder, "news.db"));
    }

    /// <summary>Lets the first article show a picture of the media folder, so that readers may have it.</summary>
    public Task<int> ShowPictureAsync(string file) =>
        WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO PictureUses (File, ArticleId) VALUES ({file}, 1)", TestContext.Current.CancellationToken));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("NewsSite:Data", data.Path);
        builder.UseSetting("NewsSite:Content", Edition.Path);
        builder.UseSetting("NewsSite:BaseUrl", PublicAddress);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Fatal");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter, PeerFilter>();
            services.ConfigureDbContext<NewsDbContext>(options => options.AddInterceptors(Commands));
            if (!hashesFully) services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = QuickRounds);
            if (limits is not null) services.Configure(limits);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;

        client?.Dispose();
        SqliteConnection.ClearAllPools();
        data.Dispose();
        Edition.Dispose();
    }
}
