using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <summary>Chooses what stands where on the front page: what editors placed, and publish order for the rest.</summary>
/// <remarks>Six queries, five while nothing is placed, however many stories.</remarks>
public sealed class FrontReader(PublishedNews news, StoryReader stories, CurrentSite site, RequestInstant now, PageSources sources)
{
    /// <summary>Of which the front is filled.</summary>
    public const int Newest = 2 * FrontPlan.Slots;

    private const int LatestStories = 8;
    private const int BandStories = 6;
    private const int MaxBands = 12;

    public async Task<FrontView> ReadAsync(CancellationToken ct) => await ComposeAsync(await news.FrontAsync(ct) ?? new FrontArrangement(), [], ct);

    /// <summary>The page as an arrangement makes it.</summary>
    /// <param name="early">Stories that readers may not see yet, for the newsroom's eyes: they stand where they are placed.</param>
    public async Task<FrontView> ComposeAsync(FrontArrangement arrangement, IReadOnlyList<StoryView> early, CancellationToken ct)
    {
        sources.Add(DependencyTags.Fronts);
        sources.DifferFrom(arrangement.EndsAfter(now.Utc));
        var newest = await stories.NewestAsync(news.Articles, Newest, ct);
        var visible = await WithPlacedAsync(arrangement, newest, ct);
        var shown = early.Concat(visible.Values).ToDictionary(story => story.Id);
        var filled = FrontPlan.Fill(arrangement.Placements, shown.Keys.ToHashSet(), [.. newest.Select(story => new FrontStory(story.Id, story.Picture is not null))], now.Utc);
        var order = filled.Select(slot => shown[slot.ArticleId]).ToList();
        return new FrontView(order.FirstOrDefault(), [.. order.Skip(1)], await BandsAsync([.. order.Select(story => story.Id)], ct), [.. newest.Take(LatestStories)])
        {
            Banner = arrangement.Banner is { } banner && banner.ShowsAt(now.Utc)
                ? new BannerView(banner.Text, banner.ArticleId is { } id ? visible.GetValueOrDefault(id)?.Url : null)
                : null,
        };
    }

    private async Task<Dictionary<long, StoryView>> WithPlacedAsync(FrontArrangement arrangement, IReadOnlyList<StoryView> newest, CancellationToken ct)
    {
        var visible = newest.ToDictionary(story => story.Id);
        var named = arrangement.ArticleIds.Where(id => !visible.ContainsKey(id)).ToList();
        foreach (var story in named.Count == 0 ? [] : await stories.ByIdAsync(named, ct)) visible[story.Id] = story;
        return visible;
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
