namespace NewsSite.Domain.Staff;

/// <summary>One signed-in browser. Its row gone, the browser is signed out.</summary>
public sealed class StaffSession
{
    public const int MaxDeviceLength = 80;

    /// <summary>However busy it is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private StaffSession()
    {
    }

    /// <param name="stamp">The account's security stamp at this moment: when that changes, the session ends.</param>
    /// <param name="device">Browser and system in a few words.</param>
    public StaffSession(long accountId, string tokenHash, string stamp, string device, DateTimeOffset at) =>
        (AccountId, TokenHash, Stamp, Device, CreatedAt, EndsAt) = (accountId, tokenHash, stamp, device, at.ToStored(), (at + Longest).ToStored());

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    /// <summary>What the cookie holds is never stored, only its hash.</summary>
    public string TokenHash { get; private set; } = "";

    public string Stamp { get; private set; } = "";

    public string Device { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }
}
