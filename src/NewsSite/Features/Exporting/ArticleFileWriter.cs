using System.Globalization;
using NewsSite.Features.Importing;

namespace NewsSite.Features.Exporting;

/// <summary>Writes an article as a file of an edition, so that loading the file gives the article again.</summary>
public static class ArticleFileWriter
{
    /// <summary>Folder of an edition in which the picture over an article is put.</summary>
    public const string MediaFolder = "media/";

    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>Front matter and Markdown.</summary>
    public static string Write(ExportedArticle article)
    {
        var yaml = new YamlWriter();
        yaml.Text("headline", article.Headline);
        yaml.Text("standfirst", article.Standfirst);
        yaml.Plain("slug", article.Slug.Value);
        yaml.Plain("section", article.Section.Slug.Value);
        yaml.Texts("authors", article.Authors);
        yaml.Texts("tags", article.Tags);
        if (article.PublishedAt is { } at) yaml.Plain("publishedAt", Said(at));
        else yaml.Plain("status", "draft");
        yaml.Plain("updatedAt", article.UpdatedAt is { } updated ? Said(updated) : null);
        yaml.Plain("language", article.Language);
        yaml.Text("summary", article.OffersSummary ? article.Summary : "none");
        if (article.Picture is { } picture) yaml.Fields("image", ("path", MediaFolder + picture.File), ("alt", picture.Alt), ("caption", picture.Caption), ("credit", picture.Credit));
        yaml.Text("series", article.Series);
        yaml.Plain("translationOf", article.TranslationOf);
        return $"---\n{yaml}---\n{article.Body}";
    }

    /// <summary>Reads a written file back.</summary>
    /// <returns>Why an edition would not read the article as it is; null when it would.</returns>
    public static string? Fault(string file, ExportedArticle article)
    {
        try
        {
            var read = ArticleFile.Parse(new EditionFile("", "", file.ReplaceLineEndings("\n"), ""));
            return Differences(read, article).FirstOrDefault() is { } field ? $"a file cannot say its {field} as it is" : null;
        }
        catch (EditionException e)
        {
            return e.Message.TrimEnd('.');
        }
    }

    private static IEnumerable<string> Differences(ArticleFile read, ExportedArticle article)
    {
        if (read.Headline != article.Headline) yield return "headline";
        if (read.Standfirst != article.Standfirst) yield return "standfirst";
        if (read.Slug != article.Slug) yield return "address";
        if (!read.Authors.SequenceEqual(article.Authors)) yield return "byline";
        if (!read.Tags.SequenceEqual(article.Tags)) yield return "tags";
        if (read.PublishedAt != article.PublishedAt || read.UpdatedAt != article.UpdatedAt) yield return "times";
        if (read.Language != article.Language) yield return "language";
        if (read.OffersSummary != article.OffersSummary || (read.OffersSummary && read.Summary != article.Summary)) yield return "summary";
        if (read.Image?.Alt != article.Picture?.Alt || read.Image?.Caption != article.Picture?.Caption || read.Image?.Credit != article.Picture?.Credit) yield return "picture’s texts";
        if (read.Series != article.Series) yield return "series";
        if (read.TranslationOf != article.TranslationOf) yield return "original";
        if (read.Body != article.Body) yield return "text";
    }

    private static string Said(DateTimeOffset at) => at.ToString(InstantFormat, CultureInfo.InvariantCulture);
}
