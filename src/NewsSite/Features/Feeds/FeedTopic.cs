using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Feeds;

/// <summary>What a feed is of.</summary>
/// <param name="Page">Address of the page that shows the same.</param>
/// <param name="Of">Lets the topic's articles through.</param>
public sealed record FeedTopic(FeedAddress Address, string Page, Func<IQueryable<Article>, IQueryable<Article>> Of)
{
    /// <summary>What changes with it, of <see cref="DependencyTags"/>; null when such a feed is never stored.</summary>
    public string? Source { get; init; }

    /// <summary>False where a name without articles could betray a draft: such a feed does not exist.</summary>
    public bool MayBeEmpty { get; init; } = true;
}
