using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Features.Publishing;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom;

/// <summary>Takes the step itself.</summary>
public sealed class StepTaking(PublishingDesk publishing, BinDesk bin, RevisionShelf revisions, CurrentSite site, TimeProvider clock)
{
    /// <param name="publishAt">Local time in the site's zone; empty, or past, means at once.</param>
    public async Task<StepOutcome> TakeAsync(OpenArticle open, StepRequest request, string? publishAt, CancellationToken ct)
    {
        var (id, by, note) = (open.Article.Id, Actor.Of(open.Member), request.Note);
        var outcome = await (request.Step switch
        {
            WorkflowStep.Edit => Task.FromResult<StepOutcome?>(StepOutcome.Done),
            WorkflowStep.Submit => publishing.MoveAsync(id, article => article.Submit(open.Member.Id), AuditAction.Submitted, by, note, ct),
            WorkflowStep.SendBack => publishing.MoveAsync(id, article => article.SendBack(), AuditAction.SentBack, by, note, ct),
            WorkflowStep.Approve => publishing.MoveAsync(id, article => article.Approve(open.Member.Id), AuditAction.Approved, by, note, ct),
            WorkflowStep.Publish => PublishAsync(open, publishAt, ct),
            WorkflowStep.Unpublish => publishing.UnpublishAsync(id, by, note, ct),
            WorkflowStep.Retract => publishing.RetractAsync(id, note ?? "", by, ct),
            WorkflowStep.Bin => publishing.MoveAsync(id, article => article.Bin(by, clock.GetUtcNow()), AuditAction.Binned, by, note, ct),
            WorkflowStep.Restore => publishing.MoveAsync(id, article => article.Restore(by, clock.GetUtcNow()), AuditAction.Restored, by, note: null, ct),
            WorkflowStep.Delete => bin.DeleteAsync(open, ct),
            _ => throw new InvalidOperationException($"No way to take the step {request.Step}."),
        }) ?? StepOutcome.WrongStatus;
        if (outcome is StepOutcome.Done && MarkOf(request.Step, open.Article) is { } mark) await revisions.MarkAsync(id, mark, ct);
        return outcome;
    }

    private static AuditAction? MarkOf(WorkflowStep step, Article article) => step switch
    {
        WorkflowStep.Submit => AuditAction.Submitted,
        WorkflowStep.SendBack => AuditAction.SentBack,
        WorkflowStep.Approve => AuditAction.Approved,
        WorkflowStep.Publish => AuditAction.Published,
        WorkflowStep.Unpublish => AuditAction.Unpublished,
        WorkflowStep.Retract => AuditAction.Retracted,
        _ => article.Status is ArticleStatus.Published ? AuditAction.Revised : null,
    };

    private Task<StepOutcome?> PublishAsync(OpenArticle open, string? publishAt, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wall = WallTime.TryParse(publishAt ?? "", site.View.TimeZone.Id);
        var isLater = wall?.ToInstant() > now;
        return publishing.PublishAsync(open.Article.Id, isLater ? wall!.ToInstant() : now, Actor.Of(open.Member), ct, isLater ? wall : null);
    }
}
