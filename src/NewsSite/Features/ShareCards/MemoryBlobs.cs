using System.Collections.Concurrent;
using NewsSite.Features.Media.Blobs;

namespace NewsSite.Features.ShareCards;

/// <summary>Stands in until the site has a store that lasts.</summary>
internal sealed class MemoryBlobs(TimeProvider clock) : IBlobStore
{
    private readonly ConcurrentDictionary<string, (byte[] Bytes, DateTimeOffset At)> kept = new(StringComparer.Ordinal);

    public Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        kept[key] = (bytes.ToArray(), clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken ct) => Task.FromResult(kept.TryGetValue(key, out var blob) ? blob.Bytes : null);

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        kept.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Blob> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (key, blob) in kept) yield return new Blob(key, blob.Bytes.Length, blob.At);
        await Task.CompletedTask;
    }
}
