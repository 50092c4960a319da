using System.Net;
using System.Text.Json;

namespace NewsSite.Benchmarks.Delivery;

/// <summary>An answer of the site, to be sent by others with the same headers and the same bytes.</summary>
internal sealed record PageCopy(IReadOnlyDictionary<string, string> Headers, byte[] Identity, byte[] Brotli, string IdentityTag, string BrotliTag)
{
    private static readonly HashSet<string> OfTheConnection = new(["Date", "Content-Length", "Transfer-Encoding", "Content-Encoding", "ETag"], StringComparer.OrdinalIgnoreCase);

    public static async Task<PageCopy> TakeAsync(Uri page)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        var (plain, headers, tag) = await GetAsync(client, page, "identity");
        var (packed, _, packedTag) = await GetAsync(client, page, "br");
        return new PageCopy(headers, plain, packed, tag, packedTag);
    }

    public static PageCopy Read(string file) => JsonSerializer.Deserialize<PageCopy>(File.ReadAllBytes(file))!;

    public void Write(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this));

    private static async Task<(byte[] Body, Dictionary<string, string> Headers, string Tag)> GetAsync(HttpClient client, Uri page, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.AcceptEncoding.ParseAdd(coding);
        using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key)).ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return (await answer.Content.ReadAsByteArrayAsync(), headers, answer.Headers.ETag?.ToString() ?? "");
    }
}
