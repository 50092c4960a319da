using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

public sealed class SectionReader(PublishedNews news, StoryReader stories, CurrentSite site)
{
    /// <returns>Null when there is no such section or no such page of it.</returns>
    public async Task<SectionView?> FindAsync(string slug, PageRequest page, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;
        if (await news.Sections.SingleOrDefaultAsync(s => s.Slug == wanted, ct) is not { } section) return null;

        var list = await stories.PageAsync(articles => articles.Where(article => article.SectionId == section.Id), page, ct);
        return list is null ? null : new SectionView(site.View.SectionOf(slug, section.Name), list);
    }
}
