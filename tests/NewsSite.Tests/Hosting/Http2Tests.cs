using System.Net;
using NewsSite.Hosting.Limits;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>The site over HTTP/2, on a socket.</summary>
public sealed class Http2Tests : IDisposable
{
    // RFC 9113, section 8.2.2.
    private static readonly string[] OfOneConnection = ["Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade"];

    private readonly NewsApp app = NewsApp.OverHttp2(new Story { Slug = "story" });
    private readonly HttpClient client;
    private int connections;

    public Http2Tests() => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = ConnectAsync })
    {
        BaseAddress = app.Address,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    [Fact]
    public async Task Pages_files_and_refusals_come_over_one_connection_without_headers_of_HTTP_1()
    {
        string[] urls = ["/", "/harbour/story", "/search?q=story", "/harbour/nothing", "/robots.txt", "/speculation.json", "/css/site.css", "/fonts/public-sans.woff2", "/admin"];
        using var first = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Ct); // there is one connection now, which the rest can share
        await Task.WhenAll(urls.Select(url => AskAsync(new HttpRequestMessage(HttpMethod.Get, url))));

        var tooMuch = new FormUrlEncodedContent([KeyValuePair.Create("form.Email", new string('a', ServerLimits.FormBytes))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await AskAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = tooMuch }));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(new HttpRequestMessage(HttpMethod.Get, "/harbour/story")));
        Assert.Equal(1, connections);
    }

    private async Task<HttpStatusCode> AskAsync(HttpRequestMessage request)
    {
        (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        using (request)
        {
            using var answer = await client.SendAsync(request, Ct);
            Assert.Equal(HttpVersion.Version20, answer.Version);
            Assert.DoesNotContain(answer.Headers, header => OfOneConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
            return answer.StatusCode;
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        Interlocked.Increment(ref connections);
        var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(context.DnsEndPoint, ct);
        return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
    }
}
