using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsSite.Features.Media.Blobs;

namespace NewsSite.Tests.Features.Media.Blobs;

public sealed class BucketBlobsTests : BlobStoreContract, IClassFixture<BucketServer>, IDisposable
{
    private const string Canary = "canary-of-the-secret-key";

    private readonly BucketServer server;
    private readonly string prefix = $"{Guid.NewGuid():N}/";

    public BucketBlobsTests(BucketServer server)
    {
        this.server = server;
        Store = new BucketBlobs(server.Options(prefix), BucketBlobs.LongestExchange);
    }

    protected override DateTimeOffset Now => DateTimeOffset.UtcNow;

    public override IBlobStore Store { get; }

    public void Dispose() => ((IDisposable)Store).Dispose();

    [Fact]
    public async Task A_list_goes_on_beyond_the_servers_page()
    {
        var keys = Enumerable.Range(0, 1_050).Select(i => BlobKey.Master(BitConverter.GetBytes(i))).ToList();
        await Parallel.ForEachAsync(keys, Ct, async (key, ct) => await Store.PutAsync(key, new byte[] { 1 }, ct));

        Assert.Equal(keys.Order(), (await ListAsync()).Select(blob => blob.Key).Order());
    }

    [Fact]
    public async Task What_lies_under_another_prefix_is_not_seen()
    {
        using var other = new BucketBlobs(server.Options($"{prefix}inner/"), BucketBlobs.LongestExchange);
        await other.PutAsync(BlobKey.Master([7]), new byte[] { 7 }, Ct);

        Assert.Empty(await ListAsync());
        Assert.Null(await Store.GetAsync(BlobKey.Master([7]), Ct));
    }

    [Fact]
    public async Task What_a_busy_bucket_asks_to_repeat_is_read_again_and_not_written_again()
    {
        var asked = new ConcurrentQueue<string>();
        await using var busy = WebApplication.CreateSlimBuilder().Build();
        busy.Urls.Add("http://127.0.0.1:0");
        busy.Run(context =>
        {
            asked.Enqueue(context.Request.Method);
            context.Response.StatusCode = context.Request.Method == "GET" && asked.Count == 3 ? 200 : asked.Count % 2 == 1 ? 500 : 503;
            return context.Response.WriteAsync(context.Response.StatusCode == 200 ? "7" : "<Error><Code>SlowDown</Code></Error>", Ct);
        });
        await busy.StartAsync(Ct);
        using var store = Reaching(new Uri(busy.Urls.First()).Authority);

        Assert.Equal("7"u8.ToArray(), await store.GetAsync(BlobKey.Master([7]), Ct));
        await Assert.ThrowsAsync<IOException>(() => store.PutAsync(BlobKey.Master([7]), new byte[] { 7 }, Ct));
        await Assert.ThrowsAsync<IOException>(() => store.GetAsync(BlobKey.Master([7]), Ct));

        Assert.Equal(["GET", "GET", "GET", "PUT", "GET", "GET", "GET"], asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_that_breaks_in_the_middle_of_a_write_leaves_what_was_there(bool isThere)
    {
        var bytes = Some(8_000_000);
        var key = BlobKey.Master(bytes);
        if (isThere) await Store.PutAsync(key, bytes, Ct);
        using var line = new CutLine(server.Port, cutAfter: 1_000_000);
        using var cut = Reaching(line.Endpoint);

        await Assert.ThrowsAnyAsync<IOException>(() => cut.PutAsync(key, bytes, Ct));

        await line.Served;
        Assert.Equal(isThere ? bytes : null, await Store.GetAsync(key, Ct));
        Assert.Equal(isThere ? 1 : 0, (await ListAsync()).Count);
    }

    [Fact]
    public async Task A_server_that_stays_silent_is_not_waited_for()
    {
        using var line = new CutLine(server.Port, cutAfter: 0);
        using var silent = Reaching(line.Endpoint, TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        var e = await Assert.ThrowsAnyAsync<IOException>(() => silent.GetAsync(BlobKey.Master([7]), Ct));

        Assert.Contains("did not answer", e.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public Task A_server_that_is_not_there_is_an_error_of_the_store() => FailsAsync(server.Options(change: options => (options.Endpoint, options.SecretKey) = ("127.0.0.1:1", Canary)));

    [Fact]
    public Task A_bucket_that_is_not_there_is_an_error_of_the_store() => FailsAsync(server.Options(change: options => options.Name = "no-such-bucket"));

    [Fact]
    public Task A_key_that_the_server_turns_away_is_an_error_of_the_store() => FailsAsync(server.Options(change: options => options.SecretKey = Canary));

    protected override void Age(string key, TimeSpan age) => File.SetLastWriteTimeUtc(server.FileOf(prefix + key), (Now - age).UtcDateTime);

    private BucketBlobs Reaching(string endpoint, TimeSpan? longest = null) => new(server.Options(prefix, options => options.Endpoint = endpoint), longest ?? BucketBlobs.LongestExchange);

    private static async Task FailsAsync(BucketOptions options)
    {
        using var store = new BucketBlobs(options, TimeSpan.FromSeconds(10));
        var key = BlobKey.Master([7]);
        foreach (var act in new Func<Task>[]
        {
            () => store.PutAsync(key, new byte[] { 7 }, Ct), () => store.GetAsync(key, Ct), () => store.DeleteAsync(key, Ct),
            async () => await store.ListAsync(Ct).ToListAsync(Ct),
        })
        {
            var e = await Assert.ThrowsAnyAsync<IOException>(act);
            Assert.DoesNotContain(Canary, e.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("X-Amz-Signature", e.ToString(), StringComparison.Ordinal);
        }
    }
}
