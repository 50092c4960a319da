using NewsSite.Domain;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>The tags as they stand in the editor's field: names between commas, right or wrong.</summary>
internal static class TypedTags
{
    /// <returns>The text with the names that it lacks behind it.</returns>
    public static string? With(string? text, IEnumerable<Tag> tags)
    {
        var typed = Split(text);
        var lacking = tags.Where(tag => !typed.Exists(name => Means(name, tag))).Select(tag => tag.Name).ToList();
        if (lacking.Count == 0) return text;
        return typed.Count == 0 ? string.Join(", ", lacking) : $"{text!.TrimEnd().TrimEnd(',')}, {string.Join(", ", lacking)}";
    }

    /// <returns>The text without the names of these tags.</returns>
    public static string? Without(string? text, IReadOnlyList<Tag> tags)
    {
        var typed = Split(text);
        var kept = typed.Where(name => !tags.Any(tag => Means(name, tag))).ToList();
        return kept.Count == typed.Count ? text : string.Join(", ", kept);
    }

    // Two spellings of one slug are one tag.
    private static bool Means(string name, Tag tag) => string.Equals(name, tag.Name, StringComparison.OrdinalIgnoreCase) || Slug.From(name) == tag.Slug;

    private static List<string> Split(string? text) => [.. FormText.NamesIn(text)];
}
