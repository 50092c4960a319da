using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace NewsSite.Tests.Support;

/// <summary>A mail server that keeps what it is given.</summary>
public sealed class PostBox : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<Letter> letters = Channel.CreateUnbounded<Letter>();
    private readonly CancellationTokenSource closed = new();
    private readonly Task serving;

    public PostBox()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public (string Name, string Value)[] Settings =>
    [
        ("NewsSite:Smtp:Host", "127.0.0.1"), ("NewsSite:Smtp:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}"),
        ("NewsSite:Smtp:UseTls", "false"), ("NewsSite:Smtp:From", "desk@courier.example"),
    ];

    /// <summary>Headers and text of the next letter.</summary>
    public async Task<string> NextAsync() => (await NextLetterAsync()).Text;

    public async Task<Letter> NextLetterAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        return await letters.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await serving;
        listener.Dispose();
        closed.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(closed.Token);
                await TalkAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // closed
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 ready");
        var recipients = new List<string>();
        while (await reader.ReadLineAsync(closed.Token) is { } line)
        {
            if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase)) recipients.Add(line[8..].Trim().TrimStart('<').Split('>')[0]);
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var letter = new List<string>();
                while (await reader.ReadLineAsync(closed.Token) is { } text && text != ".") letter.Add(text);
                letters.Writer.TryWrite(new Letter([.. recipients], string.Join('\n', letter)));
                recipients.Clear();
            }

            await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
        }
    }
}

/// <param name="Recipients">Of the envelope: where it really goes.</param>
/// <param name="Text">Headers and text.</param>
public sealed record Letter(IReadOnlyList<string> Recipients, string Text);
