using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Xml;
using Microsoft.Extensions.Options;
using Minio;
using Minio.DataModel;
using Minio.DataModel.Args;
using Minio.Exceptions;

namespace NewsSite.Features.Media.Blobs;

/// <summary>Keeps blobs in an S3-compatible bucket, where several nodes may share them.</summary>
/// <remarks>
/// Reads and writes go to signed addresses, one request each: the client's own put would send large pictures in parts,
/// which an interruption leaves behind, and its own get asks twice and takes a missing bucket for a missing key.
/// </remarks>
public sealed class BucketBlobs : IBlobStore, IDisposable
{
    /// <summary>For the whole of an exchange, on a slow line too.</summary>
    public static readonly TimeSpan LongestExchange = TimeSpan.FromSeconds(60);

    private const int SignedForSeconds = 120;

    private readonly BucketOptions bucket;
    private readonly HttpClient http;
    private readonly IMinioClient client;

    public BucketBlobs(IOptions<BucketOptions> options)
        : this(options.Value, LongestExchange)
    {
    }

    public BucketBlobs(BucketOptions bucket, TimeSpan longestExchange)
    {
        this.bucket = bucket;
        http = new HttpClient(new BucketLine(longestExchange)) { Timeout = Timeout.InfiniteTimeSpan };
        client = new MinioClient().WithEndpoint(bucket.Endpoint).WithCredentials(bucket.AccessKey, bucket.SecretKey)
            .WithRegion(bucket.Region).WithSSL(bucket.Secure).WithHttpClient(http).Build();
    }

    public Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var name = NameOf(BlobKey.Check(key, bytes.Length));
        return TryAsync(async () =>
        {
            var address = await client.PresignedPutObjectAsync(new PresignedPutObjectArgs().WithBucket(bucket.Name).WithObject(name).WithExpiry(SignedForSeconds));
            using var body = new ReadOnlyMemoryContent(bytes);
            using var answer = await http.PutAsync(new Uri(address), body, ct);
            return answer.StatusCode is HttpStatusCode.NotFound ? throw new IOException("The bucket knows no such key.") : true;
        });
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken ct)
    {
        var name = NameOf(BlobKey.Check(key));
        return TryAsync(async () =>
        {
            var address = await client.PresignedGetObjectAsync(new PresignedGetObjectArgs().WithBucket(bucket.Name).WithObject(name).WithExpiry(SignedForSeconds));
            using var answer = await http.GetAsync(new Uri(address), ct);
            return answer.StatusCode is HttpStatusCode.NotFound ? null : await answer.Content.ReadAsByteArrayAsync(ct);
        });
    }

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        var args = new RemoveObjectArgs().WithBucket(bucket.Name).WithObject(NameOf(BlobKey.Check(key)));
        return TryAsync(async () =>
        {
            await client.RemoveObjectAsync(args, ct);
            return true;
        });
    }

    // S3 has no condition on time: between the look and the deletion is a moment, against days of grace.
    public async Task<bool> DeleteOlderAsync(string key, DateTimeOffset keptBefore, CancellationToken ct)
    {
        if (await ListAsync(BlobKey.Check(key), ct).FirstOrDefaultAsync(blob => blob.Key == key, ct) is not { } found || found.KeptAt >= keptBefore) return false;

        await DeleteAsync(key, ct);
        return true;
    }

    public Task<BlobsGone> DeletePartialAsync(DateTimeOffset writtenBefore, CancellationToken ct) => Task.FromResult(default(BlobsGone)); // a put is one request

    public IAsyncEnumerable<Blob> ListAsync(CancellationToken ct) => BlobKey.Kinds.ToAsyncEnumerable().SelectMany(kind => ListAsync(kind + "/", ct));

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    private string NameOf(string key) => bucket.Prefix + key;

    private async IAsyncEnumerable<Blob> ListAsync(string start, [EnumeratorCancellation] CancellationToken ct)
    {
        var args = new ListObjectsArgs().WithBucket(bucket.Name).WithPrefix(NameOf(start)).WithRecursive(true);
        await using var items = client.ListObjectsEnumAsync(args, ct).GetAsyncEnumerator(ct);
        while (await TryAsync(() => items.MoveNextAsync().AsTask()))
            if (await TryAsync(() => Task.FromResult(Read(items.Current))) is { } blob) yield return blob;
    }

    private Blob? Read(Item item)
    {
        var key = item.Key[bucket.Prefix.Length..];
        return BlobKey.IsValid(key) ? new Blob(key, (long)item.Size, DateTimeOffset.Parse(item.LastModified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)) : null;
    }

    private static async Task<T> TryAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is MinioException or XmlException or FormatException)
        {
            throw new IOException($"The bucket's answer was not understood ({e.GetType().Name}).", e);
        }
    }
}
