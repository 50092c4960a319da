using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Articles;
using NewsSite.Features.Media;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom.Previews;

/// <summary>Shows an article, as it stands in the editor, to whoever holds a preview link.</summary>
public sealed class OutsideReader(NewsDbContext db, ArticleFolder folder, PreviewDesk previews, CurrentSite site, TimeProvider clock)
{
    private static readonly TimeSpan Finest = TimeSpan.FromMinutes(1);

    /// <returns>Null when the link is wrong, has expired, was revoked or has done its work: nobody is told which.</returns>
    public async Task<OutsidePreview?> OpenAsync(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } link) return null;
        if (await ViewAsync(link, ct) is not { } view) return null;

        // Not at each look: a link that many people have would write all the time.
        var (now, then) = (clock.GetUtcNow(), clock.GetUtcNow() - Finest);
        await db.PreviewLinks.Where(opened => opened.Id == link.Id && (opened.OpenedAt == null || opened.OpenedAt < then))
            .ExecuteUpdateAsync(update => update.SetProperty(opened => opened.OpenedAt, now), ct);
        return new OutsidePreview(Led(view, token), link.ExpiresAt);
    }

    /// <summary>Whether the link's article shows a picture, as filed or as it stands in the editor.</summary>
    /// <param name="file">Name in the media folder.</param>
    public async Task<bool> ShowsAsync(string token, string file, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } link) return false;
        if (await db.Set<PictureUse>().AnyAsync(use => use.File == file && use.ArticleId == link.ArticleId, ct)) return true;
        return await ViewAsync(link, ct) is { } view && (view.Story.Picture?.File == file || PictureShelf.NamesIn(view.BodyHtml).Contains(file));
    }

    private async Task<PreviewLink?> FindAsync(string token, CancellationToken ct)
    {
        if (token.Length != SecretToken.Length) return null;

        var (hash, now) = (SecretToken.HashOf(token), clock.GetUtcNow());
        var found = await db.PreviewLinks.AsNoTracking().Where(link => link.TokenHash == hash)
            .Join(db.Articles.AsNoTracking(), link => link.ArticleId, article => article.Id, (link, article) => new { Link = link, Article = article })
            .SingleOrDefaultAsync(ct);
        return found?.Link.Works(found.Article, now) is true ? found.Link : null;
    }

    private async Task<ArticleView?> ViewAsync(PreviewLink link, CancellationToken ct)
    {
        if (await folder.OpenAsync(link.ArticleId, Anybody(""), ct) is not { } open) return null;

        var form = FormText.Of(open, site.View.TimeZone.Id);
        var hand = open.Copy?.SavedBy ?? open.Article.EditedBy ?? "";
        return (await previews.MakeAsync(link.ArticleId, form, Anybody(hand), clock.GetUtcNow(), ct))?.View;
    }

    // The link is the right to see this one article; whose hand the summary shows is whose hand was last in the text.
    private static StaffMember Anybody(string name) => new(0, name, StaffRole.Administrator, [], null);

    // Pictures that are not out yet answer at the link's own address only.
    private static ArticleView Led(ArticleView view, string token)
    {
        var root = SiteUrls.Preview(token) + SiteUrls.MediaPrefix;
        return view with
        {
            BodyHtml = PictureShelf.Led(view.BodyHtml, root),
            Story = view.Story with { Picture = view.Story.Picture is { } picture ? picture with { Root = root } : null },
        };
    }
}

/// <param name="ExpiresAt">When the link stops working (UTC), if nothing ends it sooner.</param>
public sealed record OutsidePreview(ArticleView View, DateTimeOffset ExpiresAt);
