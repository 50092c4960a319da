using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsSite.Hosting.Limits;
using NewsSite.Tests.Support;

namespace NewsSite.Benchmarks.Hosting;

/// <summary>How long readers wait for their pages while others ask for all that is costly, and what memory that takes.</summary>
internal sealed class NeighbourBenchmark(ServedSite site, HttpClient writer, string token)
{
    private const int Articles = 10_000;
    private const int Requests = 300;
    private const int Idle = 2_000;

    private static readonly string[] Searches = ["a", "the", "e", .. HostileRow.Read("search").Select(row => row.Text)];
    private static readonly string[] Handlers = ["Preview", "Save"];
    private static readonly HostileRow[] Texts = [.. HostileRow.Read("pathological")];

    private readonly ConcurrentDictionary<string, (double Slowest, int Count, ConcurrentDictionary<int, int> Statuses)> answers = [];

    public static async Task<int> RunAsync()
    {
        MeasureBuckets();
        await using var site = await ServedSite.OpenAsync(Articles);
        var (writer, token) = await site.SignInAsync();
        var bench = new NeighbourBenchmark(site, writer, token);
        await bench.ReadAsync(); // compiles
        Console.WriteLine($"{Articles:N0} articles; {Requests} pages a row, one after the other");
        for (var round = 0; round < 2; round++)
        {
            bench.Tell("quiet", await bench.ReadAsync());
            bench.Tell("hostile", await bench.UnderAttackAsync());
        }

        await bench.MeasureIdleAsync();
        bench.Tell("quiet", await bench.ReadAsync());
        foreach (var (kind, (slowest, count, statuses)) in bench.answers.OrderBy(each => each.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-28} {count,6} answers, slowest {slowest,7:F0} ms: {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key} × {s.Value}"))}"));
        return site.IsAlive ? 0 : 1;
    }

    private static void MeasureBuckets()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var limiter = Buckets.InWindow(10, TimeSpan.FromHours(1));
        for (var i = 0; i < 1_000_000; i++) limiter.AttemptAcquire($"{i}").Dispose();
        Console.WriteLine($"A million keys in {Buckets.Count:N0} buckets: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024:N0} KB");
    }

    private async Task<List<double>> ReadAsync()
    {
        using var reader = site.Browser();
        var front = await reader.GetStringAsync(new Uri("/", UriKind.Relative));
        var article = System.Text.RegularExpressions.Regex.Match(front, "class=\"hed\"[^>]*>\\s*<a href=\"(/[^\"]+)\"").Groups[1].Value;
        string[] pages = ["/", article.Length > 0 ? article : "/archive", "/health/ready"];
        var times = new List<double>();
        for (var i = 0; i < Requests; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await reader.GetAsync(new Uri(pages[i % pages.Length], UriKind.Relative));
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Found)) throw new InvalidOperationException($"A reader was answered {answer.StatusCode}.");
        }

        times.Sort();
        return times;
    }

    private async Task<List<double>> UnderAttackAsync()
    {
        using var end = new CancellationTokenSource();
        Task[] attackers =
        [
            .. Handlers.Select(handler => Loop(i => SendTextAsync(handler, Texts[i % Texts.Length], end.Token), end.Token)),
            .. Enumerable.Range(0, 3).Select(_ => Loop(i => SearchAsync(Searches[i % Searches.Length], end.Token), end.Token)),
            Loop(_ => PourAsync(end.Token), end.Token),
        ];
        var times = await ReadAsync();
        await end.CancelAsync();
        await Task.WhenAll(attackers);
        return times;
    }

    private static Task Loop(Func<int, Task> work, CancellationToken end) => Task.Run(async () =>
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            try
            {
                await work(i);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }, CancellationToken.None);

    private async Task SendTextAsync(string handler, HostileRow row, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(row.Text), "Body" }, { new StringContent("A quay by night"), "Headline" },
        };
        var watch = Stopwatch.StartNew();
        using var answer = await writer.PostAsync(new Uri($"/admin/articles/new?handler={handler}", UriKind.Relative), form, ct);
        Note(handler, watch, (int)answer.StatusCode);
    }

    private async Task SearchAsync(string words, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await writer.GetAsync(new Uri("/search?q=" + Uri.EscapeDataString(words), UriKind.Relative), ct);
        Note("Search", watch, (int)answer.StatusCode);
    }

    // A body of 100 MB to the first door that anybody may knock at.
    private async Task PourAsync(CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var socket = await ConnectAsync(ct);
        var part = new byte[64 * 1024];
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes("POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000000\r\n\r\n"), ct);
            for (var sent = 0; sent < 100_000_000; sent += part.Length) await socket.SendAsync(part, ct);
        }
        catch (SocketException)
        {
            // Refused: the answer has come already.
        }

        Note("100 MB", watch, await StatusAsync(socket, part, ct));
    }

    private static async Task<int> StatusAsync(Socket socket, byte[] buffer, CancellationToken ct)
    {
        try
        {
            var read = await socket.ReceiveAsync(buffer, ct);
            return read > 12 ? int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), CultureInfo.InvariantCulture) : 0;
        }
        catch (SocketException)
        {
            return 0; // the refusal was lost on the way: nobody has to read what comes after it
        }
    }

    private async Task MeasureIdleAsync()
    {
        var before = site.Memory;
        var idle = new List<Socket>();
        for (var i = 0; i < Idle; i++)
        {
            idle.Add(await ConnectAsync(CancellationToken.None));
            if (i % 2 == 0) await idle[^1].SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray());
        }

        Tell($"{Idle:N0} idle", await ReadAsync());
        Console.WriteLine($"  {Idle:N0} idle connections took {(site.Memory - before) / 1024 / 1024} MB");
        idle.ForEach(socket => socket.Dispose());
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, site.Address.Port), ct);
        return socket;
    }

    private void Note(string kind, Stopwatch watch, int status)
    {
        var took = watch.Elapsed.TotalMilliseconds;
        var kept = answers.AddOrUpdate(kind, _ => (took, 1, []), (_, old) => (Math.Max(old.Slowest, took), old.Count + 1, old.Statuses));
        kept.Statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
    }

    private void Tell(string phase, List<double> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {phase,-12} p50 {times[times.Count / 2],7:F1} ms   p99 {times[times.Count * 99 / 100],7:F1} ms   most {times[^1],7:F1} ms   memory {site.Memory / 1024 / 1024,5} MB"));
}
