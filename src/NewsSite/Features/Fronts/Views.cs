using NewsSite.Domain.Staff;
using NewsSite.Features.Media;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <param name="Lead">Null on a site without articles.</param>
/// <param name="Top">Up to 5 secondary stories.</param>
/// <param name="Bands">One a section, in the editors' order; no story stands twice among lead, top and bands.</param>
/// <param name="Latest">Newest first; may repeat stories.</param>
public sealed record FrontView(
    StoryView? Lead,
    IReadOnlyList<StoryView> Top,
    IReadOnlyList<FrontBand> Bands,
    IReadOnlyList<StoryView> Latest)
{
    /// <summary>Breaking news above the lead.</summary>
    public BannerView? Banner { get; init; }

    /// <summary>When the newest story appeared; null on a site without articles.</summary>
    public DateTimeOffset? NewestAt => Latest.Count > 0 ? Latest[0].PublishedAt : Lead?.PublishedAt;

    /// <summary>How many of the top stories share the lead's column, so that the row below it is full.</summary>
    public int Beside => Top.Count switch { <= 2 => 0, 3 => 1, _ => 2 };
}

/// <param name="Url">Of the article that it leads to; null when it leads nowhere that readers may go.</param>
public sealed record BannerView(string Text, string? Url);

public sealed record FrontBand(SectionLink Section, IReadOnlyList<StoryView> Stories);

public sealed record SectionView(SectionLink Section, StoryPage Page);

public sealed record AuthorView(string Name, string Slug, string? About, PictureView? Portrait, IReadOnlyList<ProfileLink> Links, StoryPage Page);

public sealed record TagView(string Name, string Slug, StoryPage Page);

/// <param name="Day">In the site's time zone.</param>
/// <param name="Older">The nearest earlier day with articles.</param>
/// <param name="Newer">The nearest later day with articles.</param>
public sealed record DayView(DateOnly Day, StoryPage Page, DateOnly? Older, DateOnly? Newer);
