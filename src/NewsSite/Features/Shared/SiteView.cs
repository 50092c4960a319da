using NewsSite.Domain.Site;
using NewsSite.Features.Media;

namespace NewsSite.Features.Shared;

/// <summary>What every page shows of the site itself.</summary>
/// <param name="Language">BCP 47; chooses the reader's labels.</param>
/// <param name="TimeZone">The zone in which times are shown.</param>
/// <param name="IsSample">Every page then says so and carries <c>noindex</c>.</param>
/// <param name="Sections">In the editors' order.</param>
/// <param name="Pages">The publishing principles first.</param>
public sealed record SiteView(
    string Name,
    string? Tagline,
    string Language,
    TimeZoneInfo TimeZone,
    bool IsSample,
    IReadOnlyList<SectionLink> Sections,
    IReadOnlyList<PageLink> Pages)
{
    /// <summary>What the site is, for search engines and cards; plain text.</summary>
    public string? Description { get; init; }

    /// <summary>Stands in the masthead for the name.</summary>
    public PictureView? Logo { get; init; }

    /// <summary>The content page that holds the publishing principles.</summary>
    public PageLink? Principles { get; init; }

    /// <summary>For what machines may use what the site publishes.</summary>
    public CrawlerPolicy Crawlers { get; init; } = CrawlerPolicy.Default;

    /// <summary>The content page with the terms for text and data mining.</summary>
    public PageLink? CrawlerPage { get; init; }

    /// <summary>The calendar day at <paramref name="instant"/> in the site's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime);

    /// <summary>The first instant of <paramref name="day"/> in the site's zone (UTC).</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (TimeZone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15); // some zones spring forward at midnight

        var offset = TimeZone.IsAmbiguousTime(midnight) ? TimeZone.GetAmbiguousTimeOffsets(midnight).Max() : TimeZone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary>A section as links show it; one that is newer than this view of the site still gets a colour.</summary>
    public SectionLink SectionOf(string slug, string name) =>
        Sections.FirstOrDefault(section => section.Slug == slug) ?? new SectionLink(slug, name, "slate");
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
