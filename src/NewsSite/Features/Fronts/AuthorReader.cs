using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Media;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

public sealed class AuthorReader(PublishedNews news, StoryReader stories, PictureShelf shelf, PageSources sources)
{
    /// <returns>Null when nobody of that name has a visible article, or there is no such page.</returns>
    public async Task<AuthorView?> FindAsync(string slug, PageRequest page, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;
        if (await news.Authors.SingleOrDefaultAsync(a => a.Slug == wanted, ct) is not { } author) return null;

        var list = await stories.PageAsync(
            articles => articles.Where(article => article.Byline.Any(entry => entry.AuthorId == author.Id)), page, ct);
        if (list is null or { Stories.Count: 0 }) return null;

        sources.Add(DependencyTags.Author(author.Id));
        var portrait = author.Portrait is { } file && await shelf.FindAsync(file, ct) is { } picture ? PictureView.Of(picture) : null;
        return new AuthorView(author.Name, slug, author.About, portrait, author.Links, list);
    }

    /// <returns>The address of the author that was at this one before, or has taken it in; null when none was, or no visible article has it.</returns>
    public async Task<string?> MovedToAsync(string slug, CancellationToken ct) =>
        Slug.TryParse(slug) is { } former
        && await news.Authors.Where(author => news.FormerSlugs.Any(left => left.Owner == SlugOwner.Author && left.Slug == former && left.TargetId == author.Id))
            .Where(author => news.Articles.Any(article => article.Byline.Any(entry => entry.AuthorId == author.Id)))
            .Select(author => author.Slug).SingleOrDefaultAsync(ct) is { } now
            ? SiteUrls.Author(now.Value) : null;
}
