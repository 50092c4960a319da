using System.Collections.Concurrent;
using NewsSite.Features.Media;
using NewsSite.Features.Media.Blobs;
using NewsSite.Features.Shared;
using NewsSite.Markup;

namespace NewsSite.Features.Exporting;

/// <summary>Packs articles as the folder of an edition: their files, the pictures that they use, and a <c>site.yml</c> that makes them a paper.</summary>
public sealed class EditionPacker(PictureShelf shelf, IBlobStore blobs, ArticleMarkup markup, CurrentSite site)
{
    /// <summary>In the folder when something could not be said; an edition does not read it.</summary>
    public const string NotesName = "left-out.txt";

    /// <param name="finderOf">How an article's text finds its pictures.</param>
    /// <param name="notes">What is left out already, in words, a line each.</param>
    /// <returns>Null when no article is left to be packed.</returns>
    public async Task<EditionPackage?> PackAsync(IReadOnlyList<ExportedArticle> articles, Func<ExportedArticle, Task<Func<string, PictureFile?>>> finderOf, IEnumerable<string> notes, CancellationToken ct)
    {
        var (package, packed, left) = (new EditionPackage(blobs), new List<ExportedArticle>(), notes.ToList());
        foreach (var article in articles)
        {
            var text = ArticleFileWriter.Write(article);
            if (ArticleFileWriter.Fault(text, article) is { } fault)
            {
                left.Add($"{article.Headline}: {fault}.");
                continue;
            }

            left.AddRange(article.Unsaid.Select(unsaid => $"{article.Headline}: without {unsaid}."));
            left.AddRange((await AddPicturesAsync(package, article, await finderOf(article), ct)).Select(missing => $"{article.Headline}: without the picture {missing}."));
            package.AddText(FolderName.Of(article, package), text);
            packed.Add(article);
        }

        if (packed.Count == 0) return null;
        package.AddText("site.yml", SiteText(packed));
        if (left.Count > 0) package.AddText(NotesName, "Not in these files:\n\n" + string.Join('\n', left) + "\n");
        return package;
    }

    private async Task<IReadOnlyList<string>> AddPicturesAsync(EditionPackage package, ExportedArticle article, Func<string, PictureFile?> find, CancellationToken ct)
    {
        var named = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);
        await markup.RenderAsync(article.Body, Look, article.Language ?? site.View.Language, ct);
        var files = named.Where(each => !each.Key.Contains("://", StringComparison.Ordinal)).ToDictionary();
        if (article.Picture is { } over) files[ArticleFileWriter.MediaFolder + over.File] = over.File;
        var left = new List<string>();
        foreach (var (written, file) in files)
        {
            if (!await AddAsync(package, written, file, ct)) left.Add(written);
        }

        return [.. left.Order(StringComparer.Ordinal)];

        PictureFile? Look(string written)
        {
            var found = find(written);
            named[written] = found is null ? null : PictureShelf.NamesIn(found.Url).SingleOrDefault();
            return found;
        }
    }

    private async Task<bool> AddAsync(EditionPackage package, string written, string? file, CancellationToken ct) =>
        file is not null && await shelf.FindAsync(file, ct) is { } picture && FolderName.Of(written, file) is { } name && package.AddPicture(name, picture.Blob);

    private string SiteText(List<ExportedArticle> articles)
    {
        var yaml = new YamlWriter();
        yaml.Text("name", site.View.Name);
        yaml.Text("tagline", site.View.Tagline);
        yaml.Plain("language", site.View.Language);
        yaml.Plain("timeZone", site.View.TimeZone.Id);
        yaml.List("sections", articles.Select(article => article.Section).DistinctBy(section => section.Id).OrderBy(section => section.Position).Select(section => new (string, string?)[]
        {
            ("slug", section.Slug.Value), ("name", section.Name), ("summaries", section.OffersSummaries ? null : "none"),
        }));
        return yaml.ToString();
    }
}
