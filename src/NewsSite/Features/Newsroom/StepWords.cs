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
        new(WorkflowStep.Update, "Update", "Update", "What goes out at the time that is set is then the text as it stands here."),
        new(WorkflowStep.Discard, "Drop the changes", "Drop them",
            "The editor then holds what readers see. The dropped text stays among the versions and can be brought back.", "Why, for the log"),
        new(WorkflowStep.Unpublish, "Unpublish", "Unpublish it",
            "Readers lose the article: its address answers that it is gone, and it leaves every list and the search. The text stays here as a draft. What readers have seen is never deleted.", "Why, for the log"),
        new(WorkflowStep.Retract, "Retract", "Retract it for good",
            "Readers lose the text and the picture for good: a retraction cannot be taken back. The headline stays at its address, with your notice under it.", "Notice to readers"),
        new(WorkflowStep.Bin, "Put in the bin", "Put it in the bin",
            "It leaves the desk and keeps everything, also what is not filed yet. It can be taken out again.", "Why, for the log"),
        new(WorkflowStep.Restore, "Take out of the bin", "Take it out", "It is a draft again, as it was."),
        new(WorkflowStep.Delete, "Delete for good", "Delete it for good",
            "The text, its summary and what was typed since are lost; nobody can bring them back. The log keeps the headline, and that you deleted it."),
    ];
}
