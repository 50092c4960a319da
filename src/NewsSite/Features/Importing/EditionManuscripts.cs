using NewsSite.Features.Publishing;

namespace NewsSite.Features.Importing;

/// <summary>Turns an article file into a manuscript: its names become sections, authors, tags and pictures of this site.</summary>
internal sealed class EditionManuscripts(EditionTaxonomy taxonomy, EditionPictures pictures, EditionAddresses addresses)
{
    /// <param name="existing">The article that the file is; null for a new one.</param>
    /// <exception cref="EditionException">A field names what cannot be.</exception>
    public async Task<Manuscript> ReadAsync(ArticleFile file, EditionArticle? existing, string folder, EditionReport report, CancellationToken ct) => new()
    {
        Headline = file.Headline,
        Standfirst = file.Standfirst,
        Slug = existing is null ? await addresses.ChooseAsync(file, ct) : file.Slug ?? existing.Slug,
        Section = await taxonomy.SectionAsync(file.Section, file.Fields.LineOf("section"), ct),
        Authors = await taxonomy.AuthorsAsync(file.Authors, file.Fields.LineOf("authors"), ct),
        Tags = await taxonomy.TagsAsync(file.Tags, file.Fields.LineOf("tags"), ct),
        Language = file.Language,
        Body = file.Body,
        FindPicture = path => pictures.Find(folder, path),
        OffersSummary = file.OffersSummary,
        Picture = file.Image is null ? null : pictures.Take(folder, file.Image),
        Series = file.Series,
        TranslationOf = await addresses.OriginalAsync(file, report, ct),
        UpdatedAt = file.UpdatedAt,
    };
}
