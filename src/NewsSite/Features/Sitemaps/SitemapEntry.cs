namespace NewsSite.Features.Sitemaps;

/// <summary>One address in a sitemap.</summary>
/// <param name="Path">From the site's root.</param>
/// <param name="ChangedAt">When its content last changed; null where nobody keeps that.</param>
public sealed record SitemapEntry(string Path, DateTimeOffset? ChangedAt = null)
{
    /// <summary>What the news sitemap says besides; null in all others.</summary>
    public NewsEntry? News { get; init; }
}

/// <param name="Language">As Google names languages: ISO 639, and two of Chinese.</param>
/// <param name="Title">Plain text.</param>
public sealed record NewsEntry(string Publication, string Language, string Title, DateTimeOffset PublishedAt);
