using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Features.Media.Blobs;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media.Blobs;

public sealed class BlobSweepTests : IDisposable
{
    private static readonly string Master = BlobKey.Master([1]);
    private static readonly string Rendition = BlobKey.Rendition(Master, "wide.webp");
    private static readonly string Card = BlobKey.Card(new string('c', 64));

    private readonly TempFolder data = new();
    private readonly FakeTimeProvider clock = new(NewsApp.Noon);
    private readonly List<(string Message, Exception? Exception)> lines = [];
    private readonly HashSet<string> used = [];
    private readonly List<IReadOnlyCollection<string>> asked = [];
    private readonly FolderBlobs store;

    public BlobSweepTests() => store = FolderBlobsTests.Make(data, clock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Unused_blobs_go_after_the_grace_period_and_not_before()
    {
        await PutAsync(Master, Rendition);
        clock.Advance(BlobSweep.Grace);
        Assert.Equal(default, await SweepAsync());
        Assert.Equal([Master, Rendition], await KeptAsync());

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new BlobsGone(2, 6), await SweepAsync());
        Assert.Empty(await KeptAsync());
        Assert.Equal("2 unused blobs were deleted (6 bytes), 0 could not be", lines[^1].Message);
    }

    [Fact]
    public async Task What_is_in_use_stays_with_its_renditions_however_old()
    {
        await PutAsync(Master, Rendition, BlobKey.Master([2]));
        used.Add(Master);
        clock.Advance(TimeSpan.FromDays(3_000));

        await SweepAsync();

        Assert.Equal([Master, Rendition], await KeptAsync());
    }

    [Fact]
    public async Task Only_what_is_old_enough_is_asked_about()
    {
        await PutAsync(Master);
        clock.Advance(TimeSpan.FromDays(6));
        await PutAsync(BlobKey.Master([2]));
        clock.Advance(TimeSpan.FromDays(2));

        await SweepAsync();

        Assert.Equal(Master, Assert.Single(Assert.Single(asked)));
        Assert.Equal([BlobKey.Master([2])], await KeptAsync());
    }

    [Fact]
    public async Task Cards_go_after_ninety_days_and_nobody_is_asked()
    {
        await PutAsync(Card);
        clock.Advance(BlobSweep.CardsStay);
        await SweepAsync();
        Assert.Equal([Card], await KeptAsync());

        clock.Advance(TimeSpan.FromSeconds(1));
        await SweepAsync();

        Assert.Empty(await KeptAsync());
        Assert.Empty(asked);
    }

    [Fact]
    public async Task What_interrupted_writes_left_goes_after_a_day()
    {
        await PutAsync(Master);
        var left = data.File($"media/{FolderBlobs.PartialFolder}/left");
        await File.WriteAllBytesAsync(left, new byte[5], Ct);
        File.SetLastWriteTimeUtc(left, clock.GetUtcNow().UtcDateTime);
        clock.Advance(BlobSweep.LongestWrite);
        await SweepAsync();
        Assert.True(File.Exists(left));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new BlobsGone(1, 5), await SweepAsync());
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task A_blob_that_is_put_again_while_the_sweep_runs_survives()
    {
        await PutAsync(Master, BlobKey.Master([2]));
        clock.Advance(TimeSpan.FromDays(8));

        await SweepAsync(inUse: async (_, _) =>
        {
            await PutAsync(Master);
            return new HashSet<string>();
        });

        Assert.Equal([Master], await KeptAsync());
    }

    [Fact]
    public async Task A_blob_that_cannot_be_deleted_does_not_keep_the_rest()
    {
        await PutAsync(Master, Rendition, BlobKey.Master([2]), Card);
        clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(3, (await SweepAsync(new Stubborn(store, Rendition))).Count);

        Assert.Equal([Rendition], await KeptAsync());
        Assert.Contains(lines, line => line.Message == "3 unused blobs were deleted (9 bytes), 1 could not be");
        Assert.Equal("It stays.", lines[^1].Exception?.Message);
    }

    [Fact]
    public async Task However_many_there_are_a_few_hundred_are_held_at_a_time()
    {
        await PutAsync([.. Enumerable.Range(0, 1_100).Select(i => BlobKey.Master(BitConverter.GetBytes(i)))]);
        clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(1_100, (await SweepAsync()).Count);

        Assert.Equal([500, 500, 100], asked.Select(chunk => chunk.Count));
    }

    [Fact]
    public async Task The_site_sweeps_an_hour_after_its_start_and_every_day_even_when_one_sweep_fails()
    {
        var ran = new SemaphoreSlim(0);
        var sweep = new BlobSweep(new Stubborn(store, null, () => ran.Release()), InUse, clock, new Lines<BlobSweep>(lines));
        using var service = new BlobSweepService(sweep, clock, new Lines<BlobSweepService>(lines));
        await service.StartAsync(Ct);
        Assert.False(await ran.WaitAsync(TimeSpan.FromMilliseconds(20), Ct));

        await NextAsync(BlobSweepService.First);
        for (var day = 0; day < 2; day++) await NextAsync(BlobSweepService.Every);
        await service.StopAsync(Ct);

        Assert.InRange(lines.Count(line => line.Message.StartsWith("The sweep of unused blobs stopped", StringComparison.Ordinal)), 3, int.MaxValue);

        // Again and again, for the service sets its timer at a moment of its own.
        async Task NextAsync(TimeSpan time)
        {
            do clock.Advance(time);
            while (!await ran.WaitAsync(TimeSpan.FromMilliseconds(20), Ct));
        }
    }

    private Task<BlobsGone> SweepAsync(IBlobStore? from = null, MastersInUse? inUse = null) =>
        new BlobSweep(from ?? store, inUse ?? InUse, clock, new Lines<BlobSweep>(lines)).RunAsync(Ct);

    private Task<IReadOnlySet<string>> InUse(IReadOnlyCollection<string> masters, CancellationToken ct)
    {
        asked.Add(masters);
        return Task.FromResult<IReadOnlySet<string>>(masters.Intersect(used).ToHashSet());
    }

    private async Task PutAsync(params string[] keys)
    {
        foreach (var key in keys) await store.PutAsync(key, new byte[3], Ct);
    }

    private async Task<List<string>> KeptAsync() => [.. (await store.ListAsync(Ct).ToListAsync(Ct)).Select(blob => blob.Key).Order(StringComparer.Ordinal)];

    /// <summary>Does not give one blob away, or cannot be listed.</summary>
    private sealed class Stubborn(IBlobStore store, string? stays, Action? whenListed = null) : IBlobStore
    {
        public Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken ct) => store.PutAsync(key, bytes, ct);

        public Task<byte[]?> GetAsync(string key, CancellationToken ct) => store.GetAsync(key, ct);

        public Task DeleteAsync(string key, CancellationToken ct) => store.DeleteAsync(key, ct);

        public Task<bool> DeleteOlderAsync(string key, DateTimeOffset keptBefore, CancellationToken ct) =>
            key == stays ? Task.FromException<bool>(new IOException("It stays.")) : store.DeleteOlderAsync(key, keptBefore, ct);

        public Task<BlobsGone> DeletePartialAsync(DateTimeOffset writtenBefore, CancellationToken ct) => store.DeletePartialAsync(writtenBefore, ct);

        public IAsyncEnumerable<Blob> ListAsync(CancellationToken ct)
        {
            if (whenListed is null) return store.ListAsync(ct);

            whenListed();
            throw new IOException("It cannot be listed.");
        }
    }

    private sealed class Lines<T>(List<(string Message, Exception? Exception)> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add((formatter(state, exception), exception));
    }
}
