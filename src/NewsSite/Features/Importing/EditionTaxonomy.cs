using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Publishing;

namespace NewsSite.Features.Importing;

/// <summary>Finds sections, authors and tags by what a file calls them, and creates those that are new.</summary>
internal sealed class EditionTaxonomy(NewsDbContext db, NameDesk names)
{
    public async Task<Section> SectionAsync(string text, int line, CancellationToken ct)
    {
        if (await db.Sections.FirstOrDefaultAsync(section => section.Name == text, ct) is { } named) return named;

        var slug = SectionSlug.Check(text, line);
        return await db.Sections.FirstOrDefaultAsync(section => section.Slug == slug, ct)
            ?? await db.Sections.FirstOrDefaultAsync(section => db.FormerSlugs.Any(former => former.Owner == SlugOwner.Section && former.Slug == slug && former.TargetId == section.Id), ct)
            ?? Added(new Section(slug, Named(text), await db.Sections.CountAsync(ct)));
    }

    public Task<IReadOnlyList<Author>> AuthorsAsync(IReadOnlyList<string> written, int line, CancellationToken ct) =>
        AtLine(() => names.AuthorsAsync(written, ct), "author", line);

    public Task<IReadOnlyList<Tag>> TagsAsync(IReadOnlyList<string> written, int line, CancellationToken ct) =>
        AtLine(() => names.TagsAsync(written, ct), "tag", line);

    private static async Task<T> AtLine<T>(Func<Task<T>> find, string what, int line)
    {
        try
        {
            return await find();
        }
        catch (NamelessException e)
        {
            throw new EditionException(line, $"the {what} {e.Message}");
        }
    }

    // A section named by its slug alone still deserves a capital.
    private static string Named(string text) =>
        Slug.TryParse(text) is null ? text : char.ToUpperInvariant(text[0]) + text[1..].Replace('-', ' ');

    private Section Added(Section section)
    {
        db.Add(section);
        return section;
    }
}
