namespace NewsSite.Domain.Fronts;

/// <summary>How long an article stays where it was put.</summary>
public enum FrontStay
{
    Day,
    SixHours,
    Week,

    /// <summary>Until somebody takes it off.</summary>
    Pinned,
}

public static class FrontStays
{
    /// <summary>When it steps aside by itself (UTC); null when it does not.</summary>
    public static DateTimeOffset? Until(this FrontStay stay, DateTimeOffset now) => stay switch
    {
        FrontStay.SixHours => now.AddHours(6).ToStored(),
        FrontStay.Week => now.AddDays(7).ToStored(),
        FrontStay.Pinned => null,
        _ => now.AddDays(1).ToStored(),
    };
}
