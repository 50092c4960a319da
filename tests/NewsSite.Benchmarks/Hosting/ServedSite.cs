using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks.Hosting;

/// <summary>The site as people run it: a process of its own, with articles in it and somebody who may write.</summary>
internal sealed partial class ServedSite : IAsyncDisposable
{
    private const string Email = "writer@bench.example";
    private const string Password = "four grey herons wade";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("newssite-bench-");
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? server;

    public Uri Address { get; private set; } = null!;

    /// <summary>Bytes of memory that the process holds.</summary>
    public long Memory
    {
        get
        {
            server!.Refresh();
            return server.WorkingSet64;
        }
    }

    public bool IsAlive => !server!.HasExited;

    public static async Task<ServedSite> OpenAsync(int articles)
    {
        var site = new ServedSite();
        await site.RunAsync("generate", "--articles", $"{articles}");
        var link = (await site.RunAsync("user", "create", Email, "--name", "Writer", "--role", "Administrator")).Split('\n').Last(line => line.Contains("token=", StringComparison.Ordinal)).Trim();
        await site.ListenAsync("--urls=http://127.0.0.1:0");
        using var browser = site.Browser();
        await PostAsync(browser, new Uri(link).PathAndQuery, [new("form.Password", Password)]);
        return site;
    }

    /// <summary>The site with an edition in it, at the address that it calls its own.</summary>
    public static async Task<ServedSite> OpenEditionAsync(string folder)
    {
        var (site, address) = (new ServedSite(), $"http://localhost:{FreePort()}");
        await site.ListenAsync($"--urls={address}", $"--NewsSite:BaseUrl={address}", $"--NewsSite:Content={folder}");
        return site;
    }

    /// <summary>Keeps its cookies and follows nothing.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };

    /// <returns>A browser that is in, and the token for its forms.</returns>
    public async Task<(HttpClient Browser, string Token)> SignInAsync()
    {
        var browser = Browser();
        await PostAsync(browser, "/account/sign-in", [new("form.Email", Email), new("form.Password", Password)]);
        return (browser, await TokenAsync(browser, "/admin/articles/new"));
    }

    public async ValueTask DisposeAsync()
    {
        server?.Kill();
        await (server?.WaitForExitAsync() ?? Task.CompletedTask);
        server?.Dispose();
        data.Delete(recursive: true);
    }

    /// <summary>The folder in which all of the project lies.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsSite.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    /// <returns>Null when the line does not say where a server listens.</returns>
    public static Uri? AddressIn(string? line) => line is not null && Listening().Match(line) is { Success: true } found ? new Uri(found.Groups[1].Value) : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ListenAsync(params string[] arguments)
    {
        server = Start(arguments);
        server.OutputDataReceived += (_, line) => Hear(line.Data);
        server.BeginOutputReadLine();
        Address = await listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    private static async Task PostAsync(HttpClient browser, string url, List<KeyValuePair<string, string>> fields)
    {
        var token = await TokenAsync(browser, url);
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        using var answer = await browser.PostAsync(new Uri(url, UriKind.Relative), form);
        if ((int)answer.StatusCode != 302) throw new InvalidOperationException($"{url} answered {answer.StatusCode}.");
    }

    private static async Task<string> TokenAsync(HttpClient browser, string url) =>
        Token().Match(await browser.GetStringAsync(new Uri(url, UriKind.Relative))).Groups[1].Value;

    private void Hear(string? line)
    {
        if (AddressIn(line) is { } address) listening.TrySetResult(address);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }

    private Process Start(params string[] arguments)
    {
        var source = Path.Combine(Repository(), "src", "NewsSite");
        return Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(source, "bin", "Release", "net10.0", "newssite.dll"), .. arguments, $"--NewsSite:Data={data.FullName}"])
        {
            WorkingDirectory = source,
            RedirectStandardOutput = true,
        })!;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
