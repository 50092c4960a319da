using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Features.Shared;
using NewsSite.Markup;

namespace NewsSite.Features.Search;

/// <summary>Answers a reader's search.</summary>
public sealed class SearchReader(PublishedNews news, StoryReader stories, SearchAsking asking, SuggestionReader suggestions)
{
    public const int PageSize = 20;
    public const int MostCounted = 1000;

    /// <returns>Null when there is no such page of results.</returns>
    public async Task<SearchView?> FindAsync(SearchRequest request, CancellationToken ct)
    {
        var asked = request.Tidied();
        if (asked.IsEmpty) return new SearchView(asked);
        var after = asked.After is null ? (SearchPosition?)null : SearchPosition.TryParse(asked.After);
        if (asked.After is not null && after is null) return null;

        var (ask, unread) = await asking.ReadAsync(asked, ct);
        var hits = await news.Search.FindAsync(ask, after, PageSize + 1, ct);
        if (hits.Count == 0 && after is not null) return null;

        return new SearchView(asked)
        {
            Results = await ResultsAsync([.. hits.Take(PageSize).Select(hit => hit.ArticleId)], new Highlighter(ask.Phrases), ct),
            Count = await news.Search.CountAsync(ask, MostCounted + 1, ct),
            MoreUrl = hits.Count > PageSize ? (asked with { After = hits[PageSize - 1].Position.ToString() }).Url : null,
            Unread = unread,
            Suggestions = hits.Count == 0 ? await suggestions.FindAsync(asked, ask, ct) : [],
        };
    }

    private async Task<IReadOnlyList<ResultView>> ResultsAsync(IReadOnlyList<long> ids, Highlighter highlighter, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var found = (await stories.ByIdAsync(ids, ct)).ToDictionary(story => story.Id);
        var bodies = await news.ById(ids).Select(article => new { article.Id, article.Body.Html }).ToDictionaryAsync(body => body.Id, body => body.Html, ct);
        return [.. ids.Where(found.ContainsKey).Select(id => ResultOf(found[id], bodies.GetValueOrDefault(id, ""), highlighter))];
    }

    private static ResultView ResultOf(StoryView story, string html, Highlighter highlighter)
    {
        var standfirst = highlighter.Whole(story.Standfirst ?? "");
        var excerpt = standfirst.Any(part => part.IsHit) ? standfirst : highlighter.Excerpt(HtmlText.Of(html)) ?? standfirst;
        return new ResultView(story, highlighter.Whole(story.Headline), excerpt);
    }
}
