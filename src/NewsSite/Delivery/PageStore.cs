using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsSite.Domain.Articles;
using NewsSite.Hosting;

namespace NewsSite.Delivery;

/// <summary>Whole pages as they went out, until something that they were made from changes.</summary>
public sealed class PageStore(IOptions<NewsSiteOptions> options, TimeProvider clock)
{
    private const int MostMissing = 4_096;
    private const int ChangesKept = 1_024;

    /// <summary>For how long a page may stand in when no new one can be made.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(24);

    private readonly PageShelf shelf = new(options.Value.PageStoreBytes);
    private readonly ConcurrentDictionary<string, byte> missing = new(StringComparer.Ordinal);
    private readonly Queue<IReadOnlyCollection<string>?> changes = new();
    private readonly Lock gate = new();
    private StoredPage? notFound;
    private long changed;

    /// <summary>False: every page is made anew for every reader.</summary>
    public bool IsOpen => options.Value.PageStoreBytes > 0;

    /// <summary>How many changes there were; take it before a page is begun.</summary>
    public long Changed => Volatile.Read(ref changed);

    public int Count => shelf.Count;

    public long Weight => shelf.Weight;

    /// <returns>Null when there is none, or it may differ from what would be made now.</returns>
    public StoredPage? Find(string key)
    {
        var now = clock.GetUtcNow();
        if (shelf.Find(key, evenStale: false) is { } page) return IsDue(page, now) ? null : page;
        return notFound is { } none && missing.ContainsKey(key) && !IsDue(none, now) ? none : null;
    }

    /// <summary>The last good page, for when no new one can be made.</summary>
    public StoredPage? FindStale(string key) =>
        shelf.Find(key, evenStale: true) is { } page && clock.GetUtcNow() - page.MadeAt < Stale ? page : null;

    /// <param name="since"><see cref="Changed"/> before the page was begun.</param>
    /// <returns>False when it may hold what has changed meanwhile: then it is as old as its request, and for nobody else.</returns>
    public bool Put(string key, StoredPage page, long since)
    {
        lock (gate)
        {
            if (!IsUntouched(page, since)) return false;
            if (page.Status != StatusCodes.Status404NotFound) shelf.Put(key, page);
            else PutMissing(key, page);
            return true;
        }
    }

    /// <summary>Takes out all pages that were made from one of <paramref name="tags"/>; pages that were not found may be found now.</summary>
    /// <param name="forGood">What was withheld is not shown again, whatever happens; otherwise the pages may stand in while the database is down.</param>
    public void Drop(IReadOnlyCollection<string> tags, bool forGood)
    {
        var all = tags.Contains(DependencyTags.Everything) ? null : tags;
        lock (gate)
        {
            if (changes.Count == ChangesKept) changes.Dequeue();
            changes.Enqueue(all);
            Volatile.Write(ref changed, changed + 1);
            shelf.Drop(all, forGood);
            missing.Clear();
            notFound = null;
        }
    }

    private static bool IsDue(StoredPage page, DateTimeOffset now) => page.Until <= now;

    private bool IsUntouched(StoredPage page, long since)
    {
        var later = (int)Math.Min(changed - since, int.MaxValue);
        if (later == 0) return true;
        return later <= changes.Count && page.Status != StatusCodes.Status404NotFound
            && changes.Skip(changes.Count - later).All(change => change is not null && !change.Any(page.Tags.Contains));
    }

    private void PutMissing(string key, StoredPage page)
    {
        if (notFound is null || IsDue(notFound, page.MadeAt))
        {
            missing.Clear(); // what was missing then may be there now
            notFound = page;
        }

        if (missing.Count >= MostMissing) missing.Clear();
        missing.TryAdd(key, 0);
    }
}
