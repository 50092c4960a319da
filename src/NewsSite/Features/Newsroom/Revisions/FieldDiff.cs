namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>What differs in one of the editor's fields.</summary>
/// <param name="Label">What the editor page calls the field.</param>
public sealed record FieldDiff(string Label, IReadOnlyList<DiffRun> Runs)
{
    /// <summary>The fields that differ, in the order of the editor page.</summary>
    /// <param name="sections">Names by id.</param>
    public static IReadOnlyList<FieldDiff> Between(ArticleForm before, ArticleForm after, IReadOnlyDictionary<long, string> sections) =>
        [.. SheetFields.All
            .Select(field => (field.Label, Before: field.Show(before, sections), After: field.Show(after, sections)))
            .Where(field => field.Before != field.After)
            .Select(field => new FieldDiff(field.Label, WordDiff.Of(field.Before, field.After)))];
}
