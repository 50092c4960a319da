using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;
using NewsSite.Features.Summaries;

namespace NewsSite.Features.Importing;

/// <summary>Brings one article file into the database, through the same desk that editors use.</summary>
internal sealed class ArticleImport(NewsDbContext db, EditionTaxonomy taxonomy, EditionPictures pictures, CopyDesk copyDesk, PublishingDesk desk)
{
    /// <exception cref="EditionException">The article cannot be kept as it is written.</exception>
    public async Task<ImportOutcome> ImportAsync(ArticleFile file, string folder, string siteLanguage, EditionReport report, CancellationToken ct)
    {
        var existing = await FindAsync(file, folder, ct);
        if (existing is { EditionHash: null }) return ImportOutcome.Kept;
        if (existing?.EditionHash == file.File.Hash) return ImportOutcome.Unchanged;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var manuscript = await ManuscriptAsync(file, existing, folder, report, ct);
        manuscript = await SummarizedAsync(manuscript, file, existing, siteLanguage, ct);
        var prepared = await copyDesk.PrepareAsync(manuscript, siteLanguage, ct);
        if (prepared.Copy is not { } copy)
            throw new EditionException(prepared.Refusal!.Line + file.BodyLine - 1, prepared.Refusal.Reason);

        var article = existing is null ? await desk.DraftAsync(copy, ct) : (await desk.ReviseAsync(existing.Id, copy, Actor.Edition, ct))!;
        await PublishAsync(article, file, report, ct);
        article.MarkAsFromEdition(file.File.Path, file.File.Hash);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return existing is null ? ImportOutcome.Added : ImportOutcome.Updated;
    }

    // The file is the article's identity; its slug is when the folder has moved.
    private async Task<Existing?> FindAsync(ArticleFile file, string folder, CancellationToken ct)
    {
        var slug = file.Slug ?? Slug.From(file.Headline);
        var found = await db.Articles.AsNoTracking()
            .Where(article => article.EditionPath == file.File.Path || article.Slug == slug)
            .Select(article => new Existing(article.Id, article.Slug, article.EditionPath, article.EditionHash))
            .ToListAsync(ct);
        var bySlug = found.Find(article => article.Slug == slug);
        if (found.Find(article => article.EditionPath == file.File.Path) is { } byPath)
        {
            return bySlug is null || bySlug.Id == byPath.Id || file.Slug is null ? byPath : throw Taken(file, slug!, bySlug);
        }

        return bySlug is null || HasMoved(bySlug.EditionPath, folder) ? bySlug : throw Taken(file, slug!, bySlug);
    }

    // Loaded from a folder that lay elsewhere, or from a file that has been renamed.
    private static bool HasMoved(string? editionPath, string folder) =>
        editionPath is not null && (!editionPath.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(editionPath));

    private static EditionException Taken(ArticleFile file, Slug slug, Existing other) =>
        new(file.Fields.LineOf(file.Slug is null ? "headline" : "slug"),
            $"the slug “{slug}” already belongs to {(other.EditionPath is null ? "another article" : Path.GetFileName(other.EditionPath))}. Give this article a “slug” of its own.");

    private async Task<Manuscript> ManuscriptAsync(ArticleFile file, Existing? existing, string folder, EditionReport report, CancellationToken ct) => new()
    {
        Headline = file.Headline,
        Standfirst = file.Standfirst,
        Slug = ChooseSlug(file, existing, report),
        Section = await taxonomy.SectionAsync(file.Section, file.Fields.LineOf("section"), ct),
        Authors = await taxonomy.AuthorsAsync(file.Authors, file.Fields.LineOf("authors"), ct),
        Tags = await taxonomy.TagsAsync(file.Tags, file.Fields.LineOf("tags"), ct),
        Language = file.Language,
        Body = file.Body,
        FindPicture = path => pictures.Find(folder, path),
        OffersSummary = file.OffersSummary,
        Picture = file.Image is null ? null : pictures.Take(folder, file.Image),
        Series = file.Series,
        TranslationOf = await OriginalAsync(file, report, ct),
        UpdatedAt = file.UpdatedAt,
    };

    // The file's own text wins; without one, a model's words that somebody approved on this site stay.
    private async Task<Manuscript> SummarizedAsync(Manuscript manuscript, ArticleFile file, Existing? existing, string siteLanguage, CancellationToken ct)
    {
        if (SummaryChoice.OfText(file.Summary, file.Language ?? siteLanguage) is { } own) return manuscript with { Choice = own };
        if (existing is null) return manuscript;

        var approved = await db.Articles.AsNoTracking()
            .Where(article => article.Id == existing.Id && article.Summary!.Origin == SummaryOrigin.LanguageModel)
            .Select(article => article.Summary)
            .SingleOrDefaultAsync(ct);
        return manuscript with { Choice = SummaryChoice.Of(approved), SummaryEditor = approved?.Editor };
    }

    private static Slug ChooseSlug(ArticleFile file, Existing? existing, EditionReport report)
    {
        if (existing is not null)
        {
            if (file.Slug is not null && file.Slug != existing.Slug)
                report.Add(new EditionProblem(file.File.Name, file.Fields.LineOf("slug"), $"the article keeps its address “{existing.Slug}”: links to it exist."));
            return existing.Slug;
        }

        var slug = file.Slug ?? Slug.From(file.Headline)
            ?? throw new EditionException(file.Fields.LineOf("headline"), "“headline” has no letter or digit to make an address of. Add a “slug”.");
        return SiteUrls.Reserved.Contains(slug.Value)
            ? throw new EditionException(file.Fields.LineOf("headline"), $"the headline makes “{slug}”, an address that the site itself uses. Add a “slug”.")
            : slug;
    }

    private async Task<Article?> OriginalAsync(ArticleFile file, EditionReport report, CancellationToken ct)
    {
        if (file.TranslationOf is null) return null;

        var slug = Slug.TryParse(file.TranslationOf);
        var original = slug is null ? null : await db.Articles.SingleOrDefaultAsync(article => article.Slug == slug, ct);
        if (original is null)
            report.Add(new EditionProblem(file.File.Name, file.Fields.LineOf("translationOf"), $"“{file.TranslationOf}” is the slug of no article; the link to the original is left out."));
        return original;
    }

    private async Task PublishAsync(Article article, ArticleFile file, EditionReport report, CancellationToken ct)
    {
        if (file.PublishedAt is not { } at || article.PublishedAt == at.ToStored()) return;

        if (await desk.PublishAsync(article.Id, at, Actor.Edition, ct) is not StepOutcome.Done)
            report.Add(new EditionProblem(file.File.Name, file.Fields.LineOf("publishedAt"), "the article keeps its place: once readers saw it, “publishedAt” does not change."));
    }

    private sealed record Existing(long Id, Slug Slug, string? EditionPath, string? EditionHash);
}
