using NewsSite.Domain.Articles;
using NewsSite.Features.Media;
using NewsSite.Markup;

namespace NewsSite.Features.Importing;

/// <summary>Takes the pictures that an edition's articles name into the media folder.</summary>
public sealed class EditionPictures(PictureShelf shelf)
{
    /// <exception cref="EditionException">There is no such picture in the edition.</exception>
    internal Picture Take(string folder, ImageFields image)
    {
        var (stored, reason) = Store(folder, image.Path);
        return stored is null
            ? throw new EditionException(image.Line, $"“image”: {image.Path} {reason}")
            : new Picture(stored.File, image.Alt, image.Caption, image.Credit, stored.Width, stored.Height);
    }

    /// <param name="path">In the folder; what a text of the site calls by its name on the shelf lies among the edition's media.</param>
    /// <returns>Null when the edition has no such picture.</returns>
    public PictureFile? Find(string folder, string path) =>
        (Store(folder, path).Stored ?? Named(folder, path.Split('/')[^1])) is { } stored ? new PictureFile(SiteUrls.Media(stored.File), stored.Width, stored.Height) : null;

    private StoredPicture? Named(string folder, string name) => PictureShelf.GivenName().IsMatch(name) ? Store(folder, "media/" + name).Stored : null;

    private (StoredPicture? Stored, string? Reason) Store(string folder, string path)
    {
        if (Inside(folder, path) is not { } file) return (null, "is not a file in the edition's folder.");

        var outcome = shelf.Store(file);
        return (outcome.Picture, outcome.Reason);
    }

    // Neither “..” nor a link may lead out of the edition.
    private static string? Inside(string folder, string path)
    {
        var name = Uri.UnescapeDataString(path);
        if (name.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Contains('\0')) return null;

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, name));
        return full.StartsWith(root, StringComparison.Ordinal) && File.Exists(full) ? RealPath.Inside(folder, full) : null;
    }
}
