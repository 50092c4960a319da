using System.Globalization;
using System.Threading.RateLimiting;
using NewsSite.Hosting.Limits;

namespace NewsSite.Features.Accounts;

/// <summary>
/// Bounds how often credentials may be tried: by account for strangers, by browser for those that have signed in before,
/// and by address for all others. Somebody who guesses so never locks the owner's own browser out.
/// </summary>
/// <remarks>
/// In bounded memory, whoever asks: what anybody can invent shares <see cref="Buckets"/>, the rest is as many as there are browsers and accounts. The windows run by the machine's monotonic clock, not by <see cref="TimeProvider"/>:
/// nobody opens them by setting the time.
/// </remarks>
public sealed class GuessLimits(StaffCookies cookies) : IDisposable
{
    private static readonly TimeSpan DeviceLife = TimeSpan.FromDays(365);

    private readonly PartitionedRateLimiter<string> accounts = Buckets.InWindow(10, TimeSpan.FromHours(1));
    private readonly PartitionedRateLimiter<string> devices = ForEach(20, TimeSpan.FromHours(1));
    private readonly PartitionedRateLimiter<string> addresses = Buckets.InWindow(60, TimeSpan.FromMinutes(10));
    private readonly PartitionedRateLimiter<string> letters = Buckets.InWindow(3, TimeSpan.FromHours(1));
    private readonly PartitionedRateLimiter<string> records = ForEach(1, TimeSpan.FromMinutes(1));

    /// <summary>Counts one try.</summary>
    /// <param name="email">The account it is made on, whether or not there is one.</param>
    /// <returns>How long to wait, or null when the try may go on.</returns>
    public TimeSpan? Try(HttpContext context, string email)
    {
        var account = Normal(email);
        return KnownDevice(context, account) is { } device ? Wait(devices, device)
            : Wait(addresses, ClientNetwork.Of(context.Connection.RemoteIpAddress)) ?? Wait(accounts, account);
    }

    /// <summary>Counts one try of a link's secret: those are too long to guess, so only the address counts.</summary>
    /// <returns>How long to wait, or null when the try may go on.</returns>
    public TimeSpan? Try(HttpContext context) => Wait(addresses, ClientNetwork.Of(context.Connection.RemoteIpAddress));

    /// <summary>Whether one more letter may go to this address.</summary>
    public bool MayWrite(string email) => Wait(letters, Normal(email)) is null;

    /// <summary>Whether one more refusal may be written in the audit log.</summary>
    /// <param name="accountId">0 for all that name no account.</param>
    public bool MayRecord(long accountId) => Wait(records, accountId.ToString(CultureInfo.InvariantCulture)) is null;

    /// <summary>Call after a full sign-in.</summary>
    public void Remember(HttpContext context, string email)
    {
        var account = Normal(email);
        var device = KnownDevice(context, account) ?? Guid.NewGuid().ToString("N");
        cookies.Put(context, StaffCookies.Device, $"{device} {account}", DeviceLife);
    }

    public void Dispose()
    {
        accounts.Dispose();
        devices.Dispose();
        addresses.Dispose();
        letters.Dispose();
        records.Dispose();
    }

    private string? KnownDevice(HttpContext context, string account) =>
        cookies.Read(context, StaffCookies.Device)?.Split(' ', 2) is [var device, var owner] && owner == account ? device : null;

    private static TimeSpan? Wait(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    private static PartitionedRateLimiter<string> ForEach(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));

    private static string Normal(string email) => email.Trim().ToUpperInvariant();
}
