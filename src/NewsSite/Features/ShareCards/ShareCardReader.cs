using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Features.Shared;

namespace NewsSite.Features.ShareCards;

/// <summary>Says what the card of an article shows now.</summary>
public sealed class ShareCardReader(PublishedNews news, SiteDirectory directory)
{
    /// <returns>Null when readers may not see such an article.</returns>
    public async Task<ShareCard?> FindAsync(long articleId, CancellationToken ct)
    {
        var site = await directory.GetAsync(ct);
        var found = await news.Articles.Where(article => article.Id == articleId)
            .Select(article => new { article.Headline, article.Language, article.Picture, Section = article.Section.Slug, article.Section.Name })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : ShareCard.Of(articleId, found.Headline, found.Language ?? site.Language, site.SectionOf(found.Section.Value, found.Name), site.Name, found.Picture);
    }
}
