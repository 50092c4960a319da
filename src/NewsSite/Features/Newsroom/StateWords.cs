using System.Globalization;
using NewsSite.Domain;
using NewsSite.Domain.Articles;

namespace NewsSite.Features.Newsroom;

/// <summary>How the newsroom speaks of an article's state.</summary>
public static class StateWords
{
    public static string Of(ArticleStatus status, DateTimeOffset? publishedAt, bool isWithdrawn, DateTimeOffset now) => status switch
    {
        ArticleStatus.Draft => isWithdrawn ? "Unpublished" : "Draft",
        ArticleStatus.InReview => "In review",
        ArticleStatus.Approved => "Approved",
        ArticleStatus.Published => publishedAt > now ? "Scheduled" : "Published",
        ArticleStatus.Binned => "In the bin",
        _ => "Retracted",
    };

    /// <summary>How far the changes of a published article have come.</summary>
    public static string Of(ChangeStatus changes) => changes switch
    {
        ChangeStatus.InReview => "changes in review",
        ChangeStatus.Approved => "changes approved",
        _ => "changes not yet live",
    };

    /// <summary>The class of the mark beside a state; the words alone say it too.</summary>
    public static string MarkOf(string state) => state switch
    {
        "In review" => "review",
        "Approved" or "Scheduled" => "due",
        "Published" => "live",
        "Retracted" or "In the bin" => "gone",
        _ => "draft",
    };

    /// <summary>An instant in the site's zone and in UTC: "Sun 25 Oct 2026, 02:30 Brussels / 00:30 UTC".</summary>
    public static string Both(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var utc = instant.UtcDateTime;
        var utcDay = local.Date == utc.Date ? "" : utc.ToString("ddd d MMM ", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{local:ddd d MMM yyyy, HH:mm} {CityOf(zone)} / {utcDay}{utc:HH:mm} UTC");
    }

    /// <summary>"in 3 h 12 min"; to the minute below a day, to the hour above.</summary>
    public static string Until(DateTimeOffset due, DateTimeOffset now)
    {
        var left = due - now;
        return left < TimeSpan.FromMinutes(1) ? "in under a minute"
            : left < TimeSpan.FromHours(1) ? Invariant($"in {left.Minutes} min")
            : left < TimeSpan.FromDays(1) ? Invariant($"in {left.Hours} h {left.Minutes} min")
            : Invariant($"in {left.Days} d {left.Hours} h");
    }

    /// <summary>What a skipped or repeated hour makes of a time; null for every other.</summary>
    public static string? Note(WallTime time) => time.Kind switch
    {
        WallTimeKind.Skipped => "Clocks are put forward then and never show this time: the next one counts.",
        WallTimeKind.Repeated => "Clocks are put back then and show this time twice: the first one counts.",
        _ => null,
    };

    /// <summary>What a typed time means, in words; null when it is no time.</summary>
    /// <param name="local">As a browser's field for date and time sends it.</param>
    public static string? Describe(string? local, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (WallTime.TryParse(local ?? "", zone.Id) is not { } wall) return null;
        var instant = wall.ToInstant();
        var until = instant > now ? Until(instant, now) : "which has passed: that means at once";
        return $"{Both(instant, zone)}, {until}. {Note(wall)}".TrimEnd();
    }

    public static string CityOf(TimeZoneInfo zone) => zone.Id.Split('/')[^1].Replace('_', ' ');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
