using System.Collections.Concurrent;
using NewsSite.Features.Media.Blobs;

namespace NewsSite.Features.ShareCards;

/// <summary>Draws each card once, a few at a time, and keeps it.</summary>
public sealed partial class CardShelf(IBlobStore blobs, CardPictures pictures, ILogger<CardShelf> log) : IDisposable
{
    private const int MaxAtOnce = 2;

    private readonly SemaphoreSlim hands = new(MaxAtOnce);
    private readonly ConcurrentDictionary<string, Lazy<Task<DrawnCard>>> underWay = new(StringComparer.Ordinal);

    /// <summary>How many cards this process has drawn.</summary>
    public int Drawn => drawn;

    private int drawn;

    public void Dispose() => hands.Dispose();

    /// <summary>Whoever asks while it is being fetched or drawn waits for the same one.</summary>
    public Task<DrawnCard> GetAsync(ShareCard card, CancellationToken ct) =>
        underWay.GetOrAdd(card.Key, _ => new Lazy<Task<DrawnCard>>(() => Task.Run(() => TakeAsync(card)))).Value.WaitAsync(ct);

    // Others may wait for it too: it goes on when the one who asked first has left.
    private async Task<DrawnCard> TakeAsync(ShareCard card)
    {
        try
        {
            return await KeptAsync(card) is { } kept ? new DrawnCard(kept, IsLasting: true) : await DrawAsync(card);
        }
        finally
        {
            underWay.TryRemove(card.Key, out _);
        }
    }

    private async Task<byte[]?> KeptAsync(ShareCard card)
    {
        try
        {
            return await blobs.GetAsync(BlobKey.Card(card.Key), CancellationToken.None);
        }
        catch (IOException problem)
        {
            LogNotRead(card.ArticleId, problem);
            return null;
        }
    }

    private async Task<DrawnCard> DrawAsync(ShareCard card)
    {
        await hands.WaitAsync();
        try
        {
            var (picture, isWhole) = await PictureAsync(card);
            var png = CardArt.Draw(card, picture);
            Interlocked.Increment(ref drawn);
            if (isWhole) await KeepAsync(card, png);
            return new DrawnCard(png, isWhole);
        }
        finally
        {
            hands.Release();
        }
    }

    // A card that lacks its picture because the store is away is better than none, and must not last.
    private async Task<(byte[]? Bytes, bool IsWhole)> PictureAsync(ShareCard card)
    {
        try
        {
            return (card.PictureFile is { } file ? await pictures.FindAsync(file, CancellationToken.None) : null, true);
        }
        catch (IOException problem)
        {
            LogNotRead(card.ArticleId, problem);
            return (null, false);
        }
    }

    private async Task KeepAsync(ShareCard card, byte[] png)
    {
        try
        {
            await blobs.PutAsync(BlobKey.Card(card.Key), png, CancellationToken.None);
        }
        catch (IOException problem)
        {
            LogNotKept(card.ArticleId, problem);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store could not be read for the share card of article {Id}")]
    private partial void LogNotRead(long id, Exception problem);

    [LoggerMessage(LogLevel.Warning, "The share card of article {Id} could not be kept; it is drawn again when it is asked for")]
    private partial void LogNotKept(long id, Exception problem);
}

/// <param name="IsLasting">False when its picture could not be had just now: no cache may keep it.</param>
public sealed record DrawnCard(byte[] Png, bool IsLasting);
