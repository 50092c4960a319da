namespace NewsSite.Domain.Articles;

/// <summary>The one table of what may be done with an article, from which status, by whom.</summary>
public static class Workflow
{
    /// <summary>A pair of status and step that has no row is refused to everybody.</summary>
    public static IReadOnlyList<WorkflowRule<ArticleStatus>> Rules { get; } =
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

        new(ArticleStatus.Published, WorkflowStep.Publish, ArticleStatus.Published, Standing.PublishingAuthor),
        new(ArticleStatus.Published, WorkflowStep.Unpublish, ArticleStatus.Draft, Standing.Editor),
        new(ArticleStatus.Published, WorkflowStep.Retract, ArticleStatus.Retracted, Standing.Editor),

        new(ArticleStatus.Draft, WorkflowStep.Bin, ArticleStatus.Binned, Standing.Contributor),
        new(ArticleStatus.Binned, WorkflowStep.Restore, ArticleStatus.Draft, Standing.Contributor),
        new(ArticleStatus.Binned, WorkflowStep.Delete, ArticleStatus.Binned, Standing.Editor), // nothing is left to have a status
    ];

    /// <summary>What may be done with the changes of a published article, beside <see cref="Rules"/>: as with a draft, but what readers see is out already.</summary>
    public static IReadOnlyList<WorkflowRule<ChangeStatus>> ChangeRules { get; } =
    [
        new(ChangeStatus.Private, WorkflowStep.Edit, ChangeStatus.Private, Standing.Contributor),
        new(ChangeStatus.Private, WorkflowStep.Submit, ChangeStatus.InReview, Standing.Contributor),
        new(ChangeStatus.Private, WorkflowStep.Discard, ChangeStatus.Private, Standing.Contributor),
        new(ChangeStatus.Private, WorkflowStep.Update, ChangeStatus.Private, Standing.PublishingAuthor),

        new(ChangeStatus.InReview, WorkflowStep.Edit, ChangeStatus.InReview, Standing.Author),
        new(ChangeStatus.InReview, WorkflowStep.SendBack, ChangeStatus.Private, Standing.Contributor),
        new(ChangeStatus.InReview, WorkflowStep.Approve, ChangeStatus.Approved, Standing.Editor),
        new(ChangeStatus.InReview, WorkflowStep.Update, ChangeStatus.Private, Standing.PublishingAuthor),

        new(ChangeStatus.Approved, WorkflowStep.Edit, ChangeStatus.Approved, Standing.Editor),
        new(ChangeStatus.Approved, WorkflowStep.SendBack, ChangeStatus.Private, Standing.Contributor),
        new(ChangeStatus.Approved, WorkflowStep.Update, ChangeStatus.Private, Standing.Author),
    ];

    /// <returns>Null when the step cannot be taken from there.</returns>
    public static WorkflowRule<ArticleStatus>? Find(ArticleStatus from, WorkflowStep step) =>
        Rules.SingleOrDefault(rule => rule.From == from && rule.Step == step);

    /// <returns>Null when the step cannot be taken with changes that have come so far.</returns>
    public static WorkflowRule<ChangeStatus>? Find(ChangeStatus from, WorkflowStep step) =>
        ChangeRules.SingleOrDefault(rule => rule.From == from && rule.Step == step);

    /// <summary>The least standing that may take a step.</summary>
    /// <param name="changes">How far the changes have come; counts for a published article alone.</param>
    /// <returns>Null when nobody may, as the article stands.</returns>
    public static Standing? LeastFor(WorkflowStep step, ArticleStatus status, ChangeStatus changes = ChangeStatus.Private) =>
        status is ArticleStatus.Published && Find(changes, step) is { } rule ? rule.Least : Find(status, step)?.Least;
}

/// <param name="Least">The least standing that may take the step.</param>
public sealed record WorkflowRule<TStatus>(TStatus From, WorkflowStep Step, TStatus To, Standing Least);
