namespace NewsSite.Domain.Staff;

/// <summary>Who did something, as the audit log names them.</summary>
/// <param name="AccountId">Null when no account did it, but a command or the site itself.</param>
public sealed record Actor(long? AccountId, string Name)
{
    /// <summary>The folder of articles that the site was given.</summary>
    public static Actor Edition { get; } = new(null, "Edition folder");

    public static Actor CommandLine { get; } = new(null, "Command line");

    /// <summary>What the site does by itself.</summary>
    public static Actor Site { get; } = new(null, "The site");

    /// <summary>Somebody who has not signed in.</summary>
    public static Actor Nobody { get; } = new(null, "Somebody not signed in");

    public static Actor Of(StaffMember member) => new(member.Id, member.Name);
}
