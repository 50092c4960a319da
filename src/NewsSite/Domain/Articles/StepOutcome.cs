namespace NewsSite.Domain.Articles;

/// <summary>What came of the wish to take a <see cref="WorkflowStep"/>; all but the first are refusals that change nothing.</summary>
public enum StepOutcome
{
    Done,

    /// <summary>The workflow knows no such step from the article's status.</summary>
    WrongStatus,

    /// <summary>The workflow knows it, but not for this person and this article.</summary>
    NotAllowed,

    /// <summary>Readers have seen it: its place in the publish order is fixed.</summary>
    AlreadyPublished,

    /// <summary>Readers have not seen it: there is nothing to retract.</summary>
    NotYetPublished,

    UnderEmbargo,

    NoByline,

    /// <summary>Whoever sent it to review may not approve it.</summary>
    SamePerson,

    /// <summary>A retraction needs a notice for readers.</summary>
    NoNotice,

    /// <summary>Readers have seen it: it is never deleted.</summary>
    KnownToReaders,

    /// <summary>The editor holds what readers see already.</summary>
    NothingChanged,

    /// <summary>The file that it came from is still there and would bring it back.</summary>
    ComesFromFile,
}
