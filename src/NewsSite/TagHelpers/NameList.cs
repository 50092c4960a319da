namespace NewsSite.TagHelpers;

/// <summary>Names one after the other, as a byline sets them: "A, B and C".</summary>
public static class NameList
{
    /// <summary>What stands before the name at <paramref name="index"/>.</summary>
    /// <param name="and">The word for "and" in the reader's language.</param>
    public static string Before(int index, int count, string and) =>
        index == 0 ? "" : index == count - 1 ? $" {and} " : ", ";

    public static string Join(IReadOnlyList<string> names, string and) =>
        string.Concat(names.Select((name, index) => Before(index, names.Count, and) + name));
}
