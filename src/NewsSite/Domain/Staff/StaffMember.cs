namespace NewsSite.Domain.Staff;

/// <summary>Who is at work in the newsroom, as of this request.</summary>
/// <param name="Sections">Ids of the sections an editor is assigned to; without one, an editor edits no section.</param>
/// <param name="AuthorId">The byline this person writes under, if any.</param>
public sealed record StaffMember(long Id, string Name, StaffRole Role, IReadOnlyList<long> Sections, long? AuthorId)
{
    public bool IsAdministrator => Role is StaffRole.Administrator;

    /// <summary>Whether everything in the section is theirs to edit.</summary>
    public bool Edits(long sectionId) => IsAdministrator || (Role is StaffRole.Editor && Sections.Contains(sectionId));
}
