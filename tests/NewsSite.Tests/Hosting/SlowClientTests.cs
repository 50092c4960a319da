using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>Connections that take their time, against shortened limits. The server's clock for them is the machine's, so each test lasts a second or two.</summary>
public sealed partial class SlowClientTests(SlowClientTests.Site site) : IClassFixture<SlowClientTests.Site>
{
    private const int Idle = 2_000;
    private const string Large = "0123456789abcdef0123456789abcdef.png";

    private static readonly string[] Read = ["/", "/harbour", "/harbour/story", "/search?q=quay"];

    private Uri Address => site.App.Address!;

    [Fact]
    public async Task Headers_that_do_not_end_are_answered_408()
    {
        using var client = await RawClient.ConnectAsync(Address);

        await client.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

        Assert.StartsWith("HTTP/1.1 408 ", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_does_not_end_is_answered_408_with_a_page_of_the_site()
    {
        using var client = await RawClient.ConnectAsync(Address);

        await client.SendAsync("POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nform.Email=a");

        var answer = await client.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("The Test Courier", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_read_the_answer_is_not_waited_for()
    {
        using var closings = new Closings(Address);
        using var client = await RawClient.ConnectAsync(Address, receiveBytes: 4096);

        await client.SendAsync($"GET /media/{Large} HTTP/1.1\r\nHost: localhost\r\n\r\n");

        await closings.OfAsync("min_response_data_rate");
    }

    [Fact]
    public async Task A_connection_without_a_request_is_closed()
    {
        using var client = await RawClient.ConnectAsync(Address);

        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Two_thousand_idle_connections_are_in_no_reader_s_way()
    {
        AssertEnoughFiles(2 * Idle);
        using var app = NewsApp.OnSocket(limits => limits.HeadersTime = TimeSpan.FromMinutes(10), new Story { Slug = "story" });
        using var reader = new HttpClient { BaseAddress = app.Address };
        var idle = new List<RawClient>();
        try
        {
            for (var i = 0; i < Idle; i++)
            {
                idle.Add(await RawClient.ConnectAsync(app.Address!));
                if (i % 2 == 0) await idle[^1].SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            }

            foreach (var address in Enumerable.Repeat(Read, 5).SelectMany(round => round))
            {
                using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            // They were open all the while: the last, and the first, can still ask.
            foreach (var client in new[] { idle[0], idle[^2] })
            {
                await client.SendAsync("late\r\nConnection: close\r\n\r\n");
                Assert.StartsWith("HTTP/1.1 200 ", await client.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task More_connections_than_the_server_holds_are_closed_and_those_it_holds_go_on()
    {
        using var app = NewsApp.OnSocket(limits => limits.Connections = 2, new Story { Slug = "story" });
        using var first = await RawClient.ConnectAsync(app.Address!);
        using var second = await RawClient.ConnectAsync(app.Address!);
        await first.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await second.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await first.ReadUntilAsync("Healthy");
        await second.ReadUntilAsync("Healthy");
        using var third = await RawClient.ConnectAsync(app.Address!);

        Assert.Equal("", await third.ReadToEndAsync());
        await first.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Contains("Healthy", await first.ReadUntilAsync("Healthy"), StringComparison.Ordinal);
    }

    // Both ends are in this process. .NET has raised the limit as far as it may.
    private static void AssertEnoughFiles(int connections)
    {
        if (!OperatingSystem.IsLinux()) return;
        var limit = int.Parse(OpenFiles().Match(File.ReadAllText("/proc/self/limits")).Groups[1].Value, null);
        Assert.True(limit > connections + 1_000, $"This process may open {limit} files; the test needs {connections + 1_000}. Raise it: ulimit -n");
    }

    [GeneratedRegex(@"Max open files\s+(\d+)")]
    private static partial Regex OpenFiles();

    public sealed class Site : IAsyncLifetime
    {
        public Site()
        {
            App = NewsApp.OnSocket(limits =>
            {
                (limits.HeadersTime, limits.IdleTime, limits.SlowGrace) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5));
                limits.SlowestBytesPerSecond = 100_000; // so that the 64 KB under way to a reader give it less than a second more
            }, new Story { Slug = "story" });
        }

        public NewsApp App { get; }

        public async ValueTask InitializeAsync()
        {
            await App.Services.KeepAsync(Large, new byte[32 * 1024 * 1024]);
            await App.ShowPictureAsync(Large);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
