using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Settings;

/// <summary>Says for what machines may use the articles. Each method is one transaction.</summary>
public sealed class CrawlerDesk(NewsDbContext db, TimeProvider clock)
{
    public async Task<CrawlersForm> ReadAsync(CancellationToken ct)
    {
        var site = await db.SiteProfiles.AsNoTracking().SingleOrDefaultAsync(ct);
        var policy = site?.Crawlers ?? CrawlerPolicy.Default;
        return new CrawlersForm
        {
            Search = policy.AllowsSearch,
            Answers = policy.AllowsAnswers,
            Training = policy.AllowsTraining,
            Terms = policy.Page?.Value,
            Version = site?.Version ?? 0,
        };
    }

    public async Task<SettingOutcome> ChangeAsync(CrawlersForm form, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var site = await db.SiteProfiles.SingleOrDefaultAsync(ct);
        if ((site?.Version ?? 0) != form.Version) return SettingOutcome.Stale;
        var page = form.Policy.Page;
        if (!string.IsNullOrWhiteSpace(form.Terms) && (page is null || !await db.ContentPages.AnyAsync(known => known.Slug == page, ct)))
            return SettingOutcome.Refused(nameof(form.Terms), "Choose a page of the list.");

        if (site is null) db.Add(site = new SiteProfile("NewsSite", "en", "Etc/UTC"));
        var (before, after) = (site.Crawlers, form.Policy);
        site.Admit(after);
        var changes = new ChangeList()
            .Note("AI search", before.AllowsSearch, after.AllowsSearch)
            .Note("AI answers", before.AllowsAnswers, after.AllowsAnswers)
            .Note("AI training", before.AllowsTraining, after.AllowsTraining)
            .Note("terms for mining", before.Page?.Value, after.Page?.Value);
        if (!changes.IsEmpty) db.AuditLog.Add(new AuditEntry(by, AuditAction.SiteChanged, site.Name, clock.GetUtcNow()) { Detail = changes.ToString() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return SettingOutcome.Done(site.Id);
    }
}
