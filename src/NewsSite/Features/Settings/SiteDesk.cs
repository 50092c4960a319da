using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Settings;

/// <summary>Says what the site is. Each method is one transaction.</summary>
public sealed class SiteDesk(NewsDbContext db, MediaShelf media, TimeProvider clock)
{
    public async Task<SiteForm> ReadAsync(CancellationToken ct)
    {
        var site = await db.SiteProfiles.AsNoTracking().SingleOrDefaultAsync(ct);
        return new SiteForm
        {
            Name = site?.Name ?? "",
            Tagline = site?.Tagline,
            Description = site?.Description,
            Logo = site?.Logo,
            TimeZone = site?.TimeZone ?? "Etc/UTC",
            Principles = site?.PrinciplesPage?.Value,
            Version = site?.Version ?? 0,
        };
    }

    public Task<List<PageLink>> PagesAsync(CancellationToken ct) =>
        db.ContentPages.AsNoTracking().OrderBy(page => page.Title).Select(page => new PageLink(page.Slug.Value, page.Title)).ToListAsync(ct);

    public async Task<SettingOutcome> ChangeAsync(SiteForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var site = await db.SiteProfiles.SingleOrDefaultAsync(ct);
        if ((site?.Version ?? 0) != form.Version) return SettingOutcome.Stale;
        if (await RefusalAsync(form, ct) is { } refusal) return refusal;

        if (site is null) db.Add(site = new SiteProfile(form.Name.Trim(), "en", form.TimeZone));
        var before = new { site.Name, site.Tagline, site.Description, site.Logo, site.TimeZone, Principles = site.PrinciplesPage?.Value };
        site.NameHere(form.Name.Trim(), form.TimeZone);
        site.Describe(Text(form.Tagline), Text(form.Description), Text(form.Logo), Slug.TryParse(form.Principles));
        var changes = new ChangeList()
            .Note("name", before.Name, site.Name)
            .Note("tagline", before.Tagline, site.Tagline)
            .NoteText("description", before.Description, site.Description)
            .Note("logo", before.Logo, site.Logo)
            .Note("time zone", before.TimeZone, site.TimeZone)
            .Note("publishing principles", before.Principles, site.PrinciplesPage?.Value);
        if (!changes.IsEmpty) db.AuditLog.Add(new AuditEntry(by, AuditAction.SiteChanged, site.Name, clock.GetUtcNow()) { Detail = changes.ToString() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(site.Id);
    }

    private async Task<SettingOutcome?> RefusalAsync(SiteForm form, CancellationToken ct)
    {
        if (!TimeZoneChoices.All.Contains(form.TimeZone)) return SettingOutcome.Refused(nameof(form.TimeZone), "Choose a time zone of the list.");
        if (Text(form.Logo) is { } logo && !await media.HoldsAsync(logo, ct)) return SettingOutcome.Refused(nameof(form.Logo), "This picture is not in the media folder. Choose one of the list.");
        if (Text(form.Principles) is { } page && (Slug.TryParse(page) is not { } slug || !await db.ContentPages.AnyAsync(known => known.Slug == slug, ct)))
            return SettingOutcome.Refused(nameof(form.Principles), "Choose a page of the list.");
        return null;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
