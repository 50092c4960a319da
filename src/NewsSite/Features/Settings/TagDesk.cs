using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Settings;

/// <summary>Names and merges tags. Each method is one transaction.</summary>
public sealed class TagDesk(NewsDbContext db, AddressBook addresses, StaleSearch search, TimeProvider clock)
{
    /// <summary>One page of the tags by name.</summary>
    /// <param name="after">Id of the last tag of the page before; null for the first page.</param>
    public async Task<NamePage> PageAsync(string? search, long? after, CancellationToken ct)
    {
        var place = after is null ? null : await db.Tags.Where(tag => tag.Id == after).Select(tag => tag.Name).SingleOrDefaultAsync(ct);
        var tags = db.Tags.AsNoTracking().Select(tag => new NamedRow { Id = tag.Id, Name = tag.Name, Slug = tag.Slug, Articles = db.Set<ArticleTag>().Count(entry => entry.TagId == tag.Id) });
        return await NamePage.ReadAsync(tags, search, place, after, ct);
    }

    /// <returns>Null when there is no such tag.</returns>
    public Task<TagSetting?> FindAsync(long id, CancellationToken ct) => db.Tags.AsNoTracking().Where(tag => tag.Id == id)
        .Select(tag => new TagSetting(tag.Id, tag.Name, tag.Slug.Value, db.Set<ArticleTag>().Count(entry => entry.TagId == tag.Id), tag.Version))
        .SingleOrDefaultAsync(ct);

    public Task<List<string>> FormerAsync(long id, CancellationToken ct) => addresses.FormerAsync(SlugOwner.Tag, id, ct);

    public async Task<SettingOutcome> ChangeAsync(long id, TagForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Tags.FindAsync([id], ct) is not { } tag) return SettingOutcome.Gone;
        if (tag.Version != form.Version) return SettingOutcome.Stale;

        var name = form.Name.Trim();
        if (await db.Tags.AnyAsync(other => other.Name == name && other.Id != id, ct))
            return SettingOutcome.Refused(nameof(form.Name), "Another tag has this name. Merge the two if they are the same.");
        var wanted = await addresses.ReadAsync(SlugOwner.Tag, form, name, id, ct);
        if (wanted.Slug is not { } slug) return wanted.Refusal!;

        var changes = new ChangeList().Note("name", tag.Name, name).Note("address", tag.Slug.Value, slug.Value);
        if (changes.IsEmpty) return SettingOutcome.Done(id);

        if (slug != tag.Slug) await addresses.MoveAsync(SlugOwner.Tag, tag.Slug, slug, id, ct);
        if (name != tag.Name) await search.MarkTagAsync(id, ct);
        tag.Rename(name);
        tag.MoveTo(slug);
        Record(by, name, changes.ToString());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(id);
    }

    /// <summary>Gives a tag's articles and addresses to another, and removes it.</summary>
    public async Task<SettingOutcome> MergeAsync(long id, MergeForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Tags.FindAsync([id], ct) is not { } tag) return SettingOutcome.Gone;
        if (tag.Version != form.Version) return SettingOutcome.Stale;
        if (await TargetAsync(id, form.Into, ct) is not { } into) return NoTarget;

        await search.MarkTagAsync(id, ct);
        var entries = db.Set<ArticleTag>();
        await entries.Where(entry => entry.TagId == id && entries.Any(other => other.ArticleId == entry.ArticleId && other.TagId == into.Id)).ExecuteDeleteAsync(ct);
        var moved = await entries.Where(entry => entry.TagId == id).ExecuteUpdateAsync(update => update.SetProperty(entry => entry.TagId, into.Id), ct);
        await addresses.MergeAsync(SlugOwner.Tag, tag.Slug, id, into.Id, ct);
        db.Tags.Remove(tag);
        Record(by, tag.Name, string.Create(CultureInfo.InvariantCulture, $"merged into “{into.Name}”, which {moved} articles gained"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(into.Id);
    }

    /// <summary>Why a merge cannot be made when <see cref="TargetAsync"/> finds nothing.</summary>
    public static SettingOutcome NoTarget => SettingOutcome.Refused(nameof(MergeForm.Into), "No other single tag has this name or address. Write it as the list shows it.");

    /// <param name="into">Name or address.</param>
    /// <returns>The tag that another is to be merged into; null when none other, or more than one, is called so.</returns>
    public async Task<MergeTarget?> TargetAsync(long id, string into, CancellationToken ct)
    {
        var (name, slug) = (into.Trim(), Slug.TryParse(into.Trim()));
        var others = db.Tags.Where(other => other.Id != id);
        var found = await others.Where(other => other.Slug == slug).Select(other => new MergeTarget(other.Id, other.Name)).ToListAsync(ct);
        if (found.Count == 0) found = await others.Where(other => EF.Functions.Collate(other.Name, "NOCASE") == name).OrderBy(other => other.Id).Take(2).Select(other => new MergeTarget(other.Id, other.Name)).ToListAsync(ct);
        return found is [var only] ? only : null;
    }

    private void Record(Actor by, string name, string detail) =>
        db.AuditLog.Add(new AuditEntry(by, AuditAction.TagChanged, name, clock.GetUtcNow()) { Detail = detail });
}

public sealed record TagSetting(long Id, string Name, string Slug, int Articles, int Version);
