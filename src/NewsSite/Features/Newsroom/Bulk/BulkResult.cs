using NewsSite.Domain.Articles;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>What came of it with one of many articles.</summary>
/// <param name="Version">Of the article as it was left.</param>
/// <param name="Before">Its section and tags before; null for a step.</param>
/// <param name="Refusal">In words; null when it was not refused.</param>
public sealed record BulkResult(BulkEnd End, int Version = 0, FiledAs? Before = null, string? Refusal = null)
{
    public static BulkResult NotThere { get; } = new(BulkEnd.NotThere);

    public static BulkResult Unchanged { get; } = new(BulkEnd.Unchanged);

    public static BulkResult Done(int version, FiledAs? before = null) => new(BulkEnd.Done, version, before);

    public static BulkResult Refused(string why) => new(BulkEnd.Refused, Refusal: why);

    /// <summary>Writes it down.</summary>
    public void NoteIn(BulkAct act, long articleId)
    {
        if (End is BulkEnd.NotThere) act.NoteNotThere();
        else if (End is BulkEnd.Unchanged) act.NoteUnchanged();
        else act.Note(new BulkItem(articleId, Version, Before, Refusal));
    }
}

public enum BulkEnd
{
    Done,

    /// <summary>It was so already.</summary>
    Unchanged,

    Refused,

    /// <summary>No such article, or none that this person may know of.</summary>
    NotThere,
}
