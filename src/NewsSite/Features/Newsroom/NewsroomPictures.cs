using NewsSite.Features.Importing;
using NewsSite.Features.Media;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom;

/// <summary>Finds the pictures that an article in the editor names.</summary>
public sealed class NewsroomPictures(PictureShelf shelf, EditionPictures edition)
{
    /// <param name="file">Anybody's word.</param>
    /// <returns>Null when the library has no such picture.</returns>
    public async Task<StoredPicture?> FindAsync(string? file, CancellationToken ct) => string.IsNullOrWhiteSpace(file) ? null : await shelf.FindAsync(file.Trim(), ct);

    /// <param name="editionPath">The file that the article came from: its text may name pictures beside it.</param>
    public async Task<Func<string, PictureFile?>> FinderForAsync(string? text, string? editionPath, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(editionPath));
        var known = await shelf.FinderForAsync(text ?? "", ct);
        if (string.IsNullOrEmpty(folder)) return known;

        var beside = await edition.TakeAllAsync(folder, text ?? "", ct);
        return path => known(path) ?? beside(path);
    }
}
