using System.Collections.Concurrent;

namespace NewsSite.Delivery;

/// <summary>
/// Holds pages within a bound of memory. A page that came once waits on a short line and leaves by it; one that was asked for again
/// joins the long line, and goes round it as long as somebody asks: a crawler that sees each page once drives none out that readers want.
/// </summary>
/// <remarks>After S3-FIFO: J. Yang et al., "FIFO queues are all you need for cache eviction", SOSP 2023. A look takes no lock.</remarks>
public sealed class PageShelf(long capacity)
{
    private const int ShortShare = 10;
    private const int MostLives = 3;

    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Place>> byTag = new(StringComparer.Ordinal);
    private readonly LinkedList<Place> shortLine = new();
    private readonly LinkedList<Place> longLine = new();
    private readonly Lock gate = new();
    private long shortWeight;
    private long longWeight;

    /// <summary>How many pages there are.</summary>
    public int Count => places.Count;

    /// <summary>What they weigh (bytes).</summary>
    public long Weight => Volatile.Read(ref shortWeight) + Volatile.Read(ref longWeight);

    public StoredPage? Find(string key, bool evenStale)
    {
        if (!places.TryGetValue(key, out var place) || (place.IsStale && !evenStale)) return null;
        if (place.Lives < MostLives) place.Lives++; // two readers at once may count as one
        return place.Page;
    }

    public void Put(string key, StoredPage page)
    {
        if (page.Weight > capacity / ShortShare) return;
        lock (gate)
        {
            var lives = 0;
            if (places.TryGetValue(key, out var old))
            {
                lives = old.Lives;
                Remove(old);
            }

            var place = new Place(key, page) { Lives = lives };
            places[key] = place;
            foreach (var tag in page.Tags) Tagged(tag).Add(place);
            Enqueue(place, isLong: lives > 0);
            while (Weight > capacity) MakeRoom();
        }
    }

    /// <summary>Marks as stale, or removes, every page with one of <paramref name="tags"/>; all pages when it is null.</summary>
    public void Drop(IEnumerable<string>? tags, bool forGood)
    {
        lock (gate)
        {
            List<Place> touched = tags is null ? [.. places.Values] : [.. tags.SelectMany(tag => byTag.GetValueOrDefault(tag) ?? []).Distinct()];
            foreach (var place in touched)
            {
                if (forGood) Remove(place);
                else place.IsStale = true;
            }
        }
    }

    private void MakeRoom()
    {
        var first = (shortWeight * ShortShare > capacity || longLine.Count == 0 ? shortLine : longLine).First!.Value;
        if (first.Lives == 0 || first.IsStale)
        {
            Remove(first);
            return;
        }

        Dequeue(first);
        first.Lives--;
        Enqueue(first, isLong: true);
    }

    private void Enqueue(Place place, bool isLong)
    {
        place.Node = (isLong ? longLine : shortLine).AddLast(place);
        if (isLong) longWeight += place.Page.Weight;
        else shortWeight += place.Page.Weight;
    }

    private void Dequeue(Place place)
    {
        if (place.Node!.List == longLine) longWeight -= place.Page.Weight;
        else shortWeight -= place.Page.Weight;
        place.Node.List!.Remove(place.Node);
    }

    private void Remove(Place place)
    {
        Dequeue(place);
        places.TryRemove(place.Key, out _);
        foreach (var tag in place.Page.Tags)
        {
            var tagged = byTag[tag];
            if (tagged.Remove(place) && tagged.Count == 0) byTag.Remove(tag);
        }
    }

    private HashSet<Place> Tagged(string tag) => byTag.TryGetValue(tag, out var tagged) ? tagged : byTag[tag] = [];

    private sealed class Place(string key, StoredPage page)
    {
        public string Key => key;

        public StoredPage Page => page;

        /// <summary>How often it may pass the end of a line.</summary>
        public int Lives { get; set; }

        /// <summary>Where it stands in its line.</summary>
        public LinkedListNode<Place>? Node { get; set; }

        /// <summary>Something that it was made from has changed.</summary>
        public volatile bool IsStale;
    }
}
