using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Articles;

/// <summary>Finds what else to read, and can say why: the tags that both articles have.</summary>
public sealed class RelatedReader(PublishedNews news, StoryReader stories)
{
    private const int Most = 4;
    private const int MostTags = 8;
    private const int NewestOfATag = 200;

    /// <param name="elsewhere">Addresses that the page leads to anyway.</param>
    /// <returns>The closest first; where two are equally close, the newer.</returns>
    public async Task<IReadOnlyList<RelatedView>> FindAsync(long articleId, IReadOnlyList<TagLink> tags, IReadOnlySet<string> elsewhere, CancellationToken ct)
    {
        var shared = new Dictionary<long, Kinship>();
        foreach (var tag in tags.Take(MostTags)) await AddAsync(shared, articleId, tag, ct);

        var closest = shared.OrderByDescending(each => each.Value.Weight).ThenByDescending(each => each.Value.Place).Take(Most + elsewhere.Count).Select(each => each.Key).ToList();
        if (closest.Count == 0) return [];

        var found = (await stories.ByIdAsync(closest, ct)).ToDictionary(story => story.Id);
        return [.. closest.Where(found.ContainsKey).Select(id => new RelatedView(found[id], shared[id].Tags)).Where(related => !elsewhere.Contains(related.Story.Url)).Take(Most)];
    }

    // A tag that few articles have says more about two that share it: K. Spärck Jones, "A statistical interpretation of term specificity", 1972.
    private async Task AddAsync(Dictionary<long, Kinship> shared, long articleId, TagLink tag, CancellationToken ct)
    {
        var hits = await news.Search.FindAsync(new SearchAsk([]) { TagId = tag.Id }, after: null, NewestOfATag, ct);
        var weight = 1 / Math.Log2(1 + Math.Max(2, hits.Count));
        foreach (var hit in hits.Where(hit => hit.ArticleId != articleId))
        {
            var known = shared.GetValueOrDefault(hit.ArticleId) ?? new Kinship(0, hit.Position.Row, []);
            shared[hit.ArticleId] = known with { Weight = known.Weight + weight, Tags = [.. known.Tags, tag.Name] };
        }
    }

    private sealed record Kinship(double Weight, long Place, IReadOnlyList<string> Tags);
}

/// <param name="Shared">Names of the tags that both have.</param>
public sealed record RelatedView(StoryView Story, IReadOnlyList<string> Shared);
