using NewsSite.Features.Importing;
using NewsSite.Features.Media;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom;

/// <summary>Finds the pictures that an article in the editor names.</summary>
public sealed class NewsroomPictures(PictureShelf shelf, EditionPictures edition)
{
    /// <returns>Null when the shelf has no such picture.</returns>
    public StoredPicture? Find(string file) => shelf.Find(file);

    /// <param name="editionPath">The file that the article came from: its text may name pictures beside it.</param>
    public Func<string, PictureFile?> FinderFor(string? editionPath)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(editionPath));
        return path =>
            shelf.Find(path.Split('/')[^1]) is { } stored ? new PictureFile(SiteUrls.Media(stored.File), stored.Width, stored.Height)
            : string.IsNullOrEmpty(folder) ? null
            : edition.Find(folder, path);
    }
}
