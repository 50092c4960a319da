using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(NewsSite.BrowserTests.Setting.ReadingRoom))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All)]

namespace NewsSite.BrowserTests.Setting;

/// <summary>The sample edition, served once, and one browser; every test opens a fresh <see cref="Reader"/>.</summary>
public sealed class ReadingRoom : IAsyncLifetime
{
    // The last four keep Chromium from calling its maker's servers.
    private static readonly string[] Flags =
    [
        // Whatever a page may ask for, nothing but the site under test is there.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private RunningSite? site;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var program = FindBrowser();
        var serving = Task.Run(() => new RunningSite(SampleEdition.Folder));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags });
        site = await serving;
    }

    public Task<Reader> OpenAsync(ReaderSetup? setup = null) => OpenAsync(site!, setup);

    public Task<Reader> OpenAsync(RunningSite other, ReaderSetup? setup = null) => Reader.OpenAsync(browser!, other.Address, setup ?? new());

    public Task<IBrowserContext> OpenContextAsync(BrowserNewContextOptions options) => browser!.NewContextAsync(options);

    /// <summary>A browser of its own whose profile outlives it.</summary>
    public Task<IBrowserContext> OpenProfileAsync(string folder) =>
        playwright!.Chromium.LaunchPersistentContextAsync(folder, new() { ExecutablePath = FindBrowser(), Args = Flags, ReducedMotion = ReducedMotion.Reduce });

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (site is not null) await site.DisposeAsync();
    }

    private static string FindBrowser()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        return File.Exists(program)
            ? program
            : throw new FileNotFoundException($"The browser tests need Chromium, and there is no {program}: apt-get install chromium, or name another one in CHROMIUM.");
    }
}
