using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Domain.Articles;

/// <summary>What is written in an article, ready to be kept: names resolved, Markdown rendered.</summary>
public sealed record ArticleCopy
{
    public required string Headline { get; init; }

    public string? Standfirst { get; init; }

    public required Slug Slug { get; init; }

    public required Section Section { get; init; }

    /// <summary>In byline order, without repeats.</summary>
    public required IReadOnlyList<Author> Authors { get; init; }

    /// <summary>Without repeats.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>BCP 47; null means the site's language.</summary>
    public string? Language { get; init; }

    public required string Markdown { get; init; }

    /// <summary>Safe HTML made from <see cref="Markdown"/>.</summary>
    public required string Html { get; init; }

    public required int Words { get; init; }

    /// <summary>Null when the article is offered without a summary.</summary>
    public ArticleSummary? Summary { get; init; }

    /// <summary>False when no summary box is wanted.</summary>
    public bool OffersSummary { get; init; } = true;

    public Picture? Picture { get; init; }

    /// <summary>Names in the media folder of what <see cref="Html"/> shows or links to.</summary>
    public IReadOnlyList<string> PicturesInText { get; init; } = [];

    public string? Series { get; init; }

    /// <summary>The article this one translates.</summary>
    public Article? TranslationOf { get; init; }

    /// <summary>Nobody may see it before; null: no embargo.</summary>
    public WallTime? Embargo { get; init; }

    /// <summary>The newsroom's own remarks, plain text.</summary>
    public string? Notes { get; init; }

    /// <summary>When the text last changed in a way that readers are told of.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
