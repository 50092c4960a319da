using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <summary>All tags and all authors of articles that readers can see, from A to Z: a name alone could betray a draft.</summary>
/// <remarks>
/// Pages follow each other by address, which is the name in plain letters unless an editor chose another, and has an index;
/// within a page, names stand as the site's language orders them.
/// </remarks>
public sealed class NameIndexReader(PublishedNews news, PageSources sources)
{
    public const int PageSize = 200;

    private const string Digits = "0–9";

    /// <param name="after">Address of the last tag of the page before; null for the first page.</param>
    /// <returns>Null when there is no such page; the first page exists always, be it empty.</returns>
    public Task<NameIndexView?> TagsAsync(string? after, CancellationToken ct) => PageAsync(
        news.TagsInUse.Select(tag => new NameRow { Name = tag.Name, Slug = tag.Slug }), after, SiteUrls.Tag, ct);

    /// <param name="after">Address of the last author of the page before; null for the first page.</param>
    /// <returns>Null when there is no such page; the first page exists always, be it empty.</returns>
    public Task<NameIndexView?> AuthorsAsync(string? after, CancellationToken ct) => PageAsync(
        news.AuthorsInPrint.Select(author => new NameRow { Name = author.Name, Slug = author.Slug }), after, SiteUrls.Author, ct);

    /// <summary>The letter under which a name is looked up: that of its plain form, so that É is under E.</summary>
    public static string LetterOf(string name) => Slug.From(name)?.Value.EnumerateRunes().First() is not { } rune ? "#"
        : Rune.IsDigit(rune) ? Digits
        : Rune.ToUpper(rune, CultureInfo.CurrentCulture).ToString();

    private async Task<NameIndexView?> PageAsync(IQueryable<NameRow> names, string? after, Func<string, string> urlOf, CancellationToken ct)
    {
        if (after is not null && Slug.TryParse(after) is null) return null;

#pragma warning disable CA1309 // the database compares, byte by byte
        var rest = after is null ? names : names.Where(name => string.Compare((string)(object)name.Slug, after) > 0);
#pragma warning restore CA1309
        var found = await rest.OrderBy(name => name.Slug).Take(PageSize + 1).ToListAsync(ct);
        if (after is not null && found.Count == 0) return null;

        sources.Add(DependencyTags.Fronts);
        var page = found.Take(PageSize).ToList();
        var links = page.Select(name => new NameLink(name.Name, urlOf(name.Slug.Value))).ToList();
        return new NameIndexView(GroupsOf(links), found.Count > PageSize ? page[^1].Slug.Value : null, after is null);
    }

    private static List<NameGroup> GroupsOf(IReadOnlyList<NameLink> names)
    {
        var order = StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.IgnoreCase);
        return [.. names.OrderBy(name => name.Name, order).GroupBy(name => LetterOf(name.Name))
            .OrderBy(group => group.Key == Digits ? 0 : 1).ThenBy(group => group.Key, order)
            .Select(group => new NameGroup(group.Key, [.. group]))];
    }

    private sealed record NameRow
    {
        public required string Name { get; init; }

        public required Slug Slug { get; init; }
    }
}
