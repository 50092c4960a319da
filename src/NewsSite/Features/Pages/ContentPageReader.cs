using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Pages;

public sealed class ContentPageReader(PublishedNews news, PageSources sources)
{
    /// <returns>Null when there is no such page.</returns>
    public async Task<ContentPageView?> FindAsync(string slug, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;

        sources.Add(DependencyTags.Site);
        return await news.ContentPages.Where(page => page.Slug == wanted)
            .Select(page => new ContentPageView(page.Title, page.Slug.Value, page.Html)).SingleOrDefaultAsync(ct);
    }
}
