using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Search;

/// <summary>Makes of what a reader filled in what the index can be asked.</summary>
public sealed class SearchAsking(PublishedNews news, CurrentSite site)
{
    private const int ShortestBeginning = 3;

    /// <returns>The question, and the fields that could not be read and were left out.</returns>
    public async Task<(SearchAsk Ask, IReadOnlyList<SearchField> Unread)> ReadAsync(SearchRequest asked, CancellationToken ct)
    {
        var unread = new List<SearchField>();
        var ask = new SearchAsk(await PhrasesAsync(asked.Words ?? "", ct))
        {
            Order = asked.IsNewestFirst ? SearchOrder.Newest : SearchOrder.Best,
            SectionId = await IdAsync(asked.Section, SectionAsync, SearchField.Section),
            AuthorId = await IdAsync(asked.Author, AuthorAsync, SearchField.Author),
            From = Day(asked.From, SearchField.From) is { } from ? site.View.StartOf(from) : null,
            Until = Day(asked.To, SearchField.To) is { } to ? site.View.StartOf(to.AddDays(1)) : null,
        };
        return (ask, unread);

        async Task<long?> IdAsync(string? text, Func<string, CancellationToken, Task<long?>> find, SearchField field)
        {
            if (text is null) return null;
            if (await find(text, ct) is { } id) return id;
            unread.Add(field);
            return null;
        }

        DateOnly? Day(string? text, SearchField field)
        {
            if (text is null) return null;
            if (DayIn(text) is { } day) return day;
            unread.Add(field);
            return null;
        }
    }

    /// <returns>Null when the text is no day such as 2026-11-28.</returns>
    public static DateOnly? DayIn(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;

    // The last word may be unfinished, or stand in another form. A word that is there is meant as it is: all that begin so would be a long way to read.
    private async Task<IReadOnlyList<SearchPhrase>> PhrasesAsync(string typed, CancellationToken ct)
    {
        var phrases = SearchWords.Typed(typed);
        return phrases.Count > 0 && phrases[^1] is { Words: [{ Length: >= ShortestBeginning }] } last && !await news.Search.AnyAsync(new SearchAsk([last]), ct)
            ? [.. phrases.SkipLast(1), last with { IsBeginning = true }]
            : phrases;
    }

    private async Task<long?> SectionAsync(string text, CancellationToken ct) => Slug.TryParse(text) is { } slug
        ? await news.Sections.Where(section => section.Slug == slug).Select(section => (long?)section.Id).SingleOrDefaultAsync(ct)
        : null;

    // Nobody may learn here that a name is known whose articles they cannot see.
    private async Task<long?> AuthorAsync(string text, CancellationToken ct)
    {
        var slug = Slug.TryParse(text) ?? Slug.From(text);
        return await news.Authors
            .Where(author => EF.Functions.Collate(author.Name, "NOCASE") == text || author.Slug == slug)
            .Where(author => news.Articles.Any(article => article.Byline.Any(entry => entry.AuthorId == author.Id)))
            .OrderBy(author => author.Slug != slug).ThenBy(author => author.Id)
            .Select(author => (long?)author.Id).FirstOrDefaultAsync(ct);
    }
}
