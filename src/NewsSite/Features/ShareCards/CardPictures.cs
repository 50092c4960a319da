using NewsSite.Features.Media;
using NewsSite.Features.Media.Blobs;

namespace NewsSite.Features.ShareCards;

/// <summary>The pictures that cards show a part of.</summary>
public sealed class CardPictures(IServiceScopeFactory scopes, IBlobStore blobs)
{
    /// <returns>Null when there is no such picture.</returns>
    /// <exception cref="IOException">The store cannot be reached.</exception>
    public async Task<byte[]?> FindAsync(string file, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PictureShelf>().FindAsync(file, ct) is { } picture ? await blobs.GetAsync(picture.Blob, ct) : null;
    }
}
