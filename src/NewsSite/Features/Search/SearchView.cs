using NewsSite.Features.Shared;

namespace NewsSite.Features.Search;

/// <summary>A search page.</summary>
/// <param name="Asked">As the reader filled it in.</param>
public sealed record SearchView(SearchRequest Asked)
{
    /// <summary>Null when nothing was asked.</summary>
    public IReadOnlyList<ResultView>? Results { get; init; }

    /// <summary>How many articles there are, counted up to one more than <see cref="SearchReader.MostCounted"/>.</summary>
    public int Count { get; init; }

    /// <summary>Null on the last page.</summary>
    public string? MoreUrl { get; init; }

    /// <summary>Fields that were left out because they could not be read.</summary>
    public IReadOnlyList<SearchField> Unread { get; init; } = [];

    /// <summary>What else to try when nothing was found.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];
}

/// <param name="Excerpt">The place of the text that was found, or the standfirst.</param>
public sealed record ResultView(StoryView Story, IReadOnlyList<MarkedPart> Headline, IReadOnlyList<MarkedPart> Excerpt);

/// <param name="IsHit">These words were asked for.</param>
public readonly record struct MarkedPart(string Text, bool IsHit);

public enum SearchField
{
    Section,
    Author,
    From,
    To,
}

/// <summary>Another search that finds something.</summary>
public sealed record Suggestion(SuggestionKind Kind, SearchRequest Search);

public enum SuggestionKind
{
    /// <summary>A word that is written nearly so.</summary>
    Respelled,

    /// <summary>One word less.</summary>
    Shorter,

    /// <summary>Without section, author and dates.</summary>
    Everywhere,
}
