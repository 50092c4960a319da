using NewsSite.Data;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Search;

public sealed class SearchReader(PublishedNews news, StoryReader stories)
{
    private const int MaxLength = 200;

    /// <param name="query">As the reader typed it; any text is safe. Longer than 200 characters, the rest is not looked at.</param>
    /// <returns>Null when there is no such page of results.</returns>
    public async Task<SearchView?> FindAsync(string query, PageRequest page, CancellationToken ct)
    {
        var asked = query.Trim();
        if (asked.Length > MaxLength) asked = asked[..MaxLength];
        if (asked.Length == 0) return new SearchView("", null);

        var matching = news.IdsMatching(asked);
        var list = await stories.PageAsync(articles => articles.Where(article => matching.Contains(article.Id)), page, ct);
        return list is null ? null : new SearchView(asked, list);
    }
}
