using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

public sealed class TagReader(PublishedNews news, StoryReader stories, PageSources sources)
{
    /// <returns>Null when no visible article has the tag, or there is no such page: a name alone could betray a draft.</returns>
    public async Task<TagView?> FindAsync(string slug, PageRequest page, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;
        if (await news.Tags.SingleOrDefaultAsync(t => t.Slug == wanted, ct) is not { } tag) return null;

        var list = await stories.PageAsync(
            articles => articles.Where(article => article.Tags.Any(entry => entry.TagId == tag.Id)), page, ct);
        sources.Add(DependencyTags.Subject(tag.Id));
        return list is null or { Stories.Count: 0 } ? null : new TagView(tag.Name, slug, list);
    }

    /// <returns>The address of the tag that was at this one before, or has taken it in; null when none was, or no visible article has it.</returns>
    public async Task<string?> MovedToAsync(string slug, CancellationToken ct) =>
        Slug.TryParse(slug) is { } former
        && await news.Tags.Where(tag => news.FormerSlugs.Any(left => left.Owner == SlugOwner.Tag && left.Slug == former && left.TargetId == tag.Id))
            .Where(tag => news.Articles.Any(article => article.Tags.Any(entry => entry.TagId == tag.Id)))
            .Select(tag => tag.Slug).SingleOrDefaultAsync(ct) is { } now
            ? SiteUrls.Tag(now.Value) : null;
}
