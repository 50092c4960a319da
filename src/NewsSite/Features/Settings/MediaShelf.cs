using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Features.Media;

namespace NewsSite.Features.Settings;

/// <summary>The pictures that a logo or a portrait is chosen from.</summary>
public sealed class MediaShelf(NewsDbContext db, PictureShelf shelf)
{
    private const int MostShown = 48;

    /// <summary>The newest pictures, and in any case the one that is chosen.</summary>
    public async Task<PictureChoice> ChoiceAsync(string field, string legend, string? chosen, CancellationToken ct)
    {
        var newest = await db.Assets.AsNoTracking().OrderByDescending(asset => asset.AddedAt).ThenByDescending(asset => asset.Id).Take(MostShown).ToListAsync(ct);
        var pictures = newest.Select(StoredPicture.Of).ToList();
        if (chosen is not null && pictures.TrueForAll(picture => picture.File != chosen) && await shelf.FindAsync(chosen, ct) is { } older) pictures.Insert(0, older);
        var files = pictures.Select(picture => picture.File).ToList();
        var words = await db.Articles.AsNoTracking()
            .Where(article => article.Picture != null && files.Contains(article.Picture.File))
            .GroupBy(article => article.Picture!.File)
            .Select(group => new { File = group.Key, Alt = group.Max(article => article.Picture!.Alt) })
            .ToDictionaryAsync(found => found.File, found => found.Alt, ct);
        return new PictureChoice(field, legend, string.IsNullOrEmpty(chosen) ? null : chosen,
            [.. pictures.Select((picture, place) => new ShelfPicture(picture.File, words.GetValueOrDefault(picture.File) is { Length: > 0 } alt ? alt : $"Picture {place + 1}", PictureView.Of(picture)))]);
    }

    public async Task<bool> HoldsAsync(string file, CancellationToken ct) => await shelf.FindAsync(file, ct) is not null;
}

/// <param name="Field">As posted.</param>
/// <param name="Chosen">Name of the picture; null for none.</param>
public sealed record PictureChoice(string Field, string Legend, string? Chosen, IReadOnlyList<ShelfPicture> Pictures)
{
    public ShelfPicture? Current => Pictures.FirstOrDefault(picture => picture.File == Chosen);
}

/// <param name="Words">What it shows, as far as an article has said so.</param>
public sealed record ShelfPicture(string File, string Words, PictureView View);
