using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Delivery;

/// <summary>Keeps what is written to it, up to a bound; beyond, all goes out as it comes, and nothing is kept.</summary>
/// <param name="wire">Where it goes.</param>
/// <param name="coding">What the reader takes.</param>
/// <param name="letGo">Called at that point.</param>
public sealed class RecordingStream(HttpResponse response, Stream wire, Coding coding, Action letGo) : Stream
{
    private const int Most = 1_048_576;

    private readonly MemoryStream kept = new();
    private Stream? gone;

    public bool HasGone => gone is not null;

    public override bool CanRead => false;

    /// <summary>Only to be emptied: the page that says what went wrong begins anew.</summary>
    public override bool CanSeek => gone is null;

    public override bool CanWrite => true;

    public override long Length => kept.Length;

    public override long Position { get => kept.Length; set => throw new NotSupportedException(); }

    public byte[] ToArray() => kept.ToArray();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (gone is null && kept.Length + buffer.Length > Most) await LetGoAsync(cancellationToken);
        await (gone ?? kept).WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => (gone ?? kept).Write(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) => (gone ?? kept).FlushAsync(cancellationToken);

    public override void Flush() => (gone ?? kept).Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => kept.SetLength(value);

    public override async ValueTask DisposeAsync()
    {
        if (gone is not null && gone != wire) await gone.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task LetGoAsync(CancellationToken ct)
    {
        letGo();
        response.Headers.CacheControl = PageAnswer.Unshared;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (coding is not Coding.Identity)
        {
            response.Headers.ContentLength = null;
            response.Headers.ContentEncoding = "gzip"; // whoever takes Brotli takes it too
        }

        gone = coding is Coding.Identity ? wire : new GZipStream(wire, CompressionLevel.Fastest, leaveOpen: true);
        await gone.WriteAsync(kept.ToArray(), ct);
        kept.SetLength(0);
    }
}
