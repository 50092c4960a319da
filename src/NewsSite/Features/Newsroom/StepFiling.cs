using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;

namespace NewsSite.Features.Newsroom;

/// <summary>Files the working copy where a step sends the text on; changes of a published article only when readers shall see them.</summary>
public sealed class StepFiling(NewsDbContext db, Filing filing, LastChecks checks, PublishingDesk publishing, TimeProvider clock)
{
    /// <returns>What is wrong with which field; nothing when it was filed, or had nothing to be filed.</returns>
    public async Task<FieldErrors> FileAsync(OpenArticle open, WorkflowStep step, CancellationToken ct)
    {
        if (!Reads(open, step)) return new FieldErrors();
        if (open.Copy is not { } copy) return await checks.RunAsync(open, null, step, ct);

        var form = FormText.Read(copy.Fields);
        var (filed, errors) = await filing.FileAsync(form, open.Article, open.Member, clock.GetUtcNow(), ct);
        if (filed is null) return errors;
        if (!open.AllowsInto(filed.Section, step))
        {
            errors.Add(nameof(ArticleForm.Section), $"You may not do this in {filed.Section.Name}. Choose one of your sections, or send it to review.");
            return errors;
        }

        if (await checks.RunAsync(open, form, step, ct) is { Any: true } unfit) return unfit;
        if (open.HasChanges && step is WorkflowStep.Submit or WorkflowStep.Approve) return errors; // they stay beside what readers see
        db.WorkingCopies.Remove(copy);
        await publishing.ReviseAsync(open.Article.Id, filed, Actor.Of(open.Member), ct);
        return errors;
    }

    // What was approved goes out as it was filed, whatever somebody without the right to file it may send.
    private static bool Reads(OpenArticle open, WorkflowStep step) =>
        step is WorkflowStep.Submit or WorkflowStep.Approve or WorkflowStep.Publish or WorkflowStep.Update
        && (open.HasChanges || open.Allows(WorkflowStep.Edit));
}
