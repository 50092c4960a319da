using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Features.Media.Blobs;
using NewsSite.Features.ShareCards;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.ShareCards;

public sealed class CardShelfTests : IDisposable
{
    private static readonly ShareCard Card = new(1, "The quay is raised", "en", "Harbour", "teal", "The Courier", null);

    private readonly NewsApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Many_who_ask_at_once_get_one_drawing_and_later_ones_get_what_was_kept()
    {
        var blobs = new Blobs();
        using var shelf = Shelf(blobs);

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => shelf.GetAsync(Card, Ct), Ct)));

        Assert.Equal((1, 1), (shelf.Drawn, blobs.Puts));
        Assert.All(all, drawn => Assert.Equal(all[0].Png, drawn.Png));
        using var restarted = Shelf(blobs);
        Assert.Equal(all[0].Png, (await restarted.GetAsync(Card, Ct)).Png);
        Assert.Equal(0, restarted.Drawn);
    }

    [Fact]
    public async Task One_who_leaves_takes_the_card_from_nobody()
    {
        using var shelf = Shelf(new Blobs());
        using var left = new CancellationTokenSource();
        var (first, second) = (shelf.GetAsync(Card, left.Token), shelf.GetAsync(Card, Ct));

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.NotEmpty((await second).Png);
    }

    [Fact]
    public async Task A_store_that_is_away_costs_no_card()
    {
        var blobs = new Blobs { IsAway = true };
        using var shelf = Shelf(blobs);

        Assert.NotEmpty((await shelf.GetAsync(Card, Ct)).Png);
        blobs.IsAway = false;
        await shelf.GetAsync(Card, Ct);
        await shelf.GetAsync(Card, Ct);

        Assert.Equal((2, 1), (shelf.Drawn, blobs.Puts));
    }

    private CardShelf Shelf(IBlobStore blobs) => new(blobs, app.Services.GetRequiredService<CardPictures>(), NullLogger<CardShelf>.Instance);

    private sealed class Blobs : IBlobStore
    {
        private readonly ConcurrentDictionary<string, byte[]> kept = new();

        public bool IsAway { get; set; }

        public int Puts { get; private set; }

        public Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            Assert.True(BlobKey.IsValid(key));
            if (IsAway) throw new IOException("Away.");
            Puts++;
            kept[key] = bytes.ToArray();
            return Task.CompletedTask;
        }

        public Task<byte[]?> GetAsync(string key, CancellationToken ct) => IsAway ? throw new IOException("Away.") : Task.FromResult(kept.GetValueOrDefault(key));

        public Task DeleteAsync(string key, CancellationToken ct) => Task.CompletedTask;

        public Task<bool> DeleteOlderAsync(string key, DateTimeOffset keptBefore, CancellationToken ct) => throw new NotSupportedException();

        public Task<BlobsGone> DeletePartialAsync(DateTimeOffset writtenBefore, CancellationToken ct) => throw new NotSupportedException();

        public IAsyncEnumerable<Blob> ListAsync(CancellationToken ct) => throw new NotSupportedException();
    }
}
