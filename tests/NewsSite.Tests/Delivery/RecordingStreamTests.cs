using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using NewsSite.Delivery;

namespace NewsSite.Tests.Delivery;

public sealed class RecordingStreamTests
{
    private static readonly byte[] Piece = [.. Enumerable.Range(0, 100_000).Select(n => (byte)n)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_short_enough_is_kept_and_nothing_goes_out()
    {
        using var wire = new MemoryStream();
        await using var body = new RecordingStream(new DefaultHttpContext().Response, wire, Coding.Brotli, () => Assert.Fail("It is short enough."));
        for (var n = 0; n < 10; n++) await body.WriteAsync(Piece, Ct);

        Assert.False(body.HasGone);
        Assert.Equal((10 * Piece.Length, 0), (body.ToArray().Length, (int)wire.Length));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_too_long_goes_out_whole_and_compressed_for_those_who_take_it(int coding)
    {
        using var wire = new MemoryStream();
        var (response, letGo) = (new DefaultHttpContext().Response, 0);
        var body = new RecordingStream(response, wire, (Coding)coding, () => letGo++);
        for (var n = 0; n < 20; n++) await body.WriteAsync(Piece, Ct);
        await body.DisposeAsync();

        Assert.True(body.HasGone);
        Assert.Equal(1, letGo);
        Assert.Equal(coding == 0 ? "" : "gzip", response.Headers.ContentEncoding.ToString());
        Assert.Equal("private, no-cache", response.Headers.CacheControl.ToString());
        wire.Position = 0;
        await using Stream plain = coding == 0 ? wire : new GZipStream(wire, CompressionMode.Decompress);
        using var found = new MemoryStream();
        await plain.CopyToAsync(found, Ct);
        Assert.Equal(Enumerable.Repeat(Piece, 20).SelectMany(bytes => bytes), found.ToArray());
    }
}
