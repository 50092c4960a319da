using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain.Articles;

namespace NewsSite.Features.Importing;

/// <summary>The edition that a new site shows until somebody makes it their own.</summary>
public sealed class SampleEdition(NewsDbContext db, SearchIndex search)
{
    /// <summary>Whether what is shown now is a sample.</summary>
    public Task<bool> IsShownAsync(CancellationToken ct) => db.SiteProfiles.AnyAsync(site => site.IsSample, ct);

    /// <summary>Whether the folder holds a sample that has been thrown out.</summary>
    public async Task<bool> IsUnwantedAsync(string folder, CancellationToken ct)
    {
        if (!await db.SiteProfiles.AnyAsync(site => site.IsSampleRemoved, ct)) return false;
        try
        {
            return SiteFile.Parse(await EditionFile.ReadAsync(folder, Path.Combine(folder, "site.yml"), ct)).IsSample;
        }
        catch (EditionException)
        {
            return false; // the loader says what is wrong with it
        }
    }

    /// <summary>Deletes what came from the edition's files, and the sections, authors and tags that are left with nothing. Call it in a transaction.</summary>
    public async Task RemoveAsync(CancellationToken ct)
    {
        var articles = db.Articles.Where(article => article.EditionPath != null && article.EditionHash != null);
        await search.RemoveAsync(articles, ct);
        await articles.ExecuteDeleteAsync(ct);
        await db.ContentPages.Where(page => page.EditionHash != null).ExecuteDeleteAsync(ct);
        await db.Tags.Where(tag => !db.Set<ArticleTag>().Any(entry => entry.TagId == tag.Id)).ExecuteDeleteAsync(ct);
        await db.Authors.Where(author => !db.Set<BylineEntry>().Any(entry => entry.AuthorId == author.Id)).ExecuteDeleteAsync(ct);
        await db.Sections.Where(section => !db.Articles.Any(article => article.SectionId == section.Id)).ExecuteDeleteAsync(ct);
        (await db.SiteProfiles.SingleAsync(ct)).RemoveSample();
        await db.SaveChangesAsync(ct);
    }
}
