namespace NewsSite.Features.Sitemaps;

/// <summary>How much one sitemap may hold; tests hold less.</summary>
public sealed class SitemapLimits
{
    /// <summary>Addresses in a file: sitemaps.org allows no more. Ours are far from its 50 MB then.</summary>
    public int Urls { get; set; } = 50_000;

    /// <summary>Articles in the news sitemap: Google reads no more.</summary>
    public int News { get; set; } = 1_000;
}
