using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Publishing;

/// <summary>Finds authors and tags by the names that people write, also by those they had before they were renamed or merged, begins those that are new, and finds free addresses.</summary>
public sealed class NameDesk(NewsDbContext db)
{
    /// <returns>In the given order, without repeats.</returns>
    /// <exception cref="NamelessException">A name has no letter or digit.</exception>
    public async Task<IReadOnlyList<Author>> AuthorsAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var authors = new List<Author>();
        foreach (var name in names)
        {
            var slug = SlugOf(name);
            var author = authors.Find(known => IsSame(known.Name, name))
                ?? await db.Authors.FirstOrDefaultAsync(known => known.Name == name, ct)
                ?? (await db.Authors.FirstOrDefaultAsync(known => known.Slug == slug, ct) is { } near && IsSame(near.Name, name) ? near : null)
                ?? await db.Authors.FirstOrDefaultAsync(known => db.FormerSlugs.Any(former => former.Owner == SlugOwner.Author && former.Slug == slug && former.TargetId == known.Id), ct)
                ?? Begun(new Author(await FreeAsync(slug, ct), name));
            if (!authors.Contains(author)) authors.Add(author);
        }

        return authors;
    }

    /// <returns>In the given order, without repeats; two spellings of one slug are one tag.</returns>
    /// <exception cref="NamelessException">A name has no letter or digit.</exception>
    public async Task<IReadOnlyList<Tag>> TagsAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var tags = new List<Tag>();
        foreach (var name in names)
        {
            var slug = SlugOf(name);
            var tag = tags.Find(known => known.Slug == slug) ?? await TagAsync(slug, ct) ?? Begun(new Tag(slug, name));
            if (!tags.Contains(tag)) tags.Add(tag);
        }

        return tags;
    }

    /// <returns>As <see cref="TagsAsync"/>, without those that there are not yet.</returns>
    /// <exception cref="NamelessException">A name has no letter or digit.</exception>
    public async Task<IReadOnlyList<Tag>> KnownTagsAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var tags = new List<Tag>();
        foreach (var name in names)
        {
            if (await TagAsync(SlugOf(name), ct) is { } tag && !tags.Contains(tag)) tags.Add(tag);
        }

        return tags;
    }

    /// <summary>The wanted address of an article, numbered when another article has it, or had it before readers.</summary>
    /// <param name="articleId">The article that it is for; 0 for a new one.</param>
    public async Task<Slug> FreeSlugAsync(Slug wanted, long articleId, CancellationToken ct)
    {
        var free = wanted;
        for (var number = 2; await IsTakenAsync(free, articleId, ct) || await LedToAsync(free, articleId, ct) is not null; number++) free = wanted.Numbered(number);
        return free;
    }

    public Task<bool> IsTakenAsync(Slug slug, long articleId, CancellationToken ct) =>
        db.Articles.AnyAsync(other => other.Slug == slug && other.Id != articleId, ct);

    /// <summary>The other article that old links to an address lead to.</summary>
    /// <param name="articleId">The article that the address is for; 0 for a new one.</param>
    /// <returns>Its id; null when there is none.</returns>
    public Task<long?> LedToAsync(Slug slug, long articleId, CancellationToken ct) =>
        db.FormerSlugs.Where(former => former.Owner == SlugOwner.Article && former.Slug == slug && former.TargetId != articleId)
            .Select(former => (long?)former.TargetId).SingleOrDefaultAsync(ct);

    private async Task<Tag?> TagAsync(Slug slug, CancellationToken ct) =>
        await db.Tags.FirstOrDefaultAsync(known => known.Slug == slug, ct)
        ?? await db.Tags.FirstOrDefaultAsync(known => db.FormerSlugs.Any(former => former.Owner == SlugOwner.Tag && former.Slug == slug && former.TargetId == known.Id), ct);

    private static Slug SlugOf(string name) => Slug.From(name) ?? throw new NamelessException(name);

    private static bool IsSame(string known, string name) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

    // Two people may share a slug ("Ann Lee", "Ann-Lee"), but not a page.
    private async Task<Slug> FreeAsync(Slug wanted, CancellationToken ct)
    {
        var free = wanted;
        for (var number = 2; await db.Authors.AnyAsync(author => author.Slug == free, ct) || db.Authors.Local.Any(author => author.Slug == free); number++)
            free = wanted.Numbered(number);
        return free;
    }

    private T Begun<T>(T entity)
        where T : class
    {
        db.Add(entity);
        return entity;
    }
}

/// <summary>A name from which no address can be made.</summary>
public sealed class NamelessException(string name) : Exception($"“{name}” has no letter or digit to make an address of.")
{
    /// <summary>As written.</summary>
    public string Name { get; } = name;
}
