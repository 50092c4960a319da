using NewsSite.Domain.Articles;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Publishing;

/// <summary>What the log says of an article that gets another section or other tags.</summary>
internal static class RefilingDetail
{
    /// <returns>Null when only the editor's fields change.</returns>
    public static string? Of(Article article, Section section, IReadOnlyList<Tag> tags)
    {
        var had = article.Tags.Select(entry => entry.Tag).ToList();
        var parts = new[]
        {
            section.Id == article.SectionId ? null : $"Section: from “{article.Section.Name}” to “{section.Name}”.",
            Said("added", tags.Except(had)),
            Said("removed", had.Except(tags)),
        };
        return parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;
    }

    private static string? Said(string what, IEnumerable<Tag> tags) =>
        tags.Select(tag => $"“{tag.Name}”").ToList() is { Count: > 0 } names ? $"Tags {what}: {string.Join(", ", names)}." : null;
}
