namespace NewsSite.Data.Search;

/// <summary>What the search knows an article by.</summary>
/// <param name="Body">Plain text.</param>
public sealed record SearchRow(long ArticleId, DateTimeOffset PublishedAt, string Headline, string? Standfirst, string Body)
{
    public required long SectionId { get; init; }

    public required IReadOnlyList<SearchName> Authors { get; init; }

    public required IReadOnlyList<SearchName> Tags { get; init; }
}

/// <summary>An author or a tag.</summary>
public readonly record struct SearchName(long Id, string Name);
