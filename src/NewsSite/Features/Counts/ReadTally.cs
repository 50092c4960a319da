using System.Collections.Concurrent;

namespace NewsSite.Features.Counts;

/// <summary>What has been counted and is not on file yet; in memory, so that no reader waits for the database.</summary>
public sealed class ReadTally
{
    /// <summary>Articles × days held at once, some 10 MB. Beyond it, what is in already goes on being counted, and the rest goes uncounted until the tally is taken.</summary>
    public const int MaxEntries = 100_000;

    private readonly ConcurrentDictionary<(long ArticleId, DateOnly Day), (int Reads, int SummaryOpens)> counts = new();
    private int entries;

    /// <summary>Adds to what is held of the same article and day.</summary>
    public void Add(CountEntry more)
    {
        var key = (more.ArticleId, more.Day);
        while (true)
        {
            if (counts.TryGetValue(key, out var held))
            {
                if (counts.TryUpdate(key, (held.Reads + more.Reads, held.SummaryOpens + more.SummaryOpens), held)) return;
            }
            else if (Volatile.Read(ref entries) >= MaxEntries)
            {
                return;
            }
            else if (counts.TryAdd(key, (more.Reads, more.SummaryOpens)))
            {
                Interlocked.Increment(ref entries);
                return;
            }
        }
    }

    /// <summary>Empties the tally: whatever is counted meanwhile is either in the answer or still held.</summary>
    public IReadOnlyList<CountEntry> Take()
    {
        var taken = new List<CountEntry>();
        foreach (var key in counts.Keys)
        {
            if (!counts.TryRemove(key, out var held)) continue;
            Interlocked.Decrement(ref entries);
            taken.Add(new CountEntry(key.ArticleId, key.Day, held.Reads, held.SummaryOpens));
        }

        return taken;
    }
}
