using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <summary>Chooses what stands where on the front page: by publish order, until editors choose.</summary>
public sealed class FrontReader(PublishedNews news, StoryReader stories, CurrentSite site)
{
    private const int TopStories = 5;
    private const int LatestStories = 8;
    private const int BandStories = 6;
    private const int MaxBands = 12;

    public async Task<FrontView> ReadAsync(CancellationToken ct)
    {
        var newest = await stories.NewestAsync(news.Articles, 1 + TopStories + LatestStories, ct);
        var lead = newest.Take(1 + TopStories).FirstOrDefault(story => story.Picture is not null) ?? (newest.Count > 0 ? newest[0] : null);
        var top = newest.Where(story => story != lead).Take(TopStories).ToList();
        var shown = top.Append(lead).OfType<StoryView>().Select(story => story.Id).ToHashSet();
        return new FrontView(lead, top, await BandsAsync(shown, ct), [.. newest.Take(LatestStories)]);
    }

    private async Task<IReadOnlyList<FrontBand>> BandsAsync(HashSet<long> shown, CancellationToken ct)
    {
        var sections = site.View.Sections.Take(MaxBands).ToList();
        if (sections.Count == 0) return [];

        var wanted = await WantedIdsAsync([.. sections.Select(section => section.Slug)], shown, ct);
        var found = (await stories.ByIdAsync(wanted, ct)).ToLookup(story => story.Section.Slug);
        return [.. sections
            .Select(section => new FrontBand(section, [.. found[section.Slug].Take(BandStories)]))
            .Where(band => band.Stories.Count > 0)];
    }

    // One statement for all bands; each part of the union is a seek in the section's own publish order.
    private async Task<List<long>> WantedIdsAsync(List<string> slugs, HashSet<long> shown, CancellationToken ct)
    {
        var ids = await news.Sections.ToDictionaryAsync(section => section.Slug.Value, section => section.Id, ct);
        return await slugs
            .Where(ids.ContainsKey)
            .Select(slug => ids[slug])
            .Select(sectionId => news.Articles
                .Where(article => article.SectionId == sectionId && !shown.Contains(article.Id))
                .NewestFirst()
                .Select(article => article.Id)
                .Take(BandStories))
            .Aggregate((left, right) => left.Concat(right))
            .ToListAsync(ct);
    }
}
