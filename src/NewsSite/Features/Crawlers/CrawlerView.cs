using NewsSite.Domain.Site;

namespace NewsSite.Features.Crawlers;

/// <summary>What crawlers are told.</summary>
/// <param name="PolicyUrl">Absolute address of the page with the terms for text and data mining; null when there is none.</param>
/// <param name="IsSample">A sample edition asks not to be indexed, and names no sitemaps.</param>
public sealed record CrawlerView(CrawlerPolicy Policy, string? PolicyUrl, bool IsSample)
{
    /// <summary>False while the database does not answer: this is what was known last.</summary>
    public bool IsCurrent { get; init; } = true;
}
