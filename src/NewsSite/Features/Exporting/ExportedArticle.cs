using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Exporting;

/// <summary>An article as a file of an edition can say it.</summary>
public sealed record ExportedArticle
{
    /// <summary>What notes about it call it by, and its file when its slug will not do.</summary>
    public required long Id { get; init; }

    public required string Headline { get; init; }

    public string? Standfirst { get; init; }

    public required Slug Slug { get; init; }

    public required Section Section { get; init; }

    /// <summary>Names, in byline order.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Names, in order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>BCP 47; null means the site's.</summary>
    public string? Language { get; init; }

    /// <summary>A person's own; null when it is to be picked.</summary>
    public string? Summary { get; init; }

    /// <summary>False when no summary box is wanted.</summary>
    public bool OffersSummary { get; init; } = true;

    public Picture? Picture { get; init; }

    public string? Series { get; init; }

    /// <summary>Slug of the original.</summary>
    public string? TranslationOf { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>The file that the article came from: its text may name pictures beside it.</summary>
    public string? EditionPath { get; init; }

    /// <summary>What it has that a file cannot say, in words.</summary>
    public IReadOnlyList<string> Unsaid { get; init; } = [];

    /// <summary>An article as it was filed last.</summary>
    /// <param name="article">With its section, body, summary, byline, tags and original.</param>
    public static ExportedArticle Of(Article article) => new()
    {
        Id = article.Id,
        Headline = article.Headline,
        Standfirst = article.Standfirst,
        Slug = article.Slug,
        Section = article.Section,
        Authors = [.. article.Byline.OrderBy(entry => entry.Position).Select(entry => entry.Author.Name)],
        Tags = [.. article.Tags.OrderBy(entry => entry.Position).Select(entry => entry.Tag.Name)],
        PublishedAt = article.Status is ArticleStatus.Published ? article.PublishedAt : null,
        UpdatedAt = article.UpdatedAt,
        Language = article.Language,
        Summary = IsOwn(article.Summary) ? string.Join(' ', article.Summary!.Sentences.Select(sentence => sentence.Text)) : null,
        OffersSummary = article.OffersSummary,
        Picture = article.Picture is { Alt: "" } ? null : article.Picture,
        Series = article.Series,
        TranslationOf = article.TranslationOf?.Slug.Value,
        Body = article.Body.Markdown,
        EditionPath = article.EditionPath,
        Unsaid = [.. UnsaidOf(article)],
    };

    // A language model's words would come back as a person's own.
    private static bool IsOwn(ArticleSummary? summary) => summary is { Origin: SummaryOrigin.Edited or SummaryOrigin.Written };

    private static IEnumerable<string> UnsaidOf(Article article)
    {
        if (article.Picture is { Alt: "" }) yield return "the picture over it, which has no text for those who do not see it";
        if (article.Summary is { Origin: SummaryOrigin.LanguageModel }) yield return "its summary, which a language model wrote";
    }
}
