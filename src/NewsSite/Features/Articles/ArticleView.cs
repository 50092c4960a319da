using NewsSite.Features.Shared;
using NewsSite.Features.ShareCards;

namespace NewsSite.Features.Articles;

/// <summary>All that an article page shows.</summary>
/// <param name="Story">Headline, section, times, picture.</param>
/// <param name="Byline">In order.</param>
/// <param name="BodyHtml">Safe HTML made at save.</param>
/// <param name="Words">Of the body.</param>
/// <param name="Summary">Null when the article is offered without a summary.</param>
/// <param name="Previous">The older neighbour in publish order.</param>
/// <param name="Next">The newer neighbour in publish order.</param>
/// <param name="Series">The other visible parts, oldest first; empty without a series.</param>
public sealed record ArticleView(
    StoryView Story,
    IReadOnlyList<AuthorLink> Byline,
    IReadOnlyList<TagLink> Tags,
    string BodyHtml,
    int Words,
    SummaryView? Summary,
    NeighbourView? Previous,
    NeighbourView? Next,
    SeriesView? Series,
    IReadOnlyList<TranslationLink> Translations)
{
    /// <summary>At least 1.</summary>
    public int ReadingMinutes => ReadingTime.Minutes(Words);

    /// <summary>What stands for the article where there is no room for it: its summary, else its standfirst; plain text.</summary>
    public string? Brief => Summary?.Text ?? Story.Standfirst;

    /// <summary>True when it translates another article.</summary>
    public bool IsTranslation { get; init; }

    /// <summary>What else to read, the closest first.</summary>
    public IReadOnlyList<RelatedView> Related { get; init; } = [];

    /// <summary>Null for what other sites may not show.</summary>
    public ShareCard? Card { get; init; }
}

public sealed record AuthorLink(string Name, string Slug)
{
    public string Url => SiteUrls.Author(Slug);
}

/// <param name="Id">0 for a tag that is not kept yet.</param>
public sealed record TagLink(long Id, string Name, string Slug)
{
    public string Url => SiteUrls.Tag(Slug);
}

public sealed record NeighbourView(long Id, string SectionSlug, string Slug, string Headline, string Language, DateTimeOffset PublishedAt)
{
    public string Url => SiteUrls.Article(SectionSlug, Slug);
}

/// <param name="Parts">All visible parts in publish order, this one among them.</param>
/// <param name="Number">1-based place of this article.</param>
public sealed record SeriesView(string Name, IReadOnlyList<NeighbourView> Parts, int Number);

/// <param name="IsOriginal">The others translate it.</param>
public sealed record TranslationLink(string Language, string Url, string Headline, bool IsOriginal);

/// <param name="Making">How it was made; the page says so in one true line.</param>
/// <param name="Editor">Who chose, edited, wrote or approved it; null when picked or unknown.</param>
/// <param name="IsStale">The article has changed since a person wrote it.</param>
public sealed record SummaryView(
    IReadOnlyList<SummarySentenceView> Sentences, Domain.Articles.SummaryMaking Making, string? Editor, bool IsStale)
{
    /// <summary>As <see cref="Domain.Articles.ArticleSummary.Text"/>.</summary>
    public required string Text { get; init; }
}

/// <param name="Anchor">Id of the source sentence in the body; null when it was written freely.</param>
public sealed record SummarySentenceView(string Text, string? Anchor);

/// <summary>Where readers are led who knew an article by an address that it has left.</summary>
/// <param name="Url">Null when readers cannot see it now; a draft's address is nobody's business.</param>
public sealed record LeftView(string? Url);

/// <summary>What is left of an article that was retracted.</summary>
/// <param name="RetractedAt">UTC.</param>
/// <param name="Notice">Plain text.</param>
public sealed record RetractionView(
    string Slug, string Headline, string Language, SectionLink Section, DateTimeOffset PublishedAt, DateTimeOffset? RetractedAt, string? Notice)
{
    public string Url => SiteUrls.Article(Section.Slug, Slug);
}
