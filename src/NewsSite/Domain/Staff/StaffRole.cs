namespace NewsSite.Domain.Staff;

/// <summary>What somebody may do in the newsroom; each role may do what those before it may.</summary>
public enum StaffRole
{
    /// <summary>Writes own drafts and sends them to review.</summary>
    Contributor,

    /// <summary>Publishes own articles where that is allowed.</summary>
    Author,

    /// <summary>Works on everything in the sections they are assigned to.</summary>
    Editor,

    /// <summary>Works everywhere, and on accounts and settings.</summary>
    Administrator,
}
