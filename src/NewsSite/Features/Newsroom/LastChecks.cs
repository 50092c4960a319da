using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom;

/// <summary>What must be put right before an article goes on to readers: the list of the editor page, held by the server.</summary>
public sealed class LastChecks(PreviewDesk previews, PanelDesk panels, CurrentSite site, TimeProvider clock)
{
    /// <param name="fields">Null: as the article was filed.</param>
    /// <returns>What is wrong with which field; nothing for a step that readers do not see.</returns>
    public async Task<FieldErrors> RunAsync(OpenArticle open, ArticleForm? fields, WorkflowStep step, CancellationToken ct)
    {
        var errors = new FieldErrors();
        if (!LeadsToReaders(step)) return errors;

        var form = fields ?? FormText.Of(open.Article, site.View.TimeZone.Id);
        if (await previews.MakeAsync(open.Article.Id, form, open.Member, clock.GetUtcNow(), ct) is not { } preview) return errors;
        foreach (var item in (await panels.MakeAsync(form, preview, open.Member, ct)).Checks)
        {
            if (item.Forbids) errors.Add(item.Field ?? "", item.Words);
        }

        return errors;
    }

    private static bool LeadsToReaders(WorkflowStep step) => step is WorkflowStep.Approve or WorkflowStep.Publish or WorkflowStep.Update;
}
