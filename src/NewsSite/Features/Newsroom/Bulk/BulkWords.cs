using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>How the desk speaks of what is done with many articles.</summary>
public static class BulkWords
{
    /// <summary>What a person may hope to do with the articles of a pile.</summary>
    public static IEnumerable<BulkAction> Offered(DeskPile pile, StaffRole role) => pile is DeskPile.Bin
        ? [BulkAction.Restore]
        : Enum.GetValues<BulkAction>().Where(action => action is not BulkAction.Restore && (role >= StaffRole.Editor || action is not (BulkAction.Approve or BulkAction.Unpublish)));

    public static string Of(BulkAction action) => action switch
    {
        BulkAction.Move => "Move to section…",
        BulkAction.AddTags => "Add tags…",
        BulkAction.RemoveTags => "Remove tags…",
        BulkAction.Submit => "Send to review",
        BulkAction.Approve => "Approve",
        BulkAction.SendBack => "Send back",
        BulkAction.Bin => "Put in the bin",
        BulkAction.Restore => "Take out of the bin",
        BulkAction.Unpublish => "Unpublish: readers lose them",
        _ => "Export as files",
    };

    /// <summary>“3 articles moved to Council.”</summary>
    public static string Said(BulkNotice notice)
    {
        var (act, count) = (notice.Act, Counted(notice.Done));
        if (notice.Done == 0) return act.UndoesId is null ? "Nothing was changed." : "Nothing was undone.";
        if (act.UndoesId is not null) return act.Action switch
        {
            BulkAction.Move => $"Undone: {count} back in the former section.",
            BulkAction.AddTags or BulkAction.RemoveTags => $"Undone: {count} with the former tags again.",
            BulkAction.Restore => $"Undone: {count} in the bin again.",
            _ => $"Undone: {count} back among the drafts.",
        };
        return act.Action switch
        {
            BulkAction.Move => $"{count} moved to {act.Aim}.",
            BulkAction.AddTags => $"{count} tagged: {act.Aim}.",
            BulkAction.RemoveTags => $"{count} no longer tagged: {act.Aim}.",
            BulkAction.Submit => $"{count} sent to review.",
            BulkAction.Approve => $"{count} approved.",
            BulkAction.SendBack => $"{count} sent back.",
            BulkAction.Bin => $"{count} put in the bin.",
            BulkAction.Restore => $"{count} taken out of the bin.",
            _ => $"{count} unpublished.",
        };
    }

    /// <summary>What else there is to say of it; null when nothing is.</summary>
    public static string? More(BulkNotice notice)
    {
        var act = notice.Act;
        var parts = new[]
        {
            act.Unchanged == 0 ? null : $"{Counted(act.Unchanged)} needed no change.",
            act.NotThere == 0 ? null : act.NotThere == 1 ? "1 was not there." : $"{act.NotThere} were not there.",
            act.UndoneAt is null ? null : "This was undone since.",
            act.UndoesId is null && !act.IsUndoable && notice.Done > 0 ? "No button takes this back: each article is changed on its own page." : null,
        };
        return parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;
    }

    public static string Counted(int articles) => articles == 1 ? "1 article" : $"{articles} articles";
}
