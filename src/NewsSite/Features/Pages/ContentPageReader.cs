using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;

namespace NewsSite.Features.Pages;

public sealed class ContentPageReader(PublishedNews news)
{
    public async Task<ContentPageView?> FindAsync(string slug, CancellationToken ct) =>
        Slug.TryParse(slug) is { } wanted
            ? await news.ContentPages.Where(page => page.Slug == wanted)
                .Select(page => new ContentPageView(page.Title, page.Slug.Value, page.Html)).SingleOrDefaultAsync(ct)
            : null;
}
