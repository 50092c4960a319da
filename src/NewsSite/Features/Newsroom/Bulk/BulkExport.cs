using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Exporting;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>Packs the articles that somebody chose as files of an edition: as they were filed, or, when they never were, as far as the editor's fields are filled in.</summary>
public sealed class BulkExport(ArticleFolder folder, NewsroomPictures pictures, EditionPacker packer)
{
    /// <returns>Null when nothing is left to be packed.</returns>
    public async Task<EditionPackage?> PackAsync(IReadOnlyList<long> ids, StaffMember member, CancellationToken ct)
    {
        var (articles, notes, missing) = (new List<ExportedArticle>(), new List<string>(), 0);
        foreach (var id in ids)
        {
            if (await folder.OpenAsync(id, member, ct) is not { } open) missing++;
            else if (Complaint(open.Article.Status) is { } why) notes.Add($"{open.Article.Headline}: {why}.");
            else articles.Add(open.Article.Body.Markdown.Length == 0 && open.Copy is { } copy ? await OfFieldsAsync(FormText.Read(copy.Fields), open.Article, ct) : ExportedArticle.Of(open.Article));
        }

        if (missing > 0) notes.Add(missing == 1 ? "1 article was not there." : $"{missing} articles were not there.");
        return await packer.PackAsync(articles, article => pictures.FinderForAsync(article.Body, article.EditionPath, ct), notes, ct);
    }

    private static string? Complaint(ArticleStatus status) => status switch
    {
        ArticleStatus.Retracted => "it was retracted, which a file cannot say",
        ArticleStatus.Binned => "it is in the bin, which a file cannot say",
        _ => null,
    };

    // What was never filed was never checked either: the file is, when it is read back.
    private async Task<ExportedArticle> OfFieldsAsync(ArticleForm form, Article article, CancellationToken ct) => new()
    {
        Id = article.Id,
        Headline = Text(form.Headline) ?? article.Headline,
        Standfirst = Text(form.Standfirst),
        Slug = Slug.TryParse(form.Slug?.Trim()) ?? Slug.From(form.Headline ?? "") ?? article.Slug,
        Section = article.Section,
        Authors = Names(form.Byline),
        Tags = Names(form.Tags),
        Language = Text(form.Language),
        OffersSummary = form.OffersSummary,
        Picture = await PictureAsync(form, ct),
        Series = Text(form.Series),
        TranslationOf = Text(form.TranslationOf),
        Body = CleanText.Lines(form.Body ?? ""),
        EditionPath = article.EditionPath,
        Unsaid = [.. UnsaidOf(form)],
    };

    private async Task<Picture?> PictureAsync(ArticleForm form, CancellationToken ct) => Text(form.PictureAlt) is { } alt && !form.PictureIsDecorative && await pictures.FindAsync(form.Picture, ct) is { } stored
        ? new Picture(stored.File, alt, Text(form.PictureCaption), Text(form.PictureCredit), stored.Width, stored.Height)
        : null;

    private static IEnumerable<string> UnsaidOf(ArticleForm form)
    {
        if (Text(form.Summary) is not null) yield return "the sentences chosen as its summary, which were never filed";
        if (Text(form.Picture) is not null && (Text(form.PictureAlt) is null || form.PictureIsDecorative)) yield return "the picture over it, which has no text for those who do not see it";
    }

    private static IReadOnlyList<string> Names(string? text) => [.. FormText.NamesIn(text).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
