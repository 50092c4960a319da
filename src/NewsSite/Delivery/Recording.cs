using System.Data.Common;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NewsSite.Data;
using NewsSite.Features.Shared;

namespace NewsSite.Delivery;

/// <summary>Takes an answer down while it is made, as if for nobody in particular.</summary>
internal sealed class Recording : IAsyncDisposable
{
    // Bound to the hour, to who asks, or to how it goes out.
    private static readonly HashSet<string> NotKept = new(
        [
            HeaderNames.CacheControl, HeaderNames.Connection, HeaderNames.ContentEncoding, HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.Date, HeaderNames.ETag,
            HeaderNames.LastModified, HeaderNames.TransferEncoding, HeaderNames.Vary,
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Conditions = [HeaderNames.AcceptEncoding, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.Range];

    private readonly HttpContext context;
    private readonly IHttpResponseBodyFeature wire;
    private readonly StreamResponseBodyFeature paper;
    private readonly RecordingStream body;
    private readonly CancellationToken aborted;
    private readonly List<KeyValuePair<string, StringValues>> conditions;
    private readonly QueryString query;
    private readonly string method;
    private IReadOnlyList<KeyValuePair<string, StringValues>> headers = [];

    /// <param name="letGo">Called when the answer turns out to be too long to keep, before the rest of it is made.</param>
    public Recording(HttpContext context, Action letGo)
    {
        this.context = context;
        (method, query, aborted) = (context.Request.Method, context.Request.QueryString, context.RequestAborted);
        wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        conditions = [.. Conditions.Where(context.Request.Headers.ContainsKey).Select(name => KeyValuePair.Create(name, context.Request.Headers[name]))];
        body = new RecordingStream(context.Response, wire.Stream, Codings.Accepted(context.Request.Headers.AcceptEncoding), letGo);
        paper = new StreamResponseBodyFeature(body);

        // The first to ask for a call is called last, when all headers stand.
        context.Response.OnStarting(Keep);
        foreach (var (name, _) in conditions) context.Request.Headers.Remove(name);
        context.Request.Method = HttpMethods.Get; // whoever asks for the headers alone gets those that the whole page has
        context.Request.QueryString = new QueryString(PageKey.QueryOf(context.Request.Query));
        context.RequestAborted = CancellationToken.None; // others wait for the page too
        context.Features.Set<IHttpResponseBodyFeature>(paper);
    }

    private PageSources Sources => context.RequestServices.GetRequiredService<PageSources>();

    /// <summary>Whether the answer was too long to keep and is on its way already.</summary>
    public bool HasGone => body.HasGone;

    /// <summary>Gives the request and the answer back as they were.</summary>
    public async ValueTask DisposeAsync()
    {
        await paper.CompleteAsync();
        context.Features.Set(wire);
        context.RequestAborted = aborted;
        (context.Request.Method, context.Request.QueryString) = (method, query);
        foreach (var (name, value) in conditions) context.Request.Headers[name] = value;
        await body.DisposeAsync();
    }

    /// <returns>Null for what may not be kept: it did not say what it was made from, or is meant for one reader.</returns>
    public async Task<StoredPage?> PageAsync(DueTimes dues, TimeProvider clock)
    {
        if (!IsKept()) return null;

        var (sources, response) = (Sources, context.Response);
        if (await DueAsync(dues) is not { } due) return null;
        return new StoredPage(response.StatusCode, body.ToArray())
        {
            ContentType = response.ContentType!,
            LastModified = response.Headers.LastModified,
            Tags = response.StatusCode == StatusCodes.Status200OK ? sources.Tags : [],
            MadeAt = clock.GetUtcNow(),
            Until = sources.Until < due ? sources.Until.Value : due,
            Sent = sources.Sent,
        };
    }

    /// <summary>Call it once the answer has started: only then do all its headers stand.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> Headers => headers;

    /// <summary>Sends what was taken down, as it is.</summary>
    public async Task SendAsync()
    {
        if (body.HasGone || body.Length == 0) return;
        context.Response.ContentLength = body.Length;
        if (HttpMethods.IsHead(method)) return;
        await context.Response.Body.WriteAsync(body.ToArray(), context.RequestAborted);
    }

    /// <returns>The end of time when nothing waits; null when the database does not say.</returns>
    private async Task<DateTimeOffset?> DueAsync(DueTimes dues)
    {
        try
        {
            return await dues.AfterAsync(context.RequestServices.GetRequiredService<RequestInstant>().Utc, CancellationToken.None) ?? DateTimeOffset.MaxValue;
        }
        catch (DbException)
        {
            return null;
        }
    }

    private bool IsKept()
    {
        var response = context.Response;
        if (body.HasGone || response.ContentType is null || response.Headers.SetCookie.Count > 0) return false;
        return response.StatusCode switch
        {
            StatusCodes.Status200OK => Sources.Tags.Count > 0 && !IsPrivate(response.Headers.CacheControl.ToString()),
            StatusCodes.Status404NotFound => response.ContentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool IsPrivate(string cacheControl) =>
        cacheControl.Contains("no-store", StringComparison.OrdinalIgnoreCase) || cacheControl.Contains("private", StringComparison.OrdinalIgnoreCase);

    private Task Keep()
    {
        var (response, kept) = (context.Response, new List<KeyValuePair<string, StringValues>>());
        foreach (var header in response.Headers)
        {
            if (!NotKept.Contains(header.Key)) kept.Add(header);
        }

        if (response.StatusCode == StatusCodes.Status404NotFound) kept.Add(KeyValuePair.Create(HeaderNames.CacheControl, response.Headers.CacheControl));
        headers = kept;
        return Task.CompletedTask;
    }
}
