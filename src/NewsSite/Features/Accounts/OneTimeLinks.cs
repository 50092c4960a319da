using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Makes and takes links that work once.</summary>
public sealed class OneTimeLinks(NewsDbContext db, TimeProvider clock)
{
    private static TimeSpan LifeOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Invitation => TimeSpan.FromDays(7),
        LinkPurpose.Setup => TimeSpan.FromHours(24),
        _ => TimeSpan.FromHours(2),
    };

    /// <summary>Earlier links of the same kind for the same account stop working.</summary>
    /// <returns>The path of the page, with its secret.</returns>
    public async Task<string> CreateAsync(LinkPurpose purpose, long? accountId, CancellationToken ct)
    {
        var token = SecretToken.New();
        await db.OneTimeLinks.Where(link => link.Purpose == purpose && link.AccountId == accountId).ExecuteDeleteAsync(ct);
        db.OneTimeLinks.Add(new OneTimeLink(purpose, accountId, SecretToken.HashOf(token), clock.GetUtcNow() + LifeOf(purpose)));
        await db.SaveChangesAsync(ct);
        return PageOf(purpose) + QueryString.Create("token", token);
    }

    /// <returns>Null when there is no such link, or it has been used or has expired.</returns>
    public Task<OneTimeLink?> FindAsync(LinkPurpose purpose, string? token, CancellationToken ct) =>
        token is { Length: SecretToken.Length } ? Valid(purpose, token).SingleOrDefaultAsync(ct) : Task.FromResult<OneTimeLink?>(null);

    /// <summary>Uses the link up. Of several that try at once, one succeeds.</summary>
    public async Task<bool> TakeAsync(LinkPurpose purpose, string token, CancellationToken ct) =>
        await Valid(purpose, token).ExecuteDeleteAsync(ct) == 1;

    private IQueryable<OneTimeLink> Valid(LinkPurpose purpose, string token)
    {
        var (hash, now) = (SecretToken.HashOf(token), clock.GetUtcNow());
        return db.OneTimeLinks.AsNoTracking().Where(link => link.Purpose == purpose && link.TokenHash == hash && link.ExpiresAt > now);
    }

    private static string PageOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Setup => SiteUrls.Staff.Setup,
        LinkPurpose.Invitation => SiteUrls.Staff.Invitation,
        _ => SiteUrls.Staff.Reset,
    };
}
