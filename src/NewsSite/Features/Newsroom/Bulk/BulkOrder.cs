using NewsSite.Domain.Articles;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>What is to be done with which articles; nothing is wrong with it, though each article may still refuse.</summary>
/// <param name="Ids">Without repeats.</param>
/// <param name="Section">Id of the section to move to; 0 for all other actions.</param>
/// <param name="Tags">Names to add or to remove.</param>
/// <param name="Note">A word that goes with a step.</param>
/// <param name="Aim">Which section or which tags, in words; null for a step.</param>
public sealed record BulkOrder(IReadOnlyList<long> Ids, BulkAction Action, long Section, IReadOnlyList<string> Tags, string? Note, string? Aim)
{
    /// <summary>The step that each article takes by itself; null when none does.</summary>
    public WorkflowStep? Step => Action switch
    {
        BulkAction.Submit => WorkflowStep.Submit,
        BulkAction.Approve => WorkflowStep.Approve,
        BulkAction.SendBack => WorkflowStep.SendBack,
        BulkAction.Bin => WorkflowStep.Bin,
        BulkAction.Restore => WorkflowStep.Restore,
        BulkAction.Unpublish => WorkflowStep.Unpublish,
        _ => null,
    };
}
