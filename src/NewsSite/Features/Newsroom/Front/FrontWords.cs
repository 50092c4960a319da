using System.Globalization;
using NewsSite.Domain.Fronts;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>How the newsroom speaks of the front page.</summary>
public static class FrontWords
{
    public static string Slot(int slot) => slot == 0 ? "Lead" : string.Create(CultureInfo.InvariantCulture, $"Top {slot}");

    public static string Stay(FrontStay stay) => stay switch
    {
        FrontStay.SixHours => "6 hours",
        FrontStay.Week => "a week",
        FrontStay.Pinned => "pinned",
        _ => "a day",
    };

    /// <summary>How long an article stays where it was put.</summary>
    public static string Stays(Placement placement, DateTimeOffset now, TimeZoneInfo zone) => placement.Until is not { } until
        ? "Pinned: stays until somebody takes it off"
        : until > now ? $"Stays until {StateWords.Both(until, zone)}, {StateWords.Until(until, now)}"
        : $"Stepped aside {StateWords.Both(until, zone)}";

    /// <summary>What somebody wanted to do, as the object of "You wanted to".</summary>
    /// <param name="headline">Of the article that it was about.</param>
    public static string Wish(FrontStep step, FrontForm form, string headline) => step switch
    {
        FrontStep.Place => $"place “{headline}” in the slot “{Slot(form.Slot)}”",
        FrontStep.Move => $"move “{headline}” to the slot “{Slot(form.Slot)}”",
        FrontStep.TakeOff => $"take “{headline}” off",
        FrontStep.Stay => form.Stay is FrontStay.Pinned ? $"pin “{headline}”" : $"let “{headline}” stay for {Stay(form.Stay)} from now",
        FrontStep.ClearBanner => "take the banner away",
        FrontStep.Discard => "go back to what readers see",
        _ => "put the front page out",
    };

    /// <summary>What went out, without any headline: whoever reads the log may not know of all that is placed.</summary>
    public static string Summary(FrontArrangement front)
    {
        var slots = front.Placements.Count == 0 ? "Nothing placed" : "Placed: " + string.Join(", ", front.Placements.Select(placement => Slot(placement.Slot)));
        return front.Banner is { } banner ? $"{slots}. Banner until {banner.Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC: “{banner.Text}”" : slots + ".";
    }
}
