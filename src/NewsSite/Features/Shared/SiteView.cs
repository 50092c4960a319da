namespace NewsSite.Features.Shared;

/// <summary>What every page shows of the site itself.</summary>
/// <param name="Language">BCP 47; chooses the reader's labels.</param>
/// <param name="TimeZone">The zone in which times are shown.</param>
/// <param name="IsSample">Every page then says so and carries <c>noindex</c>.</param>
/// <param name="Sections">In the editors' order.</param>
public sealed record SiteView(
    string Name,
    string? Tagline,
    string Language,
    TimeZoneInfo TimeZone,
    bool IsSample,
    IReadOnlyList<SectionLink> Sections,
    IReadOnlyList<PageLink> Pages)
{
    /// <summary>The calendar day at <paramref name="instant"/> in the site's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime);
}

/// <param name="Hue">One of the colour names in tokens.css.</param>
public sealed record SectionLink(string Slug, string Name, string Hue)
{
    public string Url => SiteUrls.Section(Slug);
}

public sealed record PageLink(string Slug, string Title)
{
    public string Url => SiteUrls.Info(Slug);
}
