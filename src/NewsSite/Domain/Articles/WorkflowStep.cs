namespace NewsSite.Domain.Articles;

/// <summary>What can be done with an article as a whole.</summary>
public enum WorkflowStep
{
    /// <summary>Change what stands in the editor; of a published article, beside what readers see.</summary>
    Edit,

    /// <summary>Ask a second person to read it.</summary>
    Submit,

    /// <summary>Back to draft: the reviewer wants changes, or the writer takes it back.</summary>
    SendBack,

    /// <summary>A second person has read it.</summary>
    Approve,

    /// <summary>Let readers see it, now or from an instant on; moves a schedule too.</summary>
    Publish,

    /// <summary>Let readers see the changes of a published article, at once.</summary>
    Update,

    /// <summary>Drop the changes of a published article; they stay among its versions.</summary>
    Discard,

    /// <summary>Back to draft; an address that readers have seen answers that the article is gone.</summary>
    Unpublish,

    /// <summary>Withhold the body for good and say why at its address.</summary>
    Retract,

    /// <summary>Put a draft aside.</summary>
    Bin,

    /// <summary>Out of the bin, back to draft.</summary>
    Restore,

    /// <summary>Remove it from the bin for good; never what readers have seen.</summary>
    Delete,
}
