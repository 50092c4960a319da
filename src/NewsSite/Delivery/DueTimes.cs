using NewsSite.Data;

namespace NewsSite.Delivery;

/// <summary>Knows when the next scheduled article appears, until it does or somebody changes the schedule.</summary>
public sealed class DueTimes(IServiceScopeFactory scopes)
{
    private volatile Known? known;
    private int changes;

    /// <param name="instant">At which a page was made (UTC).</param>
    /// <returns>Null when no article waits for its time.</returns>
    public async ValueTask<DateTimeOffset?> AfterAsync(DateTimeOffset instant, CancellationToken ct)
    {
        if (known is { } last && last.From <= instant && (last.Due is null || instant < last.Due)) return last.Due;

        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var from = scope.ServiceProvider.GetRequiredService<RequestInstant>().Utc;
        var due = await scope.ServiceProvider.GetRequiredService<PublishedNews>().NextDueAtAsync(ct);
        if (before == Volatile.Read(ref changes)) known = new Known(from, due);
        return due;
    }

    internal void Forget()
    {
        Interlocked.Increment(ref changes);
        known = null;
    }

    private sealed record Known(DateTimeOffset From, DateTimeOffset? Due);
}
