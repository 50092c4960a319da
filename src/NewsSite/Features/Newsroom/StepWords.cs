using NewsSite.Domain.Articles;

namespace NewsSite.Features.Newsroom;

/// <summary>What a step is called on the button that takes it, and what is said before it is taken.</summary>
/// <param name="Warning">What will be lost; null when nothing will.</param>
/// <param name="NoteLabel">What the note beside it is for; null when it takes none.</param>
public sealed record StepWords(WorkflowStep Step, string Button, string Confirm, string? Warning = null, string? NoteLabel = null)
{
    /// <summary>Steps that are taken from the menu; editing and publishing have buttons of their own.</summary>
    public static IReadOnlyList<StepWords> Menu { get; } =
    [
        new(WorkflowStep.Submit, "Send to review", "Send to review", NoteLabel: "A word to who reads it"),
        new(WorkflowStep.Approve, "Approve", "Approve", NoteLabel: "A word to the writer"),
        new(WorkflowStep.SendBack, "Send back", "Send back", NoteLabel: "What should change"),
        new(WorkflowStep.Unpublish, "Unpublish", "Unpublish it",
            "Readers lose the article: its address answers that it is gone, and it leaves every list and the search. The text stays here as a draft.", "Why, for the log"),
        new(WorkflowStep.Retract, "Retract", "Retract it for good",
            "Readers lose the text and the picture for good: a retraction cannot be taken back. The headline stays at its address, with your notice under it.", "Notice to readers"),
    ];
}
