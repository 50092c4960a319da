using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks.Delivery;

/// <summary>Readers without a pause, by wrk, on the other processor.</summary>
internal static partial class Load
{
    private const string Processor = "1";
    private const int Connections = 64;

    /// <param name="headers">Each “Name: value”.</param>
    /// <param name="script">Of wrk, in Lua; null to ask for the one page.</param>
    /// <exception cref="InvalidOperationException">An answer was not good.</exception>
    public static async Task<LoadResult> RunAsync(ServerProcess server, Uri page, int seconds, IEnumerable<string> headers, string? script = null)
    {
        var before = server.Processed;
        string[] options = ["-c", Processor, "wrk", "-t1", $"-c{Connections}", $"-d{seconds}s", "--latency", .. headers.SelectMany(header => new[] { "-H", header }), .. script is null ? Array.Empty<string>() : ["-s", script], page.ToString()];
        using var wrk = Process.Start(new ProcessStartInfo("taskset", options) { RedirectStandardOutput = true })!;
        var told = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var used = server.Processed - before;
        if (Errors().IsMatch(told)) throw new InvalidOperationException($"{page} failed under load:\n{told}");
        var requests = double.Parse(Requests().Match(told).Groups[1].Value, CultureInfo.InvariantCulture);
        return new LoadResult(
            double.Parse(Rate().Match(told).Groups[1].Value, CultureInfo.InvariantCulture), Latency(told, "50%"), Latency(told, "99%"), used * 1e6 / requests, server.Memory);
    }

    private static double Latency(string told, string share)
    {
        var found = Regex.Match(told, $@"^\s+{share}\s+([\d.]+)(us|ms|s)", RegexOptions.Multiline);
        return double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) * (found.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 });
    }

    [GeneratedRegex("Non-2xx or 3xx|Socket errors")]
    private static partial Regex Errors();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}

/// <param name="Rate">Requests a second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="Slow">99th percentile (milliseconds).</param>
/// <param name="Cost">Processor time of the server for one request (µs).</param>
/// <param name="Memory">Megabytes, proportional share.</param>
internal sealed record LoadResult(double Rate, double Median, double Slow, double Cost, double Memory);
