using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsSite.Tests.Support;

/// <summary>A client that sends just the bytes it is told to, and takes its time if told so.</summary>
public sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <param name="receiveBytes">Room for what has not been read; small for a reader that is to hold the server up.</param>
    public static async Task<RawClient> ConnectAsync(Uri address, int? receiveBytes = null)
    {
        var client = new RawClient();
        if (receiveBytes is { } bytes) client.socket.ReceiveBufferSize = bytes;
        await client.socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), TestContext.Current.CancellationToken);
        return client;
    }

    public Task<bool> SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <returns>False when the server has closed the connection.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, TestContext.Current.CancellationToken)..];
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>All that the server sends until it closes the connection, as Latin-1.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var text = new StringBuilder();
        while (await ReadAsync() is { Length: > 0 } part) text.Append(part);
        return text.ToString();
    }

    /// <summary>What has come until <paramref name="mark"/> is in it, or the connection is closed.</summary>
    public async Task<string> ReadUntilAsync(string mark)
    {
        var text = "";
        while (!text.Contains(mark, StringComparison.Ordinal) && await ReadAsync() is { Length: > 0 } part) text += part;
        return text;
    }

    public void Dispose() => socket.Dispose();

    private async Task<string> ReadAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var buffer = new byte[16 * 1024];
        try
        {
            return Encoding.Latin1.GetString(buffer, 0, await socket.ReceiveAsync(buffer, patience.Token));
        }
        catch (SocketException)
        {
            return ""; // reset: the server closed while something was still on its way
        }
    }
}
