using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Articles;

/// <summary>What can be done with many articles at once.</summary>
public enum BulkAction
{
    Move,
    AddTags,
    RemoveTags,
    Submit,
    Approve,
    SendBack,
    Bin,
    Restore,
    Unpublish,

    /// <summary>Changes nothing, and so is never kept.</summary>
    Export,
}

/// <summary>One thing that somebody did with many articles at once, and how each stood before: enough to say what came of it, and to undo it.</summary>
public sealed class BulkAct
{
    /// <summary>After which it is neither told nor undone any more.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public const int MaxAimLength = 300;

    private BulkAct()
    {
    }

    /// <param name="aim">Which section or which tags, in words; cut to fit. Null for a step.</param>
    public BulkAct(Actor by, BulkAction action, string? aim, DateTimeOffset at) =>
        (AccountId, Action, Aim, At) = (by.AccountId!.Value, action, aim?.Length > MaxAimLength ? aim[..(MaxAimLength - 1)] + "…" : aim, at.ToStored());

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public BulkAction Action { get; private set; }

    public string? Aim { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The act that this one took back; null for all others.</summary>
    public long? UndoesId { get; init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Those with which it was done, and those that were refused.</summary>
    public IReadOnlyList<BulkItem> Items { get; private set; } = [];

    /// <summary>How many were so already.</summary>
    public int Unchanged { get; private set; }

    /// <summary>How many the person may not know of, or nobody: no more is kept of them.</summary>
    public int NotThere { get; private set; }

    public IEnumerable<BulkItem> Done => Items.Where(item => item.Refusal is null);

    public bool IsUndoable => UndoesId is null && Action is BulkAction.Move or BulkAction.AddTags or BulkAction.RemoveTags or BulkAction.Submit or BulkAction.Bin or BulkAction.Restore;

    public void Note(BulkItem item) => Items = [.. Items, item];

    public void NoteUnchanged() => Unchanged++;

    public void NoteNotThere() => NotThere++;
}

/// <param name="Version">Of the article as the act left it.</param>
/// <param name="Before">Its section and tags before; null for a step, and for what was refused.</param>
/// <param name="Refusal">Why it was not done, in words; null when it was.</param>
public sealed record BulkItem(long ArticleId, int Version, FiledAs? Before, string? Refusal);

/// <summary>Where an article stands in the paper: as it was filed, and as the editor's fields have it.</summary>
/// <param name="TagIds">In order.</param>
/// <param name="TypedSectionId">Null when the fields name none, or all is filed.</param>
/// <param name="TypedTags">Null when the fields name none, or all is filed.</param>
public sealed record FiledAs(long SectionId, IReadOnlyList<long> TagIds, long? TypedSectionId, string? TypedTags);
