using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;

namespace NewsSite.Features.Search;

/// <summary>Other searches for a reader whose own finds nothing; each of them finds something.</summary>
public sealed class SuggestionReader(PublishedNews news)
{
    private const int MostShorter = 3;
    private const int ShortestRespelled = 4;
    private const int NewestHeadlines = 1000;
    private const int MostNames = 2000;

    public async Task<IReadOnlyList<Suggestion>> FindAsync(SearchRequest asked, SearchAsk ask, CancellationToken ct)
    {
        var suggestions = new List<Suggestion>();
        var words = new SearchAsk(ask.Phrases);
        if (asked.IsFiltered && await news.Search.AnyAsync(words, ct))
        {
            suggestions.Add(new Suggestion(SuggestionKind.Everywhere, asked.Unfiltered()));
            return suggestions;
        }

        if (await RespelledAsync(ask.Phrases, ct) is { } respelled && await news.Search.AnyAsync(new SearchAsk(respelled), ct))
            suggestions.Add(new Suggestion(SuggestionKind.Respelled, asked.Unfiltered() with { Words = Text(respelled) }));
        foreach (var shorter in Shorter(ask.Phrases))
        {
            if (suggestions.Count > MostShorter) break;
            if (await news.Search.AnyAsync(new SearchAsk(shorter), ct))
                suggestions.Add(new Suggestion(SuggestionKind.Shorter, asked.Unfiltered() with { Words = Text(shorter) }));
        }

        return suggestions;
    }

    private static IEnumerable<IReadOnlyList<SearchPhrase>> Shorter(IReadOnlyList<SearchPhrase> phrases) =>
        phrases.Count < 2 ? [] : phrases.Select((_, left) => (IReadOnlyList<SearchPhrase>)[.. phrases.Where((_, index) => index != left)]);

    private static string Text(IEnumerable<SearchPhrase> phrases) =>
        string.Join(' ', phrases.Select(phrase => phrase.Words.Count == 1 ? phrase.Words[0] : $"\"{string.Join(' ', phrase.Words)}\""));

    /// <summary>Words that nobody wrote so, as somebody did; those that nothing is like are left out.</summary>
    /// <returns>Null when no word could be respelled.</returns>
    private async Task<IReadOnlyList<SearchPhrase>?> RespelledAsync(IReadOnlyList<SearchPhrase> phrases, CancellationToken ct)
    {
        var (respelled, changed, known) = (new List<SearchPhrase>(), false, (IReadOnlyList<string>?)null);
        foreach (var phrase in phrases)
        {
            if (phrase.Words is not [{ Length: >= ShortestRespelled } word] || await news.Search.AnyAsync(new SearchAsk([new SearchPhrase([word])]), ct))
            {
                respelled.Add(phrase);
                continue;
            }

            known ??= await KnownAsync(ct);
            if (Spelling.Nearest(word, known) is not { } near) continue;
            changed = true;
            respelled.Add(new SearchPhrase([near]));
        }

        return changed ? respelled : null;
    }

    // Names may belong to articles that readers cannot see yet; whoever suggests one asks first whether it finds something.
    private async Task<IReadOnlyList<string>> KnownAsync(CancellationToken ct)
    {
        var headlines = await news.Articles.NewestFirst().Take(NewestHeadlines).Select(article => article.Headline).ToListAsync(ct);
        var tags = await news.Tags.OrderBy(tag => tag.Id).Take(MostNames).Select(tag => tag.Name).ToListAsync(ct);
        var authors = await news.Authors.OrderBy(author => author.Id).Take(MostNames).Select(author => author.Name).ToListAsync(ct);
        return [.. headlines.Concat(tags).Concat(authors).SelectMany(SearchWords.Of).DistinctBy(SearchWords.Fold)];
    }
}
