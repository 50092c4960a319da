using System.Collections.Concurrent;
using NewsSite.Features.Shared;

namespace NewsSite.Delivery;

/// <summary>Has a page made once, however many ask for it at the same time.</summary>
internal sealed class PagePress(PageStore store, DueTimes dues, PageSender sender, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Made>> flights = new(StringComparer.Ordinal);

    /// <param name="next">Makes it.</param>
    public async Task SendAsync(HttpContext context, string key, RequestDelegate next)
    {
        while (true)
        {
            var own = new TaskCompletionSource<Made>(TaskCreationOptions.RunContinuationsAsynchronously);
            var flight = flights.GetOrAdd(key, own);
            if (flight == own)
            {
                await LeadAsync(context, key, own, next);
                return;
            }

            if (await WaitAsync(flight, context.RequestAborted) is not { } made) return;
            if (made.IsOutdated) continue; // something changed while it was made; whoever asked after that must see it

            await (made.Page is { } page ? sender.SendAsync(context, page, made.IsStale) : PassAsync(context, next));
            return;
        }
    }

    /// <returns>Null when the reader has gone meanwhile.</returns>
    private static async Task<Made?> WaitAsync(TaskCompletionSource<Made> flight, CancellationToken gone)
    {
        try
        {
            return await flight.Task.WaitAsync(gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Has a page made for one reader, past the store.</summary>
    public static async Task PassAsync(HttpContext context, RequestDelegate next)
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

    private async Task LeadAsync(HttpContext context, string key, TaskCompletionSource<Made> flight, RequestDelegate next)
    {
        try
        {
            var since = store.Changed;
            var recording = new Recording(context, letGo: () => Land(key, flight, new Made(null)));
            StoredPage? page;
            await using (recording)
            {
                await next(context);
                page = await recording.PageAsync(dues, clock);
            }

            if (page is null) await WithoutAsync(context, key, flight, recording);
            else await sender.SendFirstAsync(context, page, started: () => Keep(key, flight, page, recording, since));
        }
        finally
        {
            Land(key, flight, new Made(null));
        }
    }

    private void Keep(string key, TaskCompletionSource<Made> flight, StoredPage page, Recording recording, long since)
    {
        page.Headers = recording.Headers;
        Land(key, flight, store.Put(key, page, since) ? new Made(page) : new Made(null, IsOutdated: true));
    }

    /// <summary>What may not be kept goes out as it is; a failure only where there is no good page of earlier.</summary>
    private async Task WithoutAsync(HttpContext context, string key, TaskCompletionSource<Made> flight, Recording recording)
    {
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError && !recording.HasGone && store.FindStale(key) is { } old)
        {
            Land(key, flight, new Made(old, IsStale: true));
            context.Response.Headers.Clear();
            await sender.SendAsync(context, old, isStale: true);
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

    /// <param name="IsStale">It stands in for one that could not be made.</param>
    /// <param name="IsOutdated">There is one, for a reader who asked before the change.</param>
    private sealed record Made(StoredPage? Page, bool IsStale = false, bool IsOutdated = false);
}
