using NewsSite.Domain.Staff;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <param name="Lead">Null on a site without articles.</param>
/// <param name="Top">3 to 5 secondary stories.</param>
/// <param name="Bands">One a section, in the editors' order; no story stands twice among lead, top and bands.</param>
/// <param name="Latest">Newest first; may repeat stories.</param>
public sealed record FrontView(
    StoryView? Lead,
    IReadOnlyList<StoryView> Top,
    IReadOnlyList<FrontBand> Bands,
    IReadOnlyList<StoryView> Latest);

public sealed record FrontBand(SectionLink Section, IReadOnlyList<StoryView> Stories);

public sealed record SectionView(SectionLink Section, StoryPage Page);

/// <param name="Portrait">Address of the picture.</param>
public sealed record AuthorView(string Name, string Slug, string? About, string? Portrait, IReadOnlyList<ProfileLink> Links, StoryPage Page);

public sealed record TagView(string Name, string Slug, StoryPage Page);

/// <param name="Day">In the site's time zone.</param>
/// <param name="Older">The nearest earlier day with articles.</param>
/// <param name="Newer">The nearest later day with articles.</param>
public sealed record DayView(DateOnly Day, StoryPage Page, DateOnly? Older, DateOnly? Newer);
