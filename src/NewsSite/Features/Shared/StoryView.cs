using NewsSite.Features.Media;

namespace NewsSite.Features.Shared;

/// <summary>An article as lists show it.</summary>
/// <param name="Language">BCP 47 of the article itself.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="UpdatedAt">UTC; set only when later than <paramref name="PublishedAt"/>.</param>
/// <param name="Authors">Names, in byline order.</param>
public sealed record StoryView(
    long Id,
    string Slug,
    string Headline,
    string? Standfirst,
    string Language,
    SectionLink Section,
    DateTimeOffset PublishedAt,
    DateTimeOffset? UpdatedAt,
    IReadOnlyList<string> Authors,
    PictureView? Picture)
{
    public string Url => SiteUrls.Article(Section.Slug, Slug);
}

/// <summary>One page of a list in publish order, newest first.</summary>
/// <param name="Older">Query value that asks for the next older page; null on the last.</param>
/// <param name="Newer">Query value that asks for the next newer page; null on the first.</param>
public sealed record StoryPage(IReadOnlyList<StoryView> Stories, string? Older, string? Newer);
