namespace NewsSite.Features.Newsroom;

public enum SaveKind
{
    Saved,

    /// <summary>Somebody else saved first; nothing was overwritten.</summary>
    Conflict,

    /// <summary>The article may not be changed by this person as it stands.</summary>
    NotAllowed,

    /// <summary>No such article, or none of this person's.</summary>
    NotFound,

    TooLong,

    /// <summary>An article needs a section, and the site has none.</summary>
    NoSection,
}

/// <param name="Id">Of the article, once it has one.</param>
/// <param name="Version">Of the article as it now is.</param>
/// <param name="SavedAt">UTC; at a conflict, when the other save was.</param>
/// <param name="SavedBy">At a conflict, who saved.</param>
public sealed record SaveOutcome(SaveKind Kind, long? Id = null, int Version = 0, DateTimeOffset? SavedAt = null, string? SavedBy = null);
