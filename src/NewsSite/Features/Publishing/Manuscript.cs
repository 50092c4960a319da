using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Summaries;
using NewsSite.Markup;

namespace NewsSite.Features.Publishing;

/// <summary>An article as somebody hands it in: body in Markdown, names resolved.</summary>
public sealed record Manuscript
{
    public required string Headline { get; init; }

    public string? Standfirst { get; init; }

    public required Slug Slug { get; init; }

    public required Section Section { get; init; }

    public required IReadOnlyList<Author> Authors { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>BCP 47; null means the site's language.</summary>
    public string? Language { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>The pictures that the body may show, by the path written there.</summary>
    public Func<string, PictureFile?> FindPicture { get; init; } = _ => null;

    /// <summary>A person's own summary; it always wins over a picked one.</summary>
    public SummaryChoice? Choice { get; init; }

    /// <summary>Name of that person, whom readers are told; null when the summary comes from a file.</summary>
    public string? SummaryEditor { get; init; }

    /// <summary>False when no summary box is wanted.</summary>
    public bool OffersSummary { get; init; } = true;

    public Picture? Picture { get; init; }

    public string? Series { get; init; }

    public Article? TranslationOf { get; init; }

    /// <summary>Nobody may see it before; null: no embargo.</summary>
    public WallTime? Embargo { get; init; }

    /// <summary>The newsroom's own remarks, plain text.</summary>
    public string? Notes { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}
