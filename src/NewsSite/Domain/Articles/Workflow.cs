namespace NewsSite.Domain.Articles;

/// <summary>The one table of what may be done with an article, from which status, by whom.</summary>
public static class Workflow
{
    /// <summary>A pair of status and step that has no row is refused to everybody.</summary>
    public static IReadOnlyList<WorkflowRule> Rules { get; } =
    [
        new(ArticleStatus.Draft, WorkflowStep.Edit, ArticleStatus.Draft, Standing.Contributor),
        new(ArticleStatus.Draft, WorkflowStep.Submit, ArticleStatus.InReview, Standing.Contributor),
        new(ArticleStatus.Draft, WorkflowStep.Publish, ArticleStatus.Published, Standing.PublishingAuthor),

        new(ArticleStatus.InReview, WorkflowStep.Edit, ArticleStatus.InReview, Standing.Author),
        new(ArticleStatus.InReview, WorkflowStep.SendBack, ArticleStatus.Draft, Standing.Contributor),
        new(ArticleStatus.InReview, WorkflowStep.Approve, ArticleStatus.Approved, Standing.Editor),
        new(ArticleStatus.InReview, WorkflowStep.Publish, ArticleStatus.Published, Standing.PublishingAuthor),

        // What was approved is what goes out: its author takes it back before changing it.
        new(ArticleStatus.Approved, WorkflowStep.Edit, ArticleStatus.Approved, Standing.Editor),
        new(ArticleStatus.Approved, WorkflowStep.SendBack, ArticleStatus.Draft, Standing.Contributor),
        new(ArticleStatus.Approved, WorkflowStep.Publish, ArticleStatus.Published, Standing.Author),

        new(ArticleStatus.Published, WorkflowStep.Edit, ArticleStatus.Published, Standing.PublishingAuthor),
        new(ArticleStatus.Published, WorkflowStep.Publish, ArticleStatus.Published, Standing.PublishingAuthor),
        new(ArticleStatus.Published, WorkflowStep.Unpublish, ArticleStatus.Draft, Standing.Editor),
        new(ArticleStatus.Published, WorkflowStep.Retract, ArticleStatus.Retracted, Standing.Editor),

        new(ArticleStatus.Draft, WorkflowStep.Bin, ArticleStatus.Binned, Standing.Contributor),
        new(ArticleStatus.Binned, WorkflowStep.Restore, ArticleStatus.Draft, Standing.Contributor),
        new(ArticleStatus.Binned, WorkflowStep.Delete, ArticleStatus.Binned, Standing.Editor), // nothing is left to have a status
    ];

    /// <returns>Null when the step cannot be taken from there.</returns>
    public static WorkflowRule? Find(ArticleStatus from, WorkflowStep step) =>
        Rules.SingleOrDefault(rule => rule.From == from && rule.Step == step);

    public static bool Allows(ArticleStatus from, WorkflowStep step, Standing standing) =>
        Find(from, step) is { } rule && standing >= rule.Least;
}

/// <param name="Least">The least standing that may take the step.</param>
public sealed record WorkflowRule(ArticleStatus From, WorkflowStep Step, ArticleStatus To, Standing Least);
