using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Settings;

/// <summary>Describes and merges authors. Each method is one transaction.</summary>
public sealed class AuthorDesk(NewsDbContext db, AddressBook addresses, StaleSearch search, MediaShelf media, TimeProvider clock)
{
    /// <summary>One page of the authors by name.</summary>
    /// <param name="after">Id of the last author of the page before; null for the first page.</param>
    public async Task<NamePage> PageAsync(string? search, long? after, CancellationToken ct)
    {
        var place = after is null ? null : await db.Authors.Where(author => author.Id == after).Select(author => author.Name).SingleOrDefaultAsync(ct);
        var authors = db.Authors.AsNoTracking().Select(author => new NamedRow { Id = author.Id, Name = author.Name, Slug = author.Slug, Articles = db.Set<BylineEntry>().Count(entry => entry.AuthorId == author.Id) });
        return await NamePage.ReadAsync(authors, search, place, after, ct);
    }

    /// <returns>Null when there is no such author.</returns>
    public async Task<AuthorSetting?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Authors.AsNoTracking().SingleOrDefaultAsync(author => author.Id == id, ct) is not { } author) return null;

        var articles = await db.Set<BylineEntry>().CountAsync(entry => entry.AuthorId == id, ct);
        var accounts = await db.Users.Where(account => account.AuthorId == id).OrderBy(account => account.DisplayName).Select(account => account.DisplayName).Take(20).ToListAsync(ct);
        return new AuthorSetting(id, author.Name, author.Slug.Value, author.About, author.Portrait, author.Links, articles, accounts, author.Version);
    }

    public Task<List<string>> FormerAsync(long id, CancellationToken ct) => addresses.FormerAsync(SlugOwner.Author, id, ct);

    public async Task<SettingOutcome> AddAsync(NewAuthorForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var name = form.Name.Trim();
        var wanted = await addresses.ReadAsync(SlugOwner.Author, form, name, 0, ct);
        if (wanted.Slug is not { } slug) return wanted.Refusal!;

        await addresses.TakeAsync(SlugOwner.Author, slug, ct);
        var author = new Author(slug, name);
        db.Authors.Add(author);
        Record(by, name, $"added at {SiteUrls.Author(slug.Value)}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(author.Id);
    }

    public async Task<SettingOutcome> ChangeAsync(long id, AuthorForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Authors.FindAsync([id], ct) is not { } author) return SettingOutcome.Gone;
        if (author.Version != form.Version) return SettingOutcome.Stale;

        var name = form.Name.Trim();
        var portrait = string.IsNullOrEmpty(form.Portrait) ? null : form.Portrait;
        if (portrait is not null && !await media.HoldsAsync(portrait, ct)) return SettingOutcome.Refused(nameof(form.Portrait), "This picture is not in the media folder. Choose one of the list.");
        if (ProfileLinks.Refusal(form.Links) is { } faulty) return faulty;
        var wanted = await addresses.ReadAsync(SlugOwner.Author, form, name, id, ct);
        if (wanted.Slug is not { } slug) return wanted.Refusal!;

        var links = ProfileLinks.Of(form.Links);
        var about = string.IsNullOrWhiteSpace(form.About) ? null : form.About.ReplaceLineEndings("\n").Trim();
        var changes = new ChangeList()
            .Note("name", author.Name, name)
            .Note("address", author.Slug.Value, slug.Value)
            .NoteText("text", author.About, about)
            .NoteText("portrait", author.Portrait, portrait)
            .NoteText("links", ProfileLinks.Text(author.Links), ProfileLinks.Text(links));
        if (changes.IsEmpty) return SettingOutcome.Done(id);

        if (slug != author.Slug) await addresses.MoveAsync(SlugOwner.Author, author.Slug, slug, id, ct);
        if (name != author.Name) await search.MarkAuthorAsync(id, ct);
        author.MoveTo(slug);
        author.Describe(name, about, portrait, links);
        Record(by, name, changes.ToString());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(id);
    }

    /// <summary>Gives an author's bylines, accounts and addresses to another, and removes them.</summary>
    public async Task<SettingOutcome> MergeAsync(long id, MergeForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Authors.FindAsync([id], ct) is not { } author) return SettingOutcome.Gone;
        if (author.Version != form.Version) return SettingOutcome.Stale;
        if (await TargetAsync(id, form.Into, ct) is not { } into) return NoTarget;

        await search.MarkAuthorAsync(id, ct);
        var bylines = db.Set<BylineEntry>();
        await bylines.Where(entry => entry.AuthorId == id && bylines.Any(other => other.ArticleId == entry.ArticleId && other.AuthorId == into.Id)).ExecuteDeleteAsync(ct);
        var moved = await bylines.Where(entry => entry.AuthorId == id).ExecuteUpdateAsync(update => update.SetProperty(entry => entry.AuthorId, into.Id), ct);
        await db.Users.Where(account => account.AuthorId == id).ExecuteUpdateAsync(update => update.SetProperty(account => account.AuthorId, into.Id), ct);
        await addresses.MergeAsync(SlugOwner.Author, author.Slug, id, into.Id, ct);
        db.Authors.Remove(author);
        Record(by, author.Name, string.Create(CultureInfo.InvariantCulture, $"merged into “{into.Name}”, who gained {moved} articles"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(into.Id);
    }

    /// <summary>Why a merge cannot be made when <see cref="TargetAsync"/> finds nobody.</summary>
    public static SettingOutcome NoTarget => SettingOutcome.Refused(nameof(MergeForm.Into), "No other single author has this name or address. If two are called so, write the address.");

    /// <param name="into">Name or address.</param>
    /// <returns>The author that another is to be merged into; null when none other, or more than one, is called so.</returns>
    public async Task<MergeTarget?> TargetAsync(long id, string into, CancellationToken ct)
    {
        var (name, slug) = (into.Trim(), Slug.TryParse(into.Trim()));
        var others = db.Authors.Where(other => other.Id != id);
        var found = await others.Where(other => other.Slug == slug).Select(other => new MergeTarget(other.Id, other.Name)).ToListAsync(ct);
        if (found.Count == 0) found = await others.Where(other => EF.Functions.Collate(other.Name, "NOCASE") == name).OrderBy(other => other.Id).Take(2).Select(other => new MergeTarget(other.Id, other.Name)).ToListAsync(ct);
        return found is [var only] ? only : null;
    }

    private void Record(Actor by, string name, string detail) =>
        db.AuditLog.Add(new AuditEntry(by, AuditAction.AuthorChanged, name, clock.GetUtcNow()) { Detail = detail });
}

/// <param name="Accounts">Names of the accounts that write under it.</param>
public sealed record AuthorSetting(
    long Id, string Name, string Slug, string? About, string? Portrait, IReadOnlyList<ProfileLink> Links, int Articles, IReadOnlyList<string> Accounts, int Version);
