using System.Net;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>
/// Stands between a client library and the endpoint: lets pass only a complete JSON answer of bounded size, so that nothing an
/// endpoint says in an error reaches an exception or a log. One more attempt after a passing fault; none after a redirect or a "too many requests".
/// </summary>
internal sealed class EndpointGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public const int MaxAnswerBytes = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content) await content.LoadIntoBufferAsync(cancellationToken);
        try
        {
            return await AttemptAsync(request, cancellationToken);
        }
        catch (EndpointException e) when (e.IsPassing)
        {
            return await AttemptAsync(request, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var response = await base.SendAsync(request, ct);
            Check(response);
            var whole = new ByteArrayContent(await ReadAsync(response.Content, ct));
            whole.Headers.ContentType = response.Content.Headers.ContentType;
            return new HttpResponseMessage(response.StatusCode) { Content = whole, RequestMessage = request, Version = response.Version };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new EndpointException(new NoDraft(NoDraftReason.Unreachable), isPassing: true);
        }
    }

    private static void Check(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400) throw new EndpointException(new NoDraft(NoDraftReason.Redirected, Status: status));
        if (response.StatusCode is not HttpStatusCode.OK)
            throw new EndpointException(new NoDraft(NoDraftReason.Refused, Status: status), status >= 500 && response.Headers.RetryAfter is null);
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) is not true)
            throw new EndpointException(new NoDraft(NoDraftReason.Unreadable));
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[MaxAnswerBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length <= MaxAnswerBytes ? buffer[..length] : throw new EndpointException(new NoDraft(NoDraftReason.AnswerTooLarge));
    }
}

/// <summary>Carries the reason through a client library. Its text holds nothing that came from outside.</summary>
/// <param name="isPassing">Whether another attempt may fare better.</param>
internal sealed class EndpointException(NoDraft why, bool isPassing = false) : Exception($"Language model: {why.Reason}.")
{
    public NoDraft Why { get; } = why;

    public bool IsPassing { get; } = isPassing;
}
