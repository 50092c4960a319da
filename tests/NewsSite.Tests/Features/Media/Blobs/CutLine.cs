using System.Net;
using System.Net.Sockets;

namespace NewsSite.Tests.Features.Media.Blobs;

/// <summary>A line to a server on this machine that breaks after so many bytes have gone to it.</summary>
internal sealed class CutLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private readonly int cutAfter;

    /// <param name="cutAfter">0: it takes whoever calls, and stays silent.</param>
    public CutLine(int server, int cutAfter)
    {
        (this.server, this.cutAfter) = (server, cutAfter);
        listener.Start();
        Served = ServeAsync();
    }

    public string Endpoint => listener.LocalEndpoint.ToString()!;

    /// <summary>Ends when a line was cut.</summary>
    public Task Served { get; }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        using var caller = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var called = new TcpClient();
        await called.ConnectAsync(IPAddress.Loopback, server, TestContext.Current.CancellationToken);
        var buffer = new byte[16_384];
        for (var passed = 0; ;)
        {
            var read = await caller.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
            if (read == 0 || (passed += read) > cutAfter && cutAfter > 0) return;
            if (cutAfter > 0) await called.GetStream().WriteAsync(buffer.AsMemory(0, read), TestContext.Current.CancellationToken);
        }
    }
}
