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
        var files = shelf.Newest(MostShown).ToList();
        if (chosen is not null && shelf.Find(chosen) is not null && !files.Contains(chosen)) files.Insert(0, chosen);
        var words = await db.Articles.AsNoTracking()
            .Where(article => article.Picture != null && files.Contains(article.Picture.File))
            .GroupBy(article => article.Picture!.File)
            .Select(group => new { File = group.Key, Alt = group.Max(article => article.Picture!.Alt) })
            .ToDictionaryAsync(found => found.File, found => found.Alt, ct);
        return new PictureChoice(field, legend, string.IsNullOrEmpty(chosen) ? null : chosen,
            [.. files.Select((file, place) => new ShelfPicture(file, words.GetValueOrDefault(file) is { Length: > 0 } alt ? alt : $"Picture {place + 1}"))]);
    }

    public bool Holds(string file) => shelf.Find(file) is not null;
}

/// <param name="Field">As posted.</param>
/// <param name="Chosen">Name of the picture; null for none.</param>
public sealed record PictureChoice(string Field, string Legend, string? Chosen, IReadOnlyList<ShelfPicture> Pictures)
{
    public ShelfPicture? Current => Pictures.FirstOrDefault(picture => picture.File == Chosen);
}

/// <param name="Words">What it shows, as far as an article has said so.</param>
public sealed record ShelfPicture(string File, string Words)
{
    public string Url => SiteUrls.Media(File);
}
