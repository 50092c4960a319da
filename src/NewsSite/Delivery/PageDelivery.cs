using System.Collections.Concurrent;
using NewsSite.Features.Accounts;
using NewsSite.Features.Shared;
using NewsSite.Hosting;

namespace NewsSite.Delivery;

/// <summary>Stands before all else: sends stored pages, and has a page that is not there made once, however many ask for it.</summary>
internal sealed class PageDelivery(RequestDelegate next, PageStore store, DueTimes dues, KnownHosts hosts, StaffCookies cookies, PageCount count, PagePolish polish, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Made>> flights = new(StringComparer.Ordinal);
    private readonly string session = cookies.NameOf(StaffCookies.Session);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method);
        if (!isGet && !HttpMethods.IsHead(request.Method)) return next(context);
        if (PageKey.Of(request) is not { } key || !hosts.Has(request.Host) || AsksForJson(request)) return next(context);
        if (!store.IsOpen || IsStaff(request)) return PassAsync(context);

        var now = clock.GetUtcNow();
        if (store.Find(key, now) is { } page) return SendAsync(context, page, now, isStale: false);
        return isGet ? MakeAsync(context, key) : PassAsync(context);
    }

    private bool IsStaff(HttpRequest request) => request.Headers.Cookie.Count > 0 && request.Cookies.ContainsKey(session);

    // The newsroom's scripts do, and are answered so even where there is no page.
    private static bool AsksForJson(HttpRequest request) => request.Headers.Accept is { Count: > 0 } accept && accept[0]!.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    private Task SendAsync(HttpContext context, StoredPage page, DateTimeOffset now, bool isStale)
    {
        var body = PageAnswer.Begin(context, page, now, isStale);
        if (isStale) count.Stale();
        else if (context.Response.StatusCode == StatusCodes.Status304NotModified) count.Unchanged();
        else count.Sent();
        polish.Asked(page);
        return WriteAsync(context, page, body);
    }

    private static Task WriteAsync(HttpContext context, StoredPage page, byte[]? body)
    {
        if (body is null) return page.Sent?.Invoke(context) ?? Task.CompletedTask;
        var written = context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        return page.Sent is null && written.IsCompletedSuccessfully ? Task.CompletedTask : FinishAsync();

        async Task FinishAsync()
        {
            await written;
            if (page.Sent is { } sent) await sent(context);
        }
    }

    private async Task MakeAsync(HttpContext context, string key)
    {
        while (true)
        {
            var own = new TaskCompletionSource<Made>(TaskCreationOptions.RunContinuationsAsynchronously);
            var flight = flights.GetOrAdd(key, own);
            if (flight == own)
            {
                await LeadAsync(context, key, own);
                return;
            }

            var made = await flight.Task.WaitAsync(context.RequestAborted);
            if (made.Page is { } page)
            {
                await SendAsync(context, page, clock.GetUtcNow(), made.IsStale);
                return;
            }

            if (made.IsOutdated) continue; // something changed while it was made; whoever asked after that must see it
            await PassAsync(context);
            return;
        }
    }

    private async Task LeadAsync(HttpContext context, string key, TaskCompletionSource<Made> flight)
    {
        try
        {
            await RecordAsync(context, key, flight);
        }
        finally
        {
            Land(key, flight, new Made(null));
        }
    }

    private async Task RecordAsync(HttpContext context, string key, TaskCompletionSource<Made> flight)
    {
        var since = store.Changed;
        StoredPage? page;
        var recording = new Recording(context, letGo: () => Land(key, flight, new Made(null)));
        await using (recording)
        {
            await next(context);
            page = await recording.PageAsync(dues, clock);
        }

        if (page is null)
        {
            await WithoutAsync(context, key, flight, recording);
            return;
        }

        count.Made();
        var body = PageAnswer.Begin(context, page, page.MadeAt, isStale: false);
        await context.Response.StartAsync(CancellationToken.None);
        page.Headers = recording.Headers;
        Land(key, flight, store.Put(key, page, since) ? new Made(page) : new Made(null, IsOutdated: true));
        await WriteAsync(context, page, body);
    }

    /// <summary>What may not be kept goes out as it is; a failure only where there is no good page of earlier.</summary>
    private async Task WithoutAsync(HttpContext context, string key, TaskCompletionSource<Made> flight, Recording recording)
    {
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError && !recording.HasGone && store.FindStale(key) is { } old)
        {
            Land(key, flight, new Made(old, IsStale: true));
            context.Response.Headers.Clear();
            await SendAsync(context, old, clock.GetUtcNow(), isStale: true);
            return;
        }

        Land(key, flight, new Made(null));
        await recording.SendAsync();
        await TellAsync(context);
    }

    // Nobody waits until the first reader has all of it.
    private void Land(string key, TaskCompletionSource<Made> flight, Made made)
    {
        flights.TryRemove(KeyValuePair.Create(key, flight));
        flight.TrySetResult(made);
    }

    private async Task PassAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK && Sources(context).Tags.Count > 0) context.Response.Headers.CacheControl = PageAnswer.Unshared;
            return Task.CompletedTask;
        });
        await next(context);
        await TellAsync(context);
    }

    private static Task TellAsync(HttpContext context) => Sources(context).Sent?.Invoke(context) ?? Task.CompletedTask;

    private static PageSources Sources(HttpContext context) => context.RequestServices.GetRequiredService<PageSources>();

    /// <param name="IsStale">It stands in for one that could not be made.</param>
    /// <param name="IsOutdated">There is one, for a reader who asked before the change.</param>
    private sealed record Made(StoredPage? Page, bool IsStale = false, bool IsOutdated = false);
}
