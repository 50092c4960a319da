using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Settings;

/// <summary>Adds, names, sorts and merges sections. Each method is one transaction.</summary>
public sealed class SectionDesk(NewsDbContext db, AddressBook addresses, StaleSearch search, TimeProvider clock)
{
    public Task<List<SectionSetting>> AllAsync(CancellationToken ct) => Settings(db.Sections).ToListAsync(ct);

    /// <returns>Null when there is no such section.</returns>
    public Task<SectionSetting?> FindAsync(long id, CancellationToken ct) => Settings(db.Sections.Where(section => section.Id == id)).SingleOrDefaultAsync(ct);

    public Task<List<string>> FormerAsync(long id, CancellationToken ct) => addresses.FormerAsync(SlugOwner.Section, id, ct);

    public async Task<SettingOutcome> AddAsync(SectionForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var name = form.Name.Trim();
        if (await NameTakenAsync(name, 0, ct) is { } taken) return taken;
        var wanted = await addresses.ReadAsync(SlugOwner.Section, form, name, 0, ct);
        if (wanted.Slug is not { } slug) return wanted.Refusal!;

        await addresses.TakeAsync(SlugOwner.Section, slug, ct);
        var section = new Section(slug, name, 1 + (await db.Sections.MaxAsync(known => (int?)known.Position, ct) ?? -1));
        db.Sections.Add(section);
        Record(by, name, $"added at {SiteUrls.Section(slug.Value)}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(section.Id);
    }

    public async Task<SettingOutcome> ChangeAsync(long id, SectionForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Sections.FindAsync([id], ct) is not { } section) return SettingOutcome.Gone;
        if (section.Version != form.Version) return SettingOutcome.Stale;

        var name = form.Name.Trim();
        if (await NameTakenAsync(name, id, ct) is { } taken) return taken;
        var wanted = await addresses.ReadAsync(SlugOwner.Section, form, name, id, ct);
        if (wanted.Slug is not { } slug) return wanted.Refusal!;

        var changes = new ChangeList()
            .Note("name", section.Name, name)
            .Note("address", section.Slug.Value, slug.Value)
            .Note("authors publish", section.AuthorsPublish, form.AuthorsPublish)
            .Note("offers summaries", section.OffersSummaries, form.OffersSummaries);
        if (changes.IsEmpty) return SettingOutcome.Done(id);

        if (slug != section.Slug) await addresses.MoveAsync(SlugOwner.Section, section.Slug, slug, id, ct);
        section.MoveTo(slug);
        section.Arrange(name, section.Position);
        section.LetAuthorsPublish(form.AuthorsPublish);
        section.OfferSummaries(form.OffersSummaries);
        Record(by, name, changes.ToString());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(id);
    }

    /// <summary>One place up or down; at the end of the list, nothing happens.</summary>
    public async Task<SettingOutcome> MoveAsync(long id, bool up, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sections = await db.Sections.OrderBy(section => section.Position).ThenBy(section => section.Id).ToListAsync(ct);
        var place = sections.FindIndex(section => section.Id == id);
        if (place < 0) return SettingOutcome.Gone;
        var other = up ? place - 1 : place + 1;
        if (other < 0 || other >= sections.Count) return SettingOutcome.Done(id);

        (sections[place], sections[other]) = (sections[other], sections[place]);
        foreach (var (position, section) in sections.Index()) section.Arrange(section.Name, position);
        Record(by, sections[other].Name, string.Create(CultureInfo.InvariantCulture, $"place: {place + 1} → {other + 1}"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(id);
    }

    /// <summary>Gives a section's articles, editors and addresses to another, and removes it.</summary>
    public async Task<SettingOutcome> MergeAsync(long id, MergeForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Sections.FindAsync([id], ct) is not { } section) return SettingOutcome.Gone;
        if (section.Version != form.Version) return SettingOutcome.Stale;
        if (await TargetAsync(id, form.Into, ct) is not { } into) return SettingOutcome.Refused(nameof(form.Into), "Choose another section of the list.");

        await search.MarkSectionAsync(id, ct);
        var moved = await db.Articles.Where(article => article.SectionId == id)
            .ExecuteUpdateAsync(update => update.SetProperty(article => article.SectionId, into.Id), ct);
        // What stands in editors names the section too; its JSON is Newsroom's, its one field is enough here.
        await db.Database.ExecuteSqlAsync($"UPDATE WorkingCopies SET Fields = json_set(Fields, '$.Section', {into.Id}) WHERE json_extract(Fields, '$.Section') = {id}", ct);
        await db.Database.ExecuteSqlAsync($"INSERT OR IGNORE INTO AccountSections (AccountId, SectionId) SELECT AccountId, {into.Id} FROM AccountSections WHERE SectionId = {id}", ct);
        await addresses.MergeAsync(SlugOwner.Section, section.Slug, id, into.Id, ct);
        db.Sections.Remove(section);
        Record(by, section.Name, string.Create(CultureInfo.InvariantCulture, $"merged into “{into.Name}” with {moved} articles"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(into.Id);
    }

    /// <returns>The section that another is to be merged into; null when there is none other of that address.</returns>
    public Task<MergeTarget?> TargetAsync(long id, string into, CancellationToken ct) => Slug.TryParse(into) is { } slug
        ? db.Sections.Where(other => other.Slug == slug && other.Id != id).Select(other => (MergeTarget?)new MergeTarget(other.Id, other.Name)).SingleOrDefaultAsync(ct)
        : Task.FromResult<MergeTarget?>(null);

    private async Task<SettingOutcome?> NameTakenAsync(string name, long ownId, CancellationToken ct) =>
        await db.Sections.AnyAsync(other => other.Name == name && other.Id != ownId, ct)
            ? SettingOutcome.Refused(nameof(SectionForm.Name), "Another section has this name. Merge the two if they are the same.")
            : null;

    private void Record(Actor by, string name, string detail) =>
        db.AuditLog.Add(new AuditEntry(by, AuditAction.SectionChanged, name, clock.GetUtcNow()) { Detail = detail });

    private IQueryable<SectionSetting> Settings(IQueryable<Section> sections) => sections.AsNoTracking()
        .OrderBy(section => section.Position).ThenBy(section => section.Id)
        .Select(section => new SectionSetting(
            section.Id, section.Name, section.Slug.Value, section.AuthorsPublish, section.OffersSummaries,
            db.Articles.Count(article => article.SectionId == section.Id), section.Version));
}

/// <param name="Articles">Of any status.</param>
public sealed record SectionSetting(long Id, string Name, string Slug, bool AuthorsPublish, bool OffersSummaries, int Articles, int Version);

/// <summary>What something is merged into.</summary>
public sealed record MergeTarget(long Id, string Name);
