namespace NewsSite.Features.Settings;

/// <summary>What a change changed, in words for the audit log: old → new.</summary>
internal sealed class ChangeList
{
    private readonly List<string> changes = [];

    public bool IsEmpty => changes.Count == 0;

    public ChangeList Note(string what, string? before, string? after)
    {
        if (before != after) changes.Add($"{what}: {Quoted(before)} → {Quoted(after)}");
        return this;
    }

    public ChangeList Note(string what, bool before, bool after) => Note(what, before ? "yes" : "no", after ? "yes" : "no");

    /// <summary>For what is too long to repeat.</summary>
    public ChangeList NoteText(string what, string? before, string? after)
    {
        if (before != after) changes.Add($"{what} changed");
        return this;
    }

    public override string ToString() => string.Join("; ", changes);

    private static string Quoted(string? value) => string.IsNullOrEmpty(value) ? "none" : $"“{value}”";
}
