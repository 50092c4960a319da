namespace NewsSite.Domain.Articles;

/// <summary>How far the changes of a published article have come; readers see none of them before an update.</summary>
public enum ChangeStatus
{
    /// <summary>Somebody is at them.</summary>
    Private,

    InReview,

    Approved,
}
