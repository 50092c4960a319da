using NewsSite.Features.Media.Blobs;

namespace NewsSite.Tests.Features.Media.Blobs;

/// <summary>What every store keeps to.</summary>
public abstract class BlobStoreContract
{
    private static readonly string Digest = new('a', 64);

    public static TheoryData<string> HostileKeys { get; } =
    [
        "", "masters", "masters/", $"masters/{Digest}/", $"masters/{Digest}x", $"masters/{Digest}\n", $"masters/{Digest}\0", $"masters/{Digest.ToUpperInvariant()}", $"/masters/{Digest}", $"../masters/{Digest}",
        $"masters/../{Digest}", $"masters/../masters/{Digest}", "masters/../../news.db", "../news.db", "/etc/passwd", @"C:\news.db", $@"masters\{Digest}", $"masters/%2e%2e/{Digest}", $"partial/{Digest}",
        $"renditions/{Digest}", $"renditions/{Digest}/", $"renditions/{Digest}/..", $"renditions/{Digest}/../{Digest}", $"renditions/{Digest}/a/b", $"renditions/{Digest}/.a", $"renditions/{Digest}/ä", $"cards/{Digest}", $"cards/{Digest}.png/..",
        $"renditions/{Digest}/{new string('a', 65)}", "masters/" + new string('a', 5000),
    ];

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public abstract IBlobStore Store { get; }

    /// <summary>Makes a blob as if it had been put so long ago.</summary>
    protected abstract void Age(string key, TimeSpan age);

    /// <summary>What time it is for the store.</summary>
    protected abstract DateTimeOffset Now { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(12_000_000)]
    [InlineData(BlobKey.MaxBytes)]
    public async Task What_was_put_is_got_and_listed(int size)
    {
        var bytes = Some(size);
        var key = BlobKey.Master(bytes);

        await Store.PutAsync(key, bytes, Ct);

        Assert.True(Same(bytes, await Store.GetAsync(key, Ct)));
        var blob = Assert.Single(await ListAsync());
        Assert.Equal((key, (long)size), (blob.Key, blob.SizeBytes));
        Assert.InRange(blob.KeptAt, Now.AddMinutes(-1), Now.AddMinutes(1));
    }

    [Fact]
    public async Task Masters_renditions_and_cards_lie_beside_each_other()
    {
        var master = BlobKey.Master([1]);
        string[] keys = [master, BlobKey.Rendition(master, "wide-640-50-50.webp"), BlobKey.Rendition(master, "a"), BlobKey.Card(Digest)];
        foreach (var (key, i) in keys.Select((key, i) => (key, i))) await Store.PutAsync(key, new[] { (byte)i }, Ct);

        Assert.Equal(keys.Order(), (await ListAsync()).Select(blob => blob.Key).Order());
        for (var i = 0; i < keys.Length; i++) Assert.True(Same([(byte)i], await Store.GetAsync(keys[i], Ct)));
        await Store.DeleteAsync(keys[1], Ct);
        Assert.Equal(keys.Except([keys[1]]).Order(), (await ListAsync()).Select(blob => blob.Key).Order());
        await Store.PutAsync(keys[1], new byte[] { 1 }, Ct);
        Assert.NotNull(await Store.GetAsync(keys[1], Ct));
    }

    [Fact]
    public async Task What_is_not_kept_is_null_and_its_deletion_nothing()
    {
        var key = BlobKey.Master([7]);

        Assert.Null(await Store.GetAsync(key, Ct));
        Assert.Empty(await ListAsync());
        await Store.DeleteAsync(key, Ct);
        Assert.False(await Store.DeleteOlderAsync(key, DateTimeOffset.MaxValue, Ct));
        await Store.PutAsync(key, new byte[] { 7 }, Ct);
        await Store.DeleteAsync(key, Ct);
        Assert.Null(await Store.GetAsync(key, Ct));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task What_is_put_again_counts_as_new()
    {
        var key = BlobKey.Master([7]);
        await Store.PutAsync(key, new byte[] { 7 }, Ct);
        Age(key, TimeSpan.FromDays(30));
        Assert.InRange(Assert.Single(await ListAsync()).KeptAt, Now.AddDays(-31), Now.AddDays(-29));

        await Store.PutAsync(key, new byte[] { 7 }, Ct);

        Assert.InRange(Assert.Single(await ListAsync()).KeptAt, Now.AddMinutes(-1), Now.AddMinutes(1));
        Assert.True(Same([7], await Store.GetAsync(key, Ct)));
    }

    [Fact]
    public async Task What_was_put_since_a_time_is_not_deleted_as_older()
    {
        var key = BlobKey.Master([7]);
        await Store.PutAsync(key, new byte[] { 7 }, Ct);
        Age(key, TimeSpan.FromDays(30));

        Assert.False(await Store.DeleteOlderAsync(key, Now.AddDays(-31), Ct));
        Assert.NotNull(await Store.GetAsync(key, Ct));
        Assert.True(await Store.DeleteOlderAsync(key, Now.AddDays(-29), Ct));
        Assert.Null(await Store.GetAsync(key, Ct));
    }

    [Fact]
    public async Task Many_may_write_one_key_while_others_read_it()
    {
        var bytes = Some(300_000);
        var key = BlobKey.Rendition(BlobKey.Master(bytes), "wide.webp");

        var reads = Enumerable.Range(0, 24).Select(_ => Store.GetAsync(key, Ct)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Store.PutAsync(key, bytes, Ct)));

        Assert.All(await Task.WhenAll(reads), read => Assert.True(read is null || Same(bytes, read)));
        Assert.True(Same(bytes, await Store.GetAsync(key, Ct)));
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task A_write_that_was_called_off_leaves_nothing_to_read()
    {
        var key = BlobKey.Master([7]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.PutAsync(key, Some(3_000_000), new CancellationToken(canceled: true)));

        Assert.Null(await Store.GetAsync(key, Ct));
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [MemberData(nameof(HostileKeys))]
    public async Task No_other_word_is_a_key(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(key, new byte[] { 1 }, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetAsync(key, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(key, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteOlderAsync(key, DateTimeOffset.MaxValue, Ct));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Nothing_larger_than_a_blob_may_be_is_put()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(BlobKey.Master([1]), new byte[BlobKey.MaxBytes + 1], Ct));

        Assert.Empty(await ListAsync());
    }

    protected async Task<List<Blob>> ListAsync() => await Store.ListAsync(Ct).ToListAsync(Ct);

    /// <summary>Says so quickly, of many bytes too.</summary>
    protected static bool Same(byte[] expected, byte[]? actual) => actual is not null && actual.AsSpan().SequenceEqual(expected);

    protected static byte[] Some(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }
}
