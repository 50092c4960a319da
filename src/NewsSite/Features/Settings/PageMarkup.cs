using NewsSite.Features.Media;
using NewsSite.Features.Shared;
using NewsSite.Markup;

namespace NewsSite.Features.Settings;

/// <summary>Renders content pages as articles are rendered, with pictures of the media folder.</summary>
public sealed class PageMarkup(ArticleMarkup markup, PictureShelf shelf, SiteDirectory directory)
{
    public async Task<MarkupOutcome> RenderAsync(string markdown, CancellationToken ct) =>
        await markup.RenderAsync(markdown, await shelf.FinderForAsync(markdown, ct), (await directory.GetAsync(ct)).Language, ct);
}
