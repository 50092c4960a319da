using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom;

/// <summary>Takes an article one step on: keeps what was typed, files it, and lets the publishing desk do the rest.</summary>
public sealed class WorkflowDesk(NewsDbContext db, WritingDesk writing, ArticleFolder folder, StepFiling filing, StepTaking taking)
{
    /// <param name="id">Null for an article that has never been saved.</param>
    /// <param name="form">The editor's fields; kept first, whatever becomes of the step.</param>
    public async Task<StepResult> TakeAsync(long? id, StepRequest request, ArticleForm form, StaffMember member, CancellationToken ct)
    {
        var saved = await writing.SaveAsync(id, form, request.Version, member, ct);
        // Who may not change the text may still take a step: an author publishes what was approved.
        return saved.Kind is SaveKind.Saved or SaveKind.NotAllowed ? await InOneAsync(saved, request, form.PublishAt, member, ct) : new StepResult(saved);
    }

    /// <summary>Takes the step with what stands in the editor already; nothing is typed with it, so its version does not count.</summary>
    public Task<StepResult> TakeStoredAsync(long id, StepRequest request, StaffMember member, CancellationToken ct) =>
        InOneAsync(new SaveOutcome(SaveKind.Saved, id), request, publishAt: null, member, ct);

    private async Task<StepResult> InOneAsync(SaveOutcome saved, StepRequest request, string? publishAt, StaffMember member, CancellationToken ct)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var result = await StepAsync(saved, request, publishAt, member, ct);
            if (result.IsDone) await transaction.CommitAsync(ct);
            else db.ChangeTracker.Clear(); // what was filed is rolled back, in memory too
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StepResult(saved with { Kind = SaveKind.Conflict });
        }
    }

    private async Task<StepResult> StepAsync(SaveOutcome saved, StepRequest request, string? publishAt, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(saved.Id!.Value, member, ct) is not { } open) return new StepResult(saved with { Kind = SaveKind.NotFound });
        if (request.Step is WorkflowStep.Edit || open.LeastFor(request.Step) is null) return new StepResult(saved, StepOutcome.WrongStatus);
        if (!open.Allows(request.Step)) return new StepResult(saved, StepOutcome.NotAllowed);

        var errors = await filing.FileAsync(open, request.Step, ct);
        errors.Time(nameof(ArticleForm.PublishAt), publishAt, "Etc/UTC"); // who may not change the text still sets the time
        if (errors.Any) return new StepResult(saved, Errors: errors);

        var outcome = await taking.TakeAsync(open, request, publishAt, ct);
        return new StepResult(saved with { Version = open.Article.Version }, outcome);
    }
}

/// <param name="Version">Of the article when the fields were read.</param>
/// <param name="Note">A word to the writer, or the notice of a retraction.</param>
public sealed record StepRequest(WorkflowStep Step, int Version, string? Note);

/// <param name="Saved">What became of the text.</param>
/// <param name="Outcome">Null when it did not come to the step.</param>
/// <param name="Errors">What is wrong with which field.</param>
public sealed record StepResult(SaveOutcome Saved, StepOutcome? Outcome = null, FieldErrors? Errors = null)
{
    public bool IsDone => Outcome is StepOutcome.Done;

    /// <summary>Why it was refused, in words; null when it was done, or when fields are wrong.</summary>
    public string? Complaint => Outcome switch
    {
        null or StepOutcome.Done => null,
        StepOutcome.WrongStatus => "The article is not where this can be done. Somebody may have moved it on.",
        StepOutcome.NotAllowed => "You may not do this with this article.",
        StepOutcome.AlreadyPublished => "Readers can see the article already; its time stays.",
        StepOutcome.NotYetPublished => "Readers have not seen the article, so there is nothing to retract. Unpublish it instead.",
        StepOutcome.UnderEmbargo => "The article is under embargo at that time.",
        StepOutcome.NoByline => "The article needs a byline.",
        StepOutcome.KnownToReaders => "Readers have seen the article, so it is never deleted. It stays in the bin.",
        StepOutcome.ComesFromFile => "The article comes from a file of the edition, which would bring it back. Take the file away first.",
        StepOutcome.NothingChanged => "Nothing has been changed: this is what readers see already.",
        StepOutcome.SamePerson => "A second person approves it: you sent it to review yourself.",
        _ => "Say in the notice why the article was retracted; readers see it in its place.",
    };
}
