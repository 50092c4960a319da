using NewsSite.Domain.Articles;

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

/// <param name="Alt">Empty for a decorative picture.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PictureView(string Url, string Alt, string? Caption, string? Credit, int Width, int Height)
{
    public static PictureView? Of(Picture? picture) => picture is null
        ? null
        : new PictureView(SiteUrls.Media(picture.File), picture.Alt, picture.Caption, picture.Credit, picture.Width, picture.Height);
}

/// <summary>One page of a list in publish order, newest first.</summary>
/// <param name="Older">Query value that asks for the next older page; null on the last.</param>
/// <param name="Newer">Query value that asks for the next newer page; null on the first.</param>
public sealed record StoryPage(IReadOnlyList<StoryView> Stories, string? Older, string? Newer);
