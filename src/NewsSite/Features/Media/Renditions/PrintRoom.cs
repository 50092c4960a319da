using System.Collections.Concurrent;
using NewsSite.Domain.Media;
using NewsSite.Features.Media.Blobs;
using NewsSite.Features.Media.Intake;

namespace NewsSite.Features.Media.Renditions;

/// <summary>Makes each size of a picture when it is first asked for, once, and keeps it.</summary>
public sealed class PrintRoom(IBlobStore blobs, Darkroom darkroom)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]?>>> underWay = new(StringComparer.Ordinal);

    /// <returns>Null when the picture has no such rendition, or its bytes are gone.</returns>
    /// <exception cref="IOException">The store cannot be reached.</exception>
    public async Task<byte[]?> PrintAsync(StoredPicture picture, Rendition rendition, CancellationToken ct)
    {
        if (!IsOf(picture, rendition, out var area)) return null;

        var key = BlobKey.Rendition(picture.Blob, rendition.Name);
        if (await blobs.GetAsync(key, ct) is { } kept) return kept;

        // Many readers arrive at a new picture at once; none of them ends the work for the others by leaving.
        var work = underWay.GetOrAdd(key, _ => new(() => MakeAsync(key, picture.Blob, area, rendition)));
        return await work.Value.WaitAsync(ct);
    }

    private static bool IsOf(StoredPicture picture, Rendition rendition, out CropArea area)
    {
        area = CropArea.Of(rendition.Crop, picture.Width, picture.Height, rendition.Focus);
        var plain = PictureView.Of(picture).PlainFormat;
        return (rendition.Format == Rendition.Webp || rendition.Format == plain) && Rendition.WidthsFor(area.Width).Contains(rendition.Width);
    }

    private async Task<byte[]?> MakeAsync(string key, string master, CropArea area, Rendition rendition)
    {
        try
        {
            var made = await darkroom.PrintAsync(() => blobs.GetAsync(master, CancellationToken.None), area, rendition);
            if (made is not null) await blobs.PutAsync(key, made, CancellationToken.None);
            return made;
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }
}
