using NewsSite.Domain.Articles;
using NewsSite.Features.Publishing;
using NewsSite.Markup;

namespace NewsSite.Features.Importing;

/// <summary>Turns an article file into a manuscript: its names become sections, authors, tags and pictures of this site.</summary>
internal sealed class EditionManuscripts(EditionTaxonomy taxonomy, EditionPictures pictures, EditionAddresses addresses)
{
    /// <summary>Before the article's transaction: decoding takes time, and others want to write.</summary>
    /// <exception cref="EditionException">There is no such picture in the edition.</exception>
    public async Task<EditionArt> TakePicturesAsync(ArticleFile file, string folder, CancellationToken ct) => new(
        file.Image is null ? null : await pictures.TakeAsync(folder, file.Image, ct),
        await pictures.TakeAllAsync(folder, file.Body, ct));

    /// <param name="existing">The article that the file is; null for a new one.</param>
    /// <exception cref="EditionException">A field names what cannot be.</exception>
    public async Task<Manuscript> ReadAsync(ArticleFile file, EditionArticle? existing, EditionArt art, EditionReport report, CancellationToken ct) => new()
    {
        Headline = file.Headline,
        Standfirst = file.Standfirst,
        Slug = existing is null ? await addresses.ChooseAsync(file, ct) : file.Slug ?? existing.Slug,
        Section = await taxonomy.SectionAsync(file.Section, file.Fields.LineOf("section"), ct),
        Authors = await taxonomy.AuthorsAsync(file.Authors, file.Fields.LineOf("authors"), ct),
        Tags = await taxonomy.TagsAsync(file.Tags, file.Fields.LineOf("tags"), ct),
        Language = file.Language,
        Body = file.Body,
        FindPicture = art.FindPicture,
        OffersSummary = file.OffersSummary,
        Picture = art.Over,
        Series = file.Series,
        TranslationOf = await addresses.OriginalAsync(file, report, ct),
        UpdatedAt = file.UpdatedAt,
    };
}

/// <summary>The pictures of one article file.</summary>
/// <param name="Over">The one over the text.</param>
/// <param name="FindPicture">Those in it.</param>
internal sealed record EditionArt(Picture? Over, Func<string, PictureFile?> FindPicture);
