using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Delivery;

/// <summary>Sends a stored page: with its body, by its headers alone, or as 304 to whoever has it.</summary>
internal static class PageAnswer
{
    /// <summary>For how long a shared cache may keep a page (seconds). Browsers ask each time, which costs them a few bytes.</summary>
    private const int SharedSeconds = 10;

    // “must-revalidate” also keeps shared caches from sending old pages while the site is down: whether that may be, only the site knows.
    private static readonly StringValues[] Lifetimes =
        [.. Enumerable.Range(0, SharedSeconds + 1).Select(seconds => (StringValues)string.Create(CultureInfo.InvariantCulture, $"public, max-age=0, s-maxage={seconds}, must-revalidate"))];

    private static readonly StringValues VaryByCoding = "Accept-Encoding";

    /// <summary>What a page says that was made past the store, for one reader.</summary>
    public static StringValues Unshared { get; } = "private, no-cache";

    /// <summary>Sets status and headers.</summary>
    /// <param name="isStale">It may be old: nobody else may keep it.</param>
    /// <returns>The body; null when none is to be sent.</returns>
    public static byte[]? Begin(HttpContext context, StoredPage page, DateTimeOffset now, bool isStale)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var form = page.In(Codings.Accepted(request.Headers.AcceptEncoding));
        foreach (var (name, value) in page.Headers) headers[name] = value;
        response.StatusCode = page.Status;
        headers.Vary = VaryByCoding;
        if (page.Status == StatusCodes.Status200OK)
        {
            headers.CacheControl = Lifetimes[isStale ? 0 : SecondsLeft(page, now)];
            headers.ETag = form.ETag;
            if (page.LastModified.Count > 0) headers.LastModified = page.LastModified;
            if (IsKnown(request, form, page))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return null;
            }
        }

        headers.ContentType = page.ContentType;
        if (form.Encoding.Count > 0) headers.ContentEncoding = form.Encoding;
        headers.ContentLength = form.Bytes.Length;
        return HttpMethods.IsHead(request.Method) ? null : form.Bytes;
    }

    private static int SecondsLeft(StoredPage page, DateTimeOffset now) =>
        (int)Math.Clamp((page.Until - now).TotalSeconds, 0, SharedSeconds);

    // RFC 9110, section 13.2.2: a date counts only where no tag is given.
    private static bool IsKnown(HttpRequest request, PageForm form, StoredPage page)
    {
        var tags = request.Headers.IfNoneMatch;
        if (tags.Count > 0) return tags.Equals(form.ETag) || IsAmong(tags, form.ETag.ToString());
        return page.LastModified.Count > 0 && request.Headers.IfModifiedSince.Count > 0
            && request.GetTypedHeaders().IfModifiedSince is { } since && DateTimeOffset.TryParse(page.LastModified, CultureInfo.InvariantCulture, out var at) && at <= since;
    }

    // Proxies weaken the tags of what they compress or open on the way.
    private static bool IsAmong(StringValues tags, string tag) =>
        EntityTagHeaderValue.TryParseList(tags, out var asked) && asked.Any(each => each.Tag.Equals("*", StringComparison.Ordinal) || each.Tag.Equals(tag, StringComparison.Ordinal));
}
