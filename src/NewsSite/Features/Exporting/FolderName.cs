namespace NewsSite.Features.Exporting;

/// <summary>Names of files that every system takes.</summary>
internal static class FolderName
{
    private const int MaxLength = 200;

    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] PictureEndings = [".jpg", ".jpeg", ".png", ".webp", ".gif"];

    /// <summary>A slug may hold letters of any script, and be longer in bytes than a name may be; then the article's number stands for it.</summary>
    public static string Of(ExportedArticle article, EditionPackage package)
    {
        var slug = article.Slug.Value;
        var name = $"articles/{(slug.All(char.IsAscii) && !Devices.Contains(slug) ? slug : $"article-{article.Id}")}.md";
        return package.Has(name) ? $"articles/article-{article.Id}-{article.Id}.md" : name;
    }

    /// <summary>What a text calls a picture is its name in the folder; one that it calls by its name on the shelf lies in the folder of media.</summary>
    /// <param name="written">In the text: a path in an edition's folder, or an address on the shelf.</param>
    /// <param name="file">Name on the shelf.</param>
    /// <returns>Null when some system would not take it, or it leads out of the folder.</returns>
    public static string? Of(string written, string file)
    {
        var parts = written.Split('/').Where(part => part is not ".").ToList();
        if (parts[^1] == file) return ArticleFileWriter.MediaFolder + file;

        var name = string.Join('/', parts);
        var isPicture = PictureEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return isPicture && name.Length <= MaxLength && parts.TrueForAll(IsSafe) ? name : null;
    }

    private static bool IsSafe(string part) =>
        part.Length > 0 && part.All(IsSafe) && part[^1] is not ('.' or ' ') && part[0] is not ' ' && !Devices.Contains(part.Split('.')[0]);

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ' or '(' or ')' or '+' or ',';
}
