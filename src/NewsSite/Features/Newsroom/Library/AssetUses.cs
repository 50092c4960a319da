using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Media;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Library;

/// <summary>Knows what shows a picture: articles as filed and as typed, portraits, the site's name, pages. Older versions do not count.</summary>
public sealed class AssetUses(NewsDbContext db)
{
    private const int MostListed = 50;

    /// <returns>By name; what nothing shows is missing.</returns>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyList<string> files, CancellationToken ct)
    {
        var counts = await Shown(files).GroupBy(file => file).Select(group => new { File = group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.File, each => each.Count, ct);
        foreach (var typed in await TypedAsync(files, ct)) counts[typed] = counts.GetValueOrDefault(typed) + 1;
        return counts;
    }

    public async Task<bool> IsUsedAsync(string file, CancellationToken ct) => (await CountAsync([file], ct)).Count > 0;

    public IQueryable<Asset> Unused(IQueryable<Asset> assets) => assets.Where(asset =>
        !db.Set<PictureUse>().Any(use => use.File == asset.File)
        && !db.Authors.Any(author => author.Portrait == asset.File)
        && !db.SiteProfiles.Any(site => site.Logo == asset.File)
        && !db.ContentPages.Any(page => page.Html.Contains(asset.File))
        && !db.WorkingCopies.Any(copy => copy.Fields.Contains(asset.File)));

    /// <param name="member">Is not told the names of articles that they may not know of.</param>
    public async Task<AssetUseList> OfAsync(string file, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        var showing = db.Articles.AsNoTracking().Where(article =>
            db.Set<PictureUse>().Any(use => use.File == file && use.ArticleId == article.Id) || db.WorkingCopies.Any(copy => copy.ArticleId == article.Id && copy.Fields.Contains(file)));
        var known = await showing.KnownTo(member, now).OrderByDescending(article => article.Id).Take(MostListed + 1)
            .Select(article => new AssetUse(article.Headline, SiteUrls.Staff.Article(article.Id))).ToListAsync(ct);
        var authors = await db.Authors.Where(author => author.Portrait == file).OrderBy(author => author.Name).Take(MostListed).Select(author => new AssetUse($"Portrait of {author.Name}", SiteUrls.Staff.Author(author.Id))).ToListAsync(ct);
        var pages = await db.ContentPages.Where(page => page.Html.Contains(file)).OrderBy(page => page.Title).Take(MostListed).Select(page => new AssetUse($"Page: {page.Title}", SiteUrls.Staff.Page(page.Id))).ToListAsync(ct);
        var logo = await db.SiteProfiles.AnyAsync(site => site.Logo == file, ct) ? [new AssetUse("The site’s logo", SiteUrls.Staff.Settings)] : Array.Empty<AssetUse>();
        return new AssetUseList([.. known.Take(MostListed), .. authors, .. logo, .. pages], known.Count > MostListed, await showing.CountAsync(ct) - known.Count);
    }

    private IQueryable<string> Shown(IReadOnlyList<string> files) =>
        db.Set<PictureUse>().Where(use => files.Contains(use.File)).Select(use => use.File)
            .Concat(db.Authors.Where(author => files.Contains(author.Portrait!)).Select(author => author.Portrait!))
            .Concat(db.SiteProfiles.Where(site => files.Contains(site.Logo!)).Select(site => site.Logo!))
            .Concat(db.Assets.Where(asset => files.Contains(asset.File) && db.ContentPages.Any(page => page.Html.Contains(asset.File))).Select(asset => asset.File));

    // What stands in the editor, and is not among what the article shows already.
    private Task<List<string>> TypedAsync(IReadOnlyList<string> files, CancellationToken ct) => db.Assets
        .Where(asset => files.Contains(asset.File) && db.WorkingCopies.Any(copy => copy.Fields.Contains(asset.File) && !db.Set<PictureUse>().Any(use => use.ArticleId == copy.ArticleId && use.File == asset.File)))
        .Select(asset => asset.File).ToListAsync(ct);
}

/// <summary>What shows a picture.</summary>
/// <param name="IsCut">More articles show it than are listed.</param>
/// <param name="Others">How many articles show it besides, of which this person may not know.</param>
public sealed record AssetUseList(IReadOnlyList<AssetUse> Known, bool IsCut, int Others)
{
    public bool IsEmpty => Known.Count == 0 && Others == 0;
}

public sealed record AssetUse(string Words, string Url);
