namespace NewsSite.Features.Media.Blobs;

/// <summary>
/// Keeps the bytes of pictures. A key stands for the same bytes for ever, so nodes may share a store and write the same key at the same time.
/// </summary>
/// <remarks>
/// Every method throws <see cref="IOException"/> when the store cannot be reached, and <see cref="ArgumentException"/> for a key that is not valid.
/// </remarks>
public interface IBlobStore
{
    /// <summary>Keeps bytes whole or not at all. A key that is kept already counts as new from now on.</summary>
    /// <param name="key">By <see cref="BlobKey"/>.</param>
    Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>The bytes of a key, at most <see cref="BlobKey.MaxBytes"/> of them.</summary>
    /// <returns>Null when nothing is kept under it.</returns>
    Task<byte[]?> GetAsync(string key, CancellationToken ct);

    /// <summary>Nothing happens when nothing is kept under it.</summary>
    Task DeleteAsync(string key, CancellationToken ct);

    /// <summary>Deletes what was not put again since it was listed.</summary>
    /// <param name="keptBefore">What was put at this time or later stays.</param>
    /// <returns>Whether it was there and is gone.</returns>
    Task<bool> DeleteOlderAsync(string key, DateTimeOffset keptBefore, CancellationToken ct);

    /// <summary>Deletes what interrupted writes left, which no key names.</summary>
    /// <param name="writtenBefore">What is younger may still be under way.</param>
    Task<BlobsGone> DeletePartialAsync(DateTimeOffset writtenBefore, CancellationToken ct);

    /// <summary>All that is kept, in no order.</summary>
    IAsyncEnumerable<Blob> ListAsync(CancellationToken ct);
}

/// <param name="KeptAt">When it was put last (UTC).</param>
public sealed record Blob(string Key, long SizeBytes, DateTimeOffset KeptAt);

/// <summary>What was deleted.</summary>
public readonly record struct BlobsGone(int Count, long SizeBytes)
{
    public static BlobsGone operator +(BlobsGone left, BlobsGone right) => new(left.Count + right.Count, left.SizeBytes + right.SizeBytes);
}
