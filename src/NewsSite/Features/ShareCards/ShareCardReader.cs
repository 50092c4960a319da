using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Features.Media;
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
            .LeftJoin(news.Assets, article => article.Picture!.File, asset => asset.File, (article, asset) => new
            {
                article.Headline,
                article.Language,
                article.Picture,
                Section = article.Section.Slug,
                article.Section.Name,
                asset!.Tone,
                FocusX = (int?)asset.Focus.X,
                FocusY = (int?)asset.Focus.Y,
            })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : ShareCard.Of(articleId, found.Headline, found.Language ?? site.Language, site.SectionOf(found.Section.Value, found.Name), site.Name, PictureView.Of(found.Picture, AssetFacts.Of(found.FocusX, found.FocusY, found.Tone)));
    }
}
