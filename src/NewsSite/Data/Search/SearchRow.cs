using NewsSite.Domain.Articles;

namespace NewsSite.Data.Search;

/// <summary>What the search knows an article by.</summary>
/// <param name="Body">Plain text.</param>
public sealed record SearchRow(long ArticleId, DateTimeOffset PublishedAt, string Headline, string? Standfirst, string Body)
{
    public required long SectionId { get; init; }

    public required IReadOnlyList<SearchName> Authors { get; init; }

    public required IReadOnlyList<SearchName> Tags { get; init; }

    /// <param name="articleId">That it has, or is going to have.</param>
    /// <param name="article">Published; with its section, byline and tags.</param>
    /// <param name="body">Plain text.</param>
    public static SearchRow Of(long articleId, Article article, string body) => new(articleId, article.PublishedAt!.Value, article.Headline, article.Standfirst, body)
    {
        SectionId = article.Section.Id,
        Authors = [.. article.Byline.Select(entry => new SearchName(entry.Author.Id, entry.Author.Name))],
        Tags = [.. article.Tags.Select(entry => new SearchName(entry.Tag.Id, entry.Tag.Name))],
    };
}

/// <summary>An author or a tag.</summary>
public readonly record struct SearchName(long Id, string Name);
