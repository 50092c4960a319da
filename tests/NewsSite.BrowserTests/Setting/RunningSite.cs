using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Features.Accounts;

namespace NewsSite.BrowserTests.Setting;

/// <summary>The whole site on a loopback port, with a data folder of its own and a clock that stands still.</summary>
public sealed class RunningSite : WebApplicationFactory<Program>
{
    /// <summary>An hour after the sample edition's newest article.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 30, 0, TimeSpan.Zero);

    private readonly string contentFolder;
    private readonly DirectoryInfo data;
    private readonly (string Name, string Value)[] settings;
    private readonly bool countsTries;

    public RunningSite(string contentFolder, params (string Name, string Value)[] settings)
        : this(contentFolder, Directory.CreateTempSubdirectory("newssite-browser-"), port: 0, countsTries: true, settings)
    {
    }

    private RunningSite(string contentFolder, DirectoryInfo data, int port, bool countsTries, (string Name, string Value)[] settings)
    {
        (this.contentFolder, this.data, this.countsTries, this.settings) = (contentFolder, data, countsTries, settings);
        UseKestrel(port);
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public FakeTimeProvider Clock { get; } = new(Now);

    /// <summary>One on which nobody ever tries a password or a code too often.</summary>
    public static RunningSite Patient(string contentFolder, params (string Name, string Value)[] settings) =>
        new(contentFolder, Directory.CreateTempSubdirectory("newssite-browser-"), port: 0, countsTries: false, settings);

    /// <summary>Ends the server as a crash would; what it kept stays.</summary>
    public ValueTask StopAsync() => base.DisposeAsync();

    /// <summary>The same site, after <see cref="StopAsync"/>, at the same address.</summary>
    public RunningSite Restarted() => new(contentFolder, data, Address.Port, countsTries, settings);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("NewsSite:Content", contentFolder);
        builder.UseSetting("NewsSite:Data", data.FullName);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Warning");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000); // for the tests' time
            if (countsTries) return;
            // Whoever asks gets a count of their own.
            services.Replace(ServiceDescriptor.Transient<GuessLimits, GuessLimits>());
            services.Replace(ServiceDescriptor.Transient<SignInState, SignInState>());
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        data.Refresh();
        if (data.Exists) data.Delete(recursive: true);
    }
}
