using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Articles;

/// <summary>What stands in the editor and has not been filed: kept as typed, right or wrong, so that nothing is lost. Beside a published article it is its pending changes.</summary>
public sealed class WorkingCopy : IVersioned
{
    private WorkingCopy()
    {
    }

    public WorkingCopy(Article article) => Article = article;

    public long ArticleId { get; private set; }

    public Article Article { get; private set; } = null!;

    /// <summary>The editor's fields as JSON.</summary>
    public string Fields { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    /// <summary>How far it has come on its way to readers; counts while the article is published.</summary>
    public ChangeStatus Status { get; private set; }

    /// <summary>The account that sent it to review.</summary>
    public long? SubmittedById { get; private set; }

    public int Version { get; private set; }

    public void Save(string fields, Actor by, DateTimeOffset at) => (Fields, SavedBy, SavedAt) = (fields, by.Name, at.ToStored());

    public StepOutcome Submit(long accountId)
    {
        if (!Move(WorkflowStep.Submit)) return StepOutcome.WrongStatus;
        SubmittedById = accountId;
        return StepOutcome.Done;
    }

    public StepOutcome SendBack() => Move(WorkflowStep.SendBack) ? StepOutcome.Done : StepOutcome.WrongStatus;

    public StepOutcome Approve(long accountId)
    {
        if (Workflow.Find(Status, WorkflowStep.Approve) is null) return StepOutcome.WrongStatus;
        if (SubmittedById == accountId) return StepOutcome.SamePerson;
        Move(WorkflowStep.Approve);
        return StepOutcome.Done;
    }

    /// <summary>The article is no longer published: what was said of its changes then does not count when it is again.</summary>
    public void Restart() => (Status, SubmittedById) = (ChangeStatus.Private, null);

    private bool Move(WorkflowStep step)
    {
        if (Workflow.Find(Status, step) is not { } rule) return false;
        Status = rule.To;
        return true;
    }
}
