using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;

namespace NewsSite.Features.Newsroom;

/// <summary>Files the working copy where a step sends the text on.</summary>
public sealed class StepFiling(NewsDbContext db, Filing filing, LastChecks checks, PublishingDesk publishing, TimeProvider clock)
{
    /// <returns>What is wrong with which field; nothing when it was filed, or had nothing to be filed.</returns>
    public async Task<FieldErrors> FileAsync(OpenArticle open, WorkflowStep step, CancellationToken ct)
    {
        if (!open.Allows(WorkflowStep.Edit) || step is WorkflowStep.SendBack or WorkflowStep.Unpublish or WorkflowStep.Retract or WorkflowStep.Bin) return new FieldErrors();
        if (open.Copy is not { } copy) return await checks.RunAsync(open, null, step, ct);

        var form = FormText.Read(copy.Fields);
        var (filed, errors) = await filing.FileAsync(form, open.Article, open.Member, clock.GetUtcNow(), ct);
        if (filed is null) return errors;
        if (!MayMoveTo(open, filed, step))
        {
            errors.Add(nameof(ArticleForm.Section), $"You may not do this in {filed.Section.Name}. Choose one of your sections, or send it to review.");
            return errors;
        }

        if (await checks.RunAsync(open, form, step, ct) is { Any: true } unfit) return unfit;
        db.WorkingCopies.Remove(copy);
        await publishing.ReviseAsync(open.Article.Id, filed, Actor.Of(open.Member), ct);
        return errors;
    }

    // Rights in the section that it leaves are not rights in the one it goes to.
    private static bool MayMoveTo(OpenArticle open, ArticleCopy filed, WorkflowStep step)
    {
        var there = open.StandingIn(filed.Section);
        return Workflow.Allows(open.Article.Status, WorkflowStep.Edit, there) && Workflow.Allows(open.Article.Status, step, there);
    }
}
