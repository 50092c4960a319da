using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>Reads the desk's form for many articles, before anything is done with one of them.</summary>
public sealed class BulkIntake(NewsDbContext db)
{
    /// <summary>A page of the desk.</summary>
    public const int MaxArticles = DeskReader.PageSize;

    /// <param name="errors">What could not be read at all; takes what else is wrong with which field.</param>
    /// <returns>Null when something is wrong.</returns>
    public async Task<BulkOrder?> ReadAsync(BulkForm form, FieldErrors errors, CancellationToken ct)
    {
        var ids = (form.Ids ?? []).Distinct().ToList();
        if (ids.Count == 0) errors.Add(nameof(form.Ids), "Choose at least one article.");
        if (ids.Count > MaxArticles) errors.Add(nameof(form.Ids), $"At most {MaxArticles} articles are taken at once; these are {ids.Count}.");
        if (form.What is null) errors.Add(nameof(form.What), "Choose what to do with them.");
        var section = form.What is BulkAction.Move ? await SectionAsync(form.Into, errors, ct) : null;
        var tags = form.What is BulkAction.AddTags or BulkAction.RemoveTags ? TagsOf(form.Tags, errors) : [];
        var note = errors.Optional(nameof(form.Note), form.Note, Article.MaxNoticeLength);
        return errors.Any ? null : new BulkOrder(ids, form.What!.Value, section?.Id ?? 0, tags, note, section?.Name ?? (tags.Count > 0 ? string.Join(", ", tags) : null));
    }

    private async Task<Section?> SectionAsync(long? id, FieldErrors errors, CancellationToken ct)
    {
        var section = await db.Sections.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, ct);
        if (section is null) errors.Add(nameof(BulkForm.Into), id is null ? "Choose a section." : "There is no such section any more. Choose another.");
        return section;
    }

    private static IReadOnlyList<string> TagsOf(string? text, FieldErrors errors)
    {
        const string Field = nameof(BulkForm.Tags);
        var names = errors.Names(Field, text, Tag.MaxNameLength);
        if (names.Count == 0) errors.Add(Field, "Write at least one tag.");
        if (names.FirstOrDefault(name => Slug.From(name) is null) is { } nameless) errors.Add(Field, $"“{nameless}” has no letter or digit to make an address of.");
        return names;
    }
}
