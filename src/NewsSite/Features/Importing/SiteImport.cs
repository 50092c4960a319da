using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Site;
using NewsSite.Domain.Taxonomy;
using NewsSite.Markup;

namespace NewsSite.Features.Importing;

/// <summary>Brings an edition's site file and house pages into the database.</summary>
internal sealed class SiteImport(NewsDbContext db, ArticleMarkup markup, EditionPictures pictures)
{
    /// <returns>The site's language (BCP 47).</returns>
    public async Task<string> LanguageAsync(CancellationToken ct) =>
        await db.SiteProfiles.Select(site => site.Language).SingleOrDefaultAsync(ct) ?? "en";

    public async Task<ImportOutcome> ImportAsync(SiteFile file, CancellationToken ct)
    {
        var site = await db.SiteProfiles.SingleOrDefaultAsync(ct);
        if (site?.EditionHash == file.Hash) return ImportOutcome.Unchanged;

        var outcome = site is null ? ImportOutcome.Added : ImportOutcome.Updated;
        if (site is null) db.Add(site = new SiteProfile(file.Name, file.Language, file.TimeZone));
        site.TakeFrom(file.Name, file.Tagline, file.Language, file.TimeZone, file.IsSample, file.Hash);
        await ArrangeSectionsAsync(file, site.IsNamedHere, ct);
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    /// <exception cref="EditionException">The page cannot be kept as it is written.</exception>
    public async Task<ImportOutcome> ImportPageAsync(EditionFile file, string folder, string siteLanguage, CancellationToken ct)
    {
        var (fields, body, bodyLine) = FrontMatter.Parse(file.Text);
        var title = fields.Required("title", ContentPage.MaxTitleLength);
        var slug = PageSlug(file, fields);
        var page = await db.ContentPages.SingleOrDefaultAsync(known => known.Slug == slug, ct);
        if (page is { EditionHash: null }) return ImportOutcome.Kept;
        if (page is null && await db.FormerSlugs.AnyAsync(deleted => deleted.Owner == SlugOwner.Page && deleted.Slug == slug, ct)) return ImportOutcome.Kept;
        if (page?.EditionHash == file.Hash) return ImportOutcome.Unchanged;

        var rendered = await markup.RenderAsync(body, await pictures.TakeAllAsync(folder, body, ct), siteLanguage, ct);
        if (rendered.Body is null) throw new EditionException(rendered.Refusal!.Line + bodyLine - 1, rendered.Refusal.Reason);

        var outcome = page is null ? ImportOutcome.Added : ImportOutcome.Updated;
        if (page is null) db.Add(page = new ContentPage(slug, title, body, rendered.Body.Html));
        page.Revise(title, body, rendered.Body.Html);
        page.MarkAsFromEdition(file.Hash);
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    private static Slug PageSlug(EditionFile file, YamlFields fields) =>
        Slug.TryParse(fields.Text("slug", 400) ?? Path.GetFileNameWithoutExtension(file.Path))
        ?? throw new EditionException(fields.LineOf("slug"), "“slug” must be lower-case letters, digits and single hyphens.");

    private async Task ArrangeSectionsAsync(SiteFile file, bool isKeptHere, CancellationToken ct)
    {
        var known = await db.Sections.OrderBy(section => section.Position).ToListAsync(ct);
        if (isKeptHere)
        {
            await AddSectionsAsync(file, known, ct);
            return;
        }

        foreach (var (position, wanted) in file.Sections.Index())
        {
            var section = known.Find(each => each.Slug == wanted.Slug);
            if (section is null) db.Sections.Add(section = new Section(wanted.Slug, wanted.Name, position));
            section.Arrange(wanted.Name, position);
            section.OfferSummaries(wanted.Summaries);
        }

        // Sections that the file does not name stand behind those that it does.
        var others = known.Where(section => file.Sections.All(listed => listed.Slug != section.Slug));
        foreach (var (place, section) in others.Index()) section.Arrange(section.Name, file.Sections.Count + place);
    }

    // Names and order are the newsroom's; a section that it renamed or merged does not come back under its old address.
    private async Task AddSectionsAsync(SiteFile file, List<Section> known, CancellationToken ct)
    {
        var former = await db.FormerSlugs.Where(each => each.Owner == SlugOwner.Section).Select(each => each.Slug).ToListAsync(ct);
        var added = file.Sections.Where(wanted => known.All(section => section.Slug != wanted.Slug) && !former.Contains(wanted.Slug));
        foreach (var (place, wanted) in added.Index())
        {
            var section = new Section(wanted.Slug, wanted.Name, known.Count + place);
            section.OfferSummaries(wanted.Summaries);
            db.Sections.Add(section);
        }
    }
}
