namespace NewsSite.Hosting.Limits;

/// <summary>
/// Refuses a request that says twice, and differently, where it ends: in chunks, and by its length. The server believes the chunks,
/// as it should; a proxy before it may believe the other, and take the rest for somebody else's request.
/// </summary>
/// <remarks>RFC 9112, section 6.3, lets a server do so and asks it to close the connection.</remarks>
internal static class RequestFraming
{
    // Where the server keeps the length that it did not believe.
    private const string Disbelieved = "X-Content-Length";

    public static void UseRequestFraming(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Request.Headers;
        if (headers.TransferEncoding.Count == 0 || (headers.ContentLength is null && !headers.ContainsKey(Disbelieved))) return next(context);

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    });
}
