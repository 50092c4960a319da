using NewsSite.Features.Media;

namespace NewsSite.Features.ShareCards;

/// <summary>The pictures that cards show a part of.</summary>
public sealed class CardPictures(PictureShelf shelf)
{
    /// <returns>Null when there is no such picture.</returns>
    public async Task<byte[]?> FindAsync(string file, CancellationToken ct) =>
        shelf.PathOf(file) is { } path ? await File.ReadAllBytesAsync(path, ct) : null;
}
