namespace NewsSite.Domain.Articles;

/// <summary>What can be done with an article as a whole.</summary>
public enum WorkflowStep
{
    /// <summary>Change the text, and all that is kept with it; on a published article, for readers too.</summary>
    Edit,

    /// <summary>Ask a second person to read it.</summary>
    Submit,

    /// <summary>Back to draft: the reviewer wants changes, or the writer takes it back.</summary>
    SendBack,

    /// <summary>A second person has read it.</summary>
    Approve,

    /// <summary>Let readers see it, now or from an instant on; moves a schedule too.</summary>
    Publish,

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
