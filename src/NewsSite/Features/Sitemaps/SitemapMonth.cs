using System.Globalization;
using NewsSite.Data;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Sitemaps;

/// <summary>A calendar month in the site's zone, as places in the publish order.</summary>
/// <param name="Start">Before its first article.</param>
/// <param name="End">After its last.</param>
internal sealed record SitemapMonth(DateOnly First, PublishPosition Start, PublishPosition End)
{
    private const string Form = "yyyy-MM";

    /// <summary>Name of its sitemap.</summary>
    public string File => First.ToString(Form, CultureInfo.InvariantCulture) + ".xml";

    /// <param name="file">As it came in.</param>
    /// <returns>Null when it names no month.</returns>
    public static SitemapMonth? Find(string file, SiteView site) =>
        DateOnly.TryParseExact(file, Form + "'.xml'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1 and < 9999 ? Of(first, site) : null;

    /// <summary>The month that holds an instant.</summary>
    public static SitemapMonth Of(DateTimeOffset instant, SiteView site) => Of(FirstOf(site.DayOf(instant)), site);

    public bool Holds(PublishPosition place) => place >= Start && place < End;

    private static DateOnly FirstOf(DateOnly day) => day.AddDays(1 - day.Day);

    private static SitemapMonth Of(DateOnly first, SiteView site) =>
        new(first, new PublishPosition(site.StartOf(first), 0), new PublishPosition(site.StartOf(first.AddMonths(1)), 0));
}
