using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Kills;

/// <summary>The site as people run it: a process, which is killed in the middle of its work and started again on what is left.</summary>
internal sealed partial class KilledSite : IDisposable
{
    private readonly TempFolder data = new();
    private Process? process;
    private Task listening = Task.CompletedTask;
    private readonly ConcurrentQueue<string> said = new();

    public Uri Address { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>With sections in it.</summary>
    public static async Task<KilledSite> PrepareAsync()
    {
        var site = new KilledSite();
        await site.RunAsync("generate", "--articles", "5");
        return site;
    }

    /// <returns>Path and query of the page where the person chooses a password.</returns>
    public async Task<string> InviteAsync(string email)
    {
        var said = await RunAsync("user", "create", email, "--name", email.Split('@')[0], "--role", "Administrator");
        return new Uri(said.Split('\n').Last(line => line.Contains("token=", StringComparison.Ordinal)).Trim()).PathAndQuery;
    }

    public async Task StartAsync()
    {
        process = Launch("--urls=http://127.0.0.1:0");
        while (await process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            if (Listening().Match(line) is not { Success: true } found) continue;
            Address = new Uri(found.Groups[1].Value);
            listening = HearAsync(process.StandardOutput); // a full pipe would stop it
            return;
        }

        Assert.Fail("The site did not start again.");
    }

    /// <summary>At once, whatever it is doing (SIGKILL).</summary>
    public void Kill() => process!.Kill();

    /// <summary>After a kill.</summary>
    public async Task EndAsync()
    {
        await process!.WaitForExitAsync(Ct);
        await listening;
        process.Dispose();
        process = null;
    }

    /// <summary>What it logged last.</summary>
    public string LastWords => string.Join('\n', said.TakeLast(60));

    /// <summary>For reading, by a connection of its own: one that had read before would ask what it remembers of the search's index whether that is whole.</summary>
    public NewsDbContext Open() => new(new DbContextOptionsBuilder<NewsDbContext>().UseSqlite($"Data Source={data.File("news.db")};Pooling=False").Options);

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        data.Dispose();
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var command = Launch(arguments);
        var said = await command.StandardOutput.ReadToEndAsync(Ct);
        await command.WaitForExitAsync(Ct);
        Assert.True(command.ExitCode == 0, said);
        return said;
    }

    private async Task HearAsync(StreamReader output)
    {
        while (await output.ReadLineAsync(Ct) is { } line) said.Enqueue(line);
    }

    private Process Launch(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(NewsSiteOptions).Assembly.Location, .. arguments, $"--NewsSite:Data={data.Path}", "--NewsSite:Content="])
        { RedirectStandardOutput = true, WorkingDirectory = data.Path })!;

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
