using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

public sealed class SectionReader(PublishedNews news, StoryReader stories, CurrentSite site, PageSources sources)
{
    /// <returns>Null when there is no such section or no such page of it.</returns>
    public async Task<SectionView?> FindAsync(string slug, PageRequest page, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;
        if (await news.Sections.SingleOrDefaultAsync(s => s.Slug == wanted, ct) is not { } section) return null;

        var list = await stories.PageAsync(articles => articles.Where(article => article.SectionId == section.Id), page, ct);
        sources.Add(DependencyTags.Section(section.Id));
        return list is null ? null : new SectionView(site.View.SectionOf(slug, section.Name), list);
    }

    /// <returns>The address of the section that was at this one before, or has taken it in; null when none was.</returns>
    public async Task<string?> MovedToAsync(string slug, CancellationToken ct) =>
        Slug.TryParse(slug) is { } former
        && await news.Sections.Where(section => news.FormerSlugs.Any(left => left.Owner == SlugOwner.Section && left.Slug == former && left.TargetId == section.Id))
            .Select(section => section.Slug).SingleOrDefaultAsync(ct) is { } now
            ? SiteUrls.Section(now.Value) : null;
}
