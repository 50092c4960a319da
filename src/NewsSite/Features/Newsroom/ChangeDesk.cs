using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Revisions;

namespace NewsSite.Features.Newsroom;

/// <summary>Sends the changes of a published article on their way, while readers go on seeing what they see.</summary>
public sealed class ChangeDesk(NewsDbContext db, RevisionShelf revisions, TimeProvider clock)
{
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody saved them first.</exception>
    public async Task<StepOutcome?> TakeAsync(OpenArticle open, StepRequest request, CancellationToken ct)
    {
        if (request.Step is WorkflowStep.Update) return StepOutcome.Done; // filed a moment ago
        if (open.Copy is not { } copy) return StepOutcome.NothingChanged;

        var outcome = Move(copy, request.Step, open.Member);
        if (outcome is not StepOutcome.Done) return outcome;

        var (article, by) = (open.Article, Actor.Of(open.Member));
        db.AuditLog.Add(new AuditEntry(by, ActionOf(request.Step), article.Headline, clock.GetUtcNow()) { ArticleId = article.Id, SectionId = article.SectionId, Detail = request.Note });
        if (request.Step is WorkflowStep.Discard) await DropAsync(article, copy, by, ct);
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    private static StepOutcome Move(WorkingCopy copy, WorkflowStep step, StaffMember member) => step switch
    {
        WorkflowStep.Submit => copy.Submit(member.Id),
        WorkflowStep.SendBack => copy.SendBack(),
        WorkflowStep.Approve => copy.Approve(member.Id),
        _ => StepOutcome.Done,
    };

    private static AuditAction ActionOf(WorkflowStep step) => step switch
    {
        WorkflowStep.Submit => AuditAction.ChangesSubmitted,
        WorkflowStep.SendBack => AuditAction.ChangesSentBack,
        WorkflowStep.Approve => AuditAction.ChangesApproved,
        _ => AuditAction.ChangesDropped,
    };

    // The dropped text stays a version; after it comes what the editor holds now.
    private async Task DropAsync(Article article, WorkingCopy copy, Actor by, CancellationToken ct)
    {
        await revisions.MarkAsync(article.Id, AuditAction.ChangesDropped, ct);
        db.WorkingCopies.Remove(copy);
        article.Touch(by, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await revisions.KeepFiledAsync(article, by, ct);
    }
}
