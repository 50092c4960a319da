using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Publishing;

namespace NewsSite.Features.Importing;

/// <summary>Says which article a file is, and at which address it stands.</summary>
internal sealed class EditionAddresses(NewsDbContext db, NameDesk names)
{
    /// <summary>The file is the article's identity; its slug is when the folder has moved, also one that the article has left.</summary>
    /// <returns>Null when the file brings a new article.</returns>
    /// <exception cref="EditionException">Another article has the address, or old links to it lead to one.</exception>
    public async Task<EditionArticle?> FindAsync(ArticleFile file, string folder, CancellationToken ct)
    {
        var slug = file.Slug ?? Slug.From(file.Headline);
        var led = slug is null ? null : await names.LedToAsync(slug, articleId: 0, ct);
        var found = await db.Articles.AsNoTracking()
            .Where(article => article.EditionPath == file.File.Path || article.Slug == slug || article.Id == led)
            .Select(article => new EditionArticle(article.Id, article.Slug, article.EditionPath, article.EditionHash))
            .ToListAsync(ct);
        var bySlug = found.Find(article => article.Slug == slug) ?? found.Find(article => article.Id == led);
        if (found.Find(article => article.EditionPath == file.File.Path) is { } byPath)
        {
            return bySlug is null || bySlug.Id == byPath.Id || file.Slug is null ? byPath : throw Taken(file, slug!, bySlug);
        }

        if (bySlug is null || HasMoved(bySlug.EditionPath, folder)) return bySlug;
        return file.Slug is null && bySlug.Slug != slug ? null : throw Taken(file, slug!, bySlug);
    }

    /// <summary>The address of a new article; one that is made from the headline steps aside for old links to another.</summary>
    /// <exception cref="EditionException">No address can be made.</exception>
    public async Task<Slug> ChooseAsync(ArticleFile file, CancellationToken ct)
    {
        if (file.Slug is not null) return file.Slug;

        var slug = Slug.From(file.Headline)
            ?? throw new EditionException(file.Fields.LineOf("headline"), "“headline” has no letter or digit to make an address of. Add a “slug”.");
        return SiteUrls.Reserved.Contains(slug.Value)
            ? throw new EditionException(file.Fields.LineOf("headline"), $"the headline makes “{slug}”, an address that the site itself uses. Add a “slug”.")
            : await names.FreeSlugAsync(slug, articleId: 0, ct);
    }

    /// <returns>Null when the file translates none, or none that is there.</returns>
    public async Task<Article?> OriginalAsync(ArticleFile file, EditionReport report, CancellationToken ct)
    {
        if (file.TranslationOf is null) return null;

        var original = Slug.TryParse(file.TranslationOf) is { } slug ? await AtAsync(slug, ct) : null;
        if (original is null)
            report.Add(new EditionProblem(file.File.Name, file.Fields.LineOf("translationOf"), $"“{file.TranslationOf}” is the slug of no article; the link to the original is left out."));
        return original;
    }

    private async Task<Article?> AtAsync(Slug slug, CancellationToken ct) =>
        await db.Articles.SingleOrDefaultAsync(article => article.Slug == slug, ct)
        ?? (await names.LedToAsync(slug, articleId: 0, ct) is { } moved ? await db.Articles.SingleOrDefaultAsync(article => article.Id == moved, ct) : null);

    // Loaded from a folder that lay elsewhere, or from a file that has been renamed.
    private static bool HasMoved(string? editionPath, string folder) =>
        editionPath is not null && (!editionPath.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(editionPath));

    private static EditionException Taken(ArticleFile file, Slug slug, EditionArticle other) =>
        new(file.Fields.LineOf(file.Slug is null ? "headline" : "slug"),
            $"{(other.Slug == slug ? $"the slug “{slug}” already belongs" : $"old links to the slug “{slug}” lead")} to {(other.EditionPath is null ? "another article" : Path.GetFileName(other.EditionPath))}. Give this article a “slug” of its own.");
}

/// <summary>What is known of an article before its file is read into it.</summary>
/// <param name="EditionHash">Null once an editor has changed the article.</param>
internal sealed record EditionArticle(long Id, Slug Slug, string? EditionPath, string? EditionHash);
