namespace NewsSite.Delivery;

/// <summary>Sends pages of the store, and counts them.</summary>
internal sealed class PageSender(PageCount count, PagePolish polish, TimeProvider clock)
{
    public Task SendAsync(HttpContext context, StoredPage page, bool isStale = false)
    {
        var body = PageAnswer.Begin(context, page, clock.GetUtcNow(), isStale);
        if (isStale) count.Stale();
        else if (context.Response.StatusCode == StatusCodes.Status304NotModified) count.Unchanged();
        else count.Sent();
        polish.Asked(page);
        return WriteAsync(context, page, body);
    }

    /// <summary>Sends a page that has just been made, once all its headers stand.</summary>
    /// <param name="started">Called between headers and body.</param>
    public async Task SendFirstAsync(HttpContext context, StoredPage page, Action started)
    {
        count.Made();
        var body = PageAnswer.Begin(context, page, page.MadeAt, isStale: false);
        await context.Response.StartAsync(CancellationToken.None);
        started();
        await WriteAsync(context, page, body);
    }

    /// <param name="body">Null: none is to be sent.</param>
    private static Task WriteAsync(HttpContext context, StoredPage page, byte[]? body)
    {
        if (body is null) return page.Sent?.Invoke(context) ?? Task.CompletedTask;
        var written = context.Response.BodyWriter.WriteAsync(body, CancellationToken.None); // to a reader who has gone, it goes nowhere
        return page.Sent is null && written.IsCompletedSuccessfully ? Task.CompletedTask : FinishAsync();

        async Task FinishAsync()
        {
            await written;
            if (page.Sent is { } sent) await sent(context);
        }
    }
}
