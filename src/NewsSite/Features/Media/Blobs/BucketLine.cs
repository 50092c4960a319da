using System.Net;
using System.Text.RegularExpressions;

namespace NewsSite.Features.Media.Blobs;

/// <summary>
/// The way to the bucket and back. Nothing on it waits for ever or grows without bound, and whatever goes wrong is an <see cref="IOException"/>
/// that repeats nothing of the request, whose address is signed, and of the answer only the service's code.
/// </summary>
internal sealed partial class BucketLine : DelegatingHandler
{
    private static readonly TimeSpan Connect = TimeSpan.FromSeconds(5);

    private const int ReadTries = 3;

    private readonly TimeSpan total;

    /// <param name="total">For the whole of an exchange.</param>
    public BucketLine(TimeSpan total)
        : base(new SocketsHttpHandler { ConnectTimeout = Connect, AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) =>
        this.total = total;

    /// <returns>A success with its body read, or the 404 of a key that is not there.</returns>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(total);
        try
        {
            var response = await SendAgainAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(BlobKey.MaxBytes, limit.Token);
            if (response.IsSuccessStatusCode) return response;

            var code = ErrorCode().Match(await response.Content.ReadAsStringAsync(limit.Token)).Groups[1].Value;
            if (response.StatusCode is HttpStatusCode.NotFound && (code is "NoSuchKey" || request.Method == HttpMethod.Head)) return response;
            response.Dispose();
            throw new IOException($"The bucket answered {(int)response.StatusCode} {code}".TrimEnd() + ".");
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"The exchange with the bucket failed ({e.HttpRequestError}).", e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"The bucket did not answer in {total.TotalSeconds:0} seconds.");
        }
    }

    // What only reads is asked for again: "InternalError" and "SlowDown" mean just that (Amazon S3, "Best practices for handling errors").
    private async Task<HttpResponseMessage> SendAgainAsync(HttpRequestMessage request, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var response = await base.SendAsync(request, ct);
            var isPassing = response.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable;
            if (!isPassing || tries == ReadTries || (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)) return response;
            response.Dispose();
        }
    }

    [GeneratedRegex("<Code>([A-Za-z0-9]{1,60})</Code>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ErrorCode();
}
