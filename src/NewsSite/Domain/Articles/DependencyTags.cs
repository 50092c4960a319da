using System.Globalization;

namespace NewsSite.Domain.Articles;

/// <summary>Names what pages are made from, so that a change can tell which pages it touches.</summary>
public static class DependencyTags
{
    /// <summary>A change so wide that naming its parts would cost more than making every page anew.</summary>
    public const string Everything = "everything";

    /// <summary>On every list of articles of the whole site: the front page, the archive, the feeds and the sitemaps of it.</summary>
    public const string Fronts = "fronts";

    /// <summary>On what shows no article and changes with the site alone.</summary>
    public const string Site = "site";

    public static string Article(long id) => Tag("article", id);

    public static string Section(long id) => Tag("section", id);

    public static string Author(long id) => Tag("author", id);

    public static string Subject(long id) => Tag("tag", id);

    /// <param name="name">Of the series.</param>
    public static string Series(string name) => "series:" + name;

    /// <summary>All that a page showing <paramref name="article"/> in any way was made from.</summary>
    public static IEnumerable<string> Of(Article article) =>
    [
        Fronts,
        Article(article.Id),
        .. article.TranslationOfId is { } original ? [Article(original)] : Array.Empty<string>(),
        .. article.Series is { } series ? [Series(series)] : Array.Empty<string>(),
        Section(article.Section.Id),
        .. article.Byline.Select(entry => Author(entry.Author.Id)),
        .. article.Tags.Select(entry => Subject(entry.Tag.Id)),
    ];

    private static string Tag(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{id}");
}
