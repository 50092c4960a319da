using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Features.Publishing;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom;

/// <summary>Takes the step itself.</summary>
public sealed class StepTaking(PublishingDesk publishing, ChangeDesk changes, BinDesk bin, RevisionShelf revisions, CurrentSite site)
{
    /// <param name="publishAt">Local time in the site's zone; empty, or past, means at once.</param>
    public async Task<StepOutcome> TakeAsync(OpenArticle open, StepRequest request, string? publishAt, CancellationToken ct)
    {
        var (id, by, note) = (open.Article.Id, Actor.Of(open.Member), request.Note);
        var outcome = await (request.Step switch
        {
            _ when IsOfChanges(request.Step, open.Article) => changes.TakeAsync(open, request, ct),
            WorkflowStep.Submit => publishing.MoveAsync(id, article => article.Submit(open.Member.Id), AuditAction.Submitted, by, note, ct),
            WorkflowStep.SendBack => publishing.MoveAsync(id, article => article.SendBack(), AuditAction.SentBack, by, note, ct),
            WorkflowStep.Approve => publishing.MoveAsync(id, article => article.Approve(open.Member.Id), AuditAction.Approved, by, note, ct),
            WorkflowStep.Publish => publishing.PublishAsync(id, WallTime.TryParse(publishAt ?? "", site.View.TimeZone.Id), by, ct),
            WorkflowStep.Unpublish => UnpublishAsync(open, note, ct),
            WorkflowStep.Retract => publishing.RetractAsync(id, note ?? "", by, ct),
            WorkflowStep.Bin => bin.PutAsync(open, note, ct),
            WorkflowStep.Restore => bin.TakeOutAsync(open, ct),
            WorkflowStep.Delete => bin.DeleteAsync(open, ct),
            _ => throw new InvalidOperationException($"No way to take the step {request.Step}."),
        }) ?? StepOutcome.WrongStatus;
        if (outcome is StepOutcome.Done && MarkOf(request.Step) is { } mark) await revisions.MarkAsync(id, mark, ct);
        return outcome;
    }

    private static AuditAction? MarkOf(WorkflowStep step) => step switch
    {
        WorkflowStep.Submit => AuditAction.Submitted,
        WorkflowStep.SendBack => AuditAction.SentBack,
        WorkflowStep.Approve => AuditAction.Approved,
        WorkflowStep.Publish => AuditAction.Published,
        WorkflowStep.Unpublish => AuditAction.Unpublished,
        WorkflowStep.Retract => AuditAction.Retracted,
        WorkflowStep.Update => AuditAction.Revised,
        _ => null,
    };

    private static bool IsOfChanges(WorkflowStep step, Article article) =>
        article.Status is ArticleStatus.Published && Workflow.ChangeRules.Any(rule => rule.Step == step);

    private Task<StepOutcome?> UnpublishAsync(OpenArticle open, string? note, CancellationToken ct)
    {
        open.Copy?.Restart();
        return publishing.UnpublishAsync(open.Article.Id, Actor.Of(open.Member), note, ct);
    }
}
