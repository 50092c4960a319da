using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Importing;

/// <summary>Finds sections, authors and tags by what a file calls them, and creates those that are new.</summary>
internal sealed class EditionTaxonomy(NewsDbContext db)
{
    public async Task<Section> SectionAsync(string text, int line, CancellationToken ct)
    {
        if (await db.Sections.FirstOrDefaultAsync(section => section.Name == text, ct) is { } named) return named;

        var slug = SectionSlug.Check(text, line);
        return await db.Sections.FirstOrDefaultAsync(section => section.Slug == slug, ct)
            ?? Added(new Section(slug, Named(text), await db.Sections.CountAsync(ct)));
    }

    public async Task<IReadOnlyList<Author>> AuthorsAsync(IReadOnlyList<string> names, int line, CancellationToken ct)
    {
        var authors = new List<Author>();
        foreach (var name in names)
        {
            authors.Add(await db.Authors.FirstOrDefaultAsync(author => author.Name == name, ct)
                ?? Added(new Author(await FreeAsync(name, line, slug => db.Authors.AnyAsync(author => author.Slug == slug, ct)), name)));
        }

        return authors;
    }

    public async Task<IReadOnlyList<Tag>> TagsAsync(IReadOnlyList<string> names, int line, CancellationToken ct)
    {
        var tags = new List<Tag>();
        foreach (var name in names)
        {
            var slug = Slug.From(name) ?? throw new EditionException(line, $"the tag “{name}” has no letter or digit to make an address of.");
            var tag = tags.Find(known => known.Slug == slug) ?? await db.Tags.FirstOrDefaultAsync(known => known.Slug == slug, ct) ?? Added(new Tag(slug, name));
            if (!tags.Contains(tag)) tags.Add(tag);
        }

        return tags;
    }

    // A section named by its slug alone still deserves a capital.
    private static string Named(string text) =>
        Slug.TryParse(text) is null ? text : char.ToUpperInvariant(text[0]) + text[1..].Replace('-', ' ');

    // Two people may share a slug ("Ann Lee", "Ann-Lee"), but not a page.
    private async Task<Slug> FreeAsync(string name, int line, Func<Slug, Task<bool>> isTaken)
    {
        var wanted = Slug.From(name) ?? throw new EditionException(line, $"the author “{name}” has no letter or digit to make an address of.");
        var free = wanted;
        for (var number = 2; await isTaken(free) || db.Authors.Local.Any(author => author.Slug == free); number++) free = wanted.Numbered(number);
        return free;
    }

    private T Added<T>(T entity)
        where T : class
    {
        db.Add(entity);
        return entity;
    }
}
