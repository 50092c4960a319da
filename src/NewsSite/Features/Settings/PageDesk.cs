using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Markup;

namespace NewsSite.Features.Settings;

/// <summary>Writes content pages: About, Imprint, Privacy. Each method is one transaction.</summary>
public sealed class PageDesk(NewsDbContext db, AddressBook addresses, PageMarkup markup, TimeProvider clock)
{
    private const int MostListed = 200;

    public Task<List<PageSetting>> AllAsync(CancellationToken ct) =>
        db.ContentPages.AsNoTracking().OrderBy(page => page.Title).Take(MostListed).Select(page => new PageSetting(page.Id, page.Title, page.Slug.Value, "", page.Version)).ToListAsync(ct);

    /// <returns>Null when there is no such page.</returns>
    public Task<PageSetting?> FindAsync(long id, CancellationToken ct) =>
        db.ContentPages.AsNoTracking().Where(page => page.Id == id).Select(page => new PageSetting(page.Id, page.Title, page.Slug.Value, page.Markdown, page.Version)).SingleOrDefaultAsync(ct);

    /// <summary>What the text will look like; nothing is kept.</summary>
    public Task<MarkupOutcome> RenderAsync(string markdown, CancellationToken ct) => markup.RenderAsync(markdown, ct);

    /// <param name="id">Null for a new page.</param>
    public async Task<SettingOutcome> SaveAsync(long? id, PageForm form, Actor by, CancellationToken ct)
    {
        var rendered = await markup.RenderAsync(TextOf(form), ct); // before the transaction: it may take seconds, and others want to write
        if (rendered.Body is not { } body) return SettingOutcome.Refused(nameof(form.Body), Complaint(rendered.Refusal!));

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outcome = id is { } known ? await ReviseAsync(known, form, body, by, ct) : await AddAsync(form, body, by, ct);
        if (outcome.End is not SettingEnd.Done) return outcome;

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return id is null ? SettingOutcome.Done(db.ContentPages.Local.Single().Id) : outcome;
    }

    public async Task<SettingOutcome> DeleteAsync(long id, DeleteForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.ContentPages.FindAsync([id], ct) is not { } page) return SettingOutcome.Gone;
        if (page.Version != form.Version) return SettingOutcome.Stale;

        var site = await db.SiteProfiles.SingleOrDefaultAsync(ct);
        if (site is not null && site.PrinciplesPage == page.Slug) site.Describe(site.Tagline, site.Description, site.Logo, null);
        if (site is not null && site.Crawlers.Page == page.Slug) site.Admit(site.Crawlers with { Page = null });
        await addresses.LeadAsync(SlugOwner.Page, page.Slug, 0, ct);
        db.ContentPages.Remove(page);
        Record(by, page.Title, $"deleted from {SiteUrls.Info(page.Slug.Value)}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(id);
    }

    public static string Complaint(MarkupRefusal refusal) => refusal.Line is { } line ? $"Line {line}: {refusal.Reason}" : refusal.Reason;

    private async Task<SettingOutcome> AddAsync(PageForm form, RenderedBody body, Actor by, CancellationToken ct)
    {
        var title = form.Title.Trim();
        var wanted = await addresses.ReadAsync(SlugOwner.Page, form, title, 0, ct);
        if (wanted.Slug is not { } slug) return wanted.Refusal!;

        await addresses.TakeAsync(SlugOwner.Page, slug, ct);
        db.ContentPages.Add(new ContentPage(slug, title, TextOf(form), body.Html));
        Record(by, title, $"added at {SiteUrls.Info(slug.Value)}");
        return SettingOutcome.Done(0);
    }

    private async Task<SettingOutcome> ReviseAsync(long id, PageForm form, RenderedBody body, Actor by, CancellationToken ct)
    {
        if (await db.ContentPages.FindAsync([id], ct) is not { } page) return SettingOutcome.Gone;
        if (page.Version != form.Version) return SettingOutcome.Stale;

        var title = form.Title.Trim();
        var changes = new ChangeList().Note("title", page.Title, title).NoteText("text", page.Markdown, TextOf(form));
        if (changes.IsEmpty) return SettingOutcome.Done(id);
        page.Revise(title, TextOf(form), body.Html);
        Record(by, title, changes.ToString());
        return SettingOutcome.Done(id);
    }

    // Browsers post CRLF whatever they were sent.
    private static string TextOf(PageForm form) => form.Body.ReplaceLineEndings("\n");

    private void Record(Actor by, string title, string detail) =>
        db.AuditLog.Add(new AuditEntry(by, AuditAction.PageChanged, title, clock.GetUtcNow()) { Detail = detail });
}

/// <param name="Markdown">Empty in lists.</param>
public sealed record PageSetting(long Id, string Title, string Slug, string Markdown, int Version);
