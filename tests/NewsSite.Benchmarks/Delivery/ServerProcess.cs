using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Benchmarks.Hosting;

namespace NewsSite.Benchmarks.Delivery;

/// <summary>A server in a process of its own, on one processor.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const string Processor = "0";
    private const double TicksPerSecond = 100;

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(IEnumerable<string> command, string folder)
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo("taskset", ["-c", Processor, .. command]) { WorkingDirectory = folder, RedirectStandardOutput = true },
        };
        process.OutputDataReceived += (_, line) =>
        {
            if (ServedSite.AddressIn(line.Data) is { } address) listening.TrySetResult(address);
        };
        process.Start();
        process.BeginOutputReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Processor time that it has used (seconds).</summary>
    public double Processed
    {
        get
        {
            // proc_pid_stat(5): the name may hold spaces, and ends with the last bracket.
            var stat = File.ReadAllText($"/proc/{process.Id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (long.Parse(stat[11], CultureInfo.InvariantCulture) + long.Parse(stat[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    /// <summary>Its proportional share of memory (megabytes).</summary>
    public double Memory => long.Parse(Pss().Match(File.ReadAllText($"/proc/{process.Id}/smaps_rollup")).Groups[1].Value, CultureInfo.InvariantCulture) / 1024.0;

    /// <param name="command">Prints “Now listening on: ADDRESS”.</param>
    public static async Task<ServerProcess> StartAsync(IEnumerable<string> command, string folder)
    {
        var server = new ServerProcess(command, folder);
        server.Address = await server.listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"^Pss:\s+(\d+) kB", RegexOptions.Multiline)]
    private static partial Regex Pss();
}
