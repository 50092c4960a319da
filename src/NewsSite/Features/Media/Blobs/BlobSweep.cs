namespace NewsSite.Features.Media.Blobs;

/// <summary>Deletes what nothing uses any more: masters with their renditions, cards that are drawn again when somebody asks, what interrupted writes left.</summary>
/// <remarks>It holds a part of the list at a time, however many blobs there are, and may run on several nodes at once.</remarks>
public sealed partial class BlobSweep(IBlobStore store, MastersInUse inUse, TimeProvider time, ILogger<BlobSweep> log)
{
    /// <summary>So long an unused blob stays: an upload whose article is not saved yet, a backup of the database that is put back.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>So long a card stays, used or not.</summary>
    public static readonly TimeSpan CardsStay = TimeSpan.FromDays(90);

    /// <summary>No write takes longer.</summary>
    public static readonly TimeSpan LongestWrite = TimeSpan.FromDays(1);

    /// <summary>As many blobs are looked at together.</summary>
    public const int ChunkSize = 500;

    /// <exception cref="IOException">The store cannot be listed.</exception>
    public async Task<BlobsGone> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (gone, failures) = (default(BlobsGone), new List<IOException>());
        await foreach (var chunk in store.ListAsync(ct).Where(blob => blob.KeptAt < now - StayOf(blob)).Chunk(ChunkSize).WithCancellation(ct))
        {
            foreach (var blob in await UnusedAsync(chunk, ct))
                gone += await TryAsync(() => DeleteAsync(blob, now, ct), failures);
        }

        gone += await TryAsync(() => store.DeletePartialAsync(now - LongestWrite, ct), failures);
        LogSwept(gone.Count, gone.SizeBytes, failures.Count);
        if (failures.Count > 0) LogFailure(failures[0]);
        return gone;
    }

    private static TimeSpan StayOf(Blob blob) => BlobKey.MasterOf(blob.Key) is null ? CardsStay : Grace;

    private async Task<IEnumerable<Blob>> UnusedAsync(Blob[] blobs, CancellationToken ct)
    {
        var masters = blobs.Select(blob => BlobKey.MasterOf(blob.Key)).OfType<string>().ToHashSet();
        var used = masters.Count == 0 ? masters : await inUse(masters, ct);
        return blobs.Where(blob => BlobKey.MasterOf(blob.Key) is not { } master || !used.Contains(master));
    }

    private async Task<BlobsGone> DeleteAsync(Blob blob, DateTimeOffset now, CancellationToken ct) =>
        await store.DeleteOlderAsync(blob.Key, now - StayOf(blob), ct) ? new BlobsGone(1, blob.SizeBytes) : default;

    // One that cannot be deleted is met again tomorrow.
    private static async Task<BlobsGone> TryAsync(Func<Task<BlobsGone>> work, List<IOException> failures)
    {
        try
        {
            return await work();
        }
        catch (IOException e)
        {
            failures.Add(e);
            return default;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} unused blobs were deleted ({SizeBytes} bytes), {Failures} could not be")]
    private partial void LogSwept(int count, long sizeBytes, int failures);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first blob that could not be deleted")]
    private partial void LogFailure(IOException e);
}
