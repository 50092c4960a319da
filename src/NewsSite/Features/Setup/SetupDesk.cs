using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Importing;

namespace NewsSite.Features.Setup;

/// <summary>Makes the first administrator, once.</summary>
public sealed class SetupDesk(NewsDbContext db, OneTimeLinks links, StaffDesk staff, SampleEdition sample)
{
    /// <returns>The path of the set-up page with its secret, good for 24 hours; null when somebody has an account. Earlier links stop working.</returns>
    public async Task<string?> OfferAsync(CancellationToken ct) =>
        await db.Users.AnyAsync(ct) ? null : await links.CreateAsync(LinkPurpose.Setup, accountId: null, ct);

    /// <returns>False for ever once somebody has an account.</returns>
    public async Task<bool> IsOpenAsync(string? token, CancellationToken ct) =>
        !await db.Users.AnyAsync(ct) && await links.FindAsync(LinkPurpose.Setup, token, ct) is not null;

    public Task<bool> ShowsSampleAsync(CancellationToken ct) => sample.IsShownAsync(ct);

    /// <returns>Null when the link does not work, or not any more: of several who try at once, one succeeds.</returns>
    public async Task<StaffOutcome?> SetUpAsync(string? token, SetupForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct); // takes the one write lock: others wait here
        if (!await IsOpenAsync(token, ct) || !await links.TakeAsync(LinkPurpose.Setup, token!, ct)) return null;

        var outcome = await staff.CreateAsync(form.Email, form.Name, StaffRole.Administrator, form.Password);
        if (outcome.Complaint is not null) return outcome;

        if (form.RemoveSample && await sample.IsShownAsync(ct)) await sample.RemoveAsync(ct);
        await NameAsync(form, ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    private async Task NameAsync(SetupForm form, CancellationToken ct)
    {
        var site = await db.SiteProfiles.SingleOrDefaultAsync(ct);
        if (site is null) db.Add(site = new SiteProfile(form.SiteName.Trim(), "en", form.TimeZone));
        site.NameHere(form.SiteName.Trim(), form.TimeZone);
        await db.SaveChangesAsync(ct);
    }
}
