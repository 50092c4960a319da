namespace NewsSite.Features.Newsroom.Front;

public enum FrontEnd
{
    Done,

    /// <summary>Somebody else changed the arrangement in the meantime; nothing was overwritten.</summary>
    Stale,

    /// <summary>It cannot be done as it was asked.</summary>
    Refused,
}

/// <summary>What came of a change to the front page; only <see cref="FrontEnd.Done"/> changed anything.</summary>
/// <param name="Field">The form's field that <paramref name="Complaint"/> is about; empty when it is about the whole.</param>
public sealed record FrontOutcome(FrontEnd End, string Field = "", string Complaint = "")
{
    public static readonly FrontOutcome Done = new(FrontEnd.Done);

    public static readonly FrontOutcome Stale = new(FrontEnd.Stale);

    public static readonly FrontOutcome NotThere = Refused("", "This article stands in no slot any more.");

    /// <summary>Id of an article that had to leave, because all slots behind it are taken.</summary>
    public long? PushedOff { get; init; }

    public static FrontOutcome Refused(string field, string complaint) => new(FrontEnd.Refused, field, complaint);
}
