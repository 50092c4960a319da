namespace NewsSite.Data.Search;

/// <summary>What is looked for.</summary>
/// <param name="Phrases">All of them must be in the article; none: everything that is filed so.</param>
public sealed record SearchAsk(IReadOnlyList<SearchPhrase> Phrases)
{
    public SearchOrder Order { get; init; }

    public long? SectionId { get; init; }

    public long? AuthorId { get; init; }

    public long? TagId { get; init; }

    /// <summary>Published at this instant or later (UTC).</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before this instant (UTC).</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>One FTS5 expression a tier, best first; newest first within each. No article is in two of them.</summary>
    /// <remarks>
    /// A full ranking reads every hit (1.1 s for a word of 955,000 articles among a million), so "best" asks where the words stand instead:
    /// each tier is a seek, and stops when the page is full.
    /// </remarks>
    internal IReadOnlyList<string> Tiers()
    {
        var filed = Filed().ToList();
        if (Phrases.Count == 0) return filed.Count == 0 ? [] : [string.Join(" AND ", filed)];

        var (anywhere, headline, head) = (All(null), All(SearchMarks.InHeadline), All(SearchMarks.InHead));
        string[] tiers = Order is SearchOrder.Best ? [headline, $"({head}) NOT ({headline})", $"({anywhere}) NOT ({head})"] : [anywhere];
        return [.. tiers.Select(tier => string.Join(" AND ", filed.Append($"({tier})")))];
    }

    private string All(char? mark) => string.Join(" AND ", Phrases.Select(phrase => phrase.ToQuery(mark)));

    private IEnumerable<string> Filed()
    {
        if (SectionId is { } section) yield return $"\"{SearchMarks.Section(section)}\"";
        if (AuthorId is { } author) yield return $"\"{SearchMarks.Author(author)}\"";
        if (TagId is { } tag) yield return $"\"{SearchMarks.Tag(tag)}\"";
    }
}

public enum SearchOrder
{
    /// <summary>Words in the headline first, then in standfirst, byline and tags, then in the text; newest first in each.</summary>
    Best,

    Newest,
}
