namespace NewsSite.Features.Settings;

public enum SettingEnd
{
    Done,

    /// <summary>There is no such thing, or not any more.</summary>
    Gone,

    /// <summary>Somebody else changed it in the meantime; nothing was overwritten.</summary>
    Stale,

    /// <summary>A field cannot be kept as it was typed.</summary>
    Refused,
}

/// <summary>What came of a change in the settings; only <see cref="SettingEnd.Done"/> changed anything.</summary>
/// <param name="Id">Of what was changed.</param>
/// <param name="Field">The form's field that <paramref name="Complaint"/> is about; empty when it is about the whole.</param>
public sealed record SettingOutcome(SettingEnd End, long Id = 0, string Field = "", string Complaint = "")
{
    public static readonly SettingOutcome Gone = new(SettingEnd.Gone);

    public static readonly SettingOutcome Stale = new(
        SettingEnd.Stale, Complaint: "Somebody else changed this while you were writing. What you typed stands here still, and beside it what is kept now. Save again to put yours in its place.");

    /// <summary>The address leads old links elsewhere: it can be had, but only by saying so.</summary>
    public bool IsHeld { get; private init; }

    public static SettingOutcome Done(long id) => new(SettingEnd.Done, id);

    public static SettingOutcome Refused(string field, string complaint) => new(SettingEnd.Refused, Field: field, Complaint: complaint);

    public static SettingOutcome Held(string field, string complaint) => Refused(field, complaint) with { IsHeld = true };
}
