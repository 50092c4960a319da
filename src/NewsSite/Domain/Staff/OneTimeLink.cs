namespace NewsSite.Domain.Staff;

public enum LinkPurpose
{
    /// <summary>Claims a new site; belongs to no account.</summary>
    Setup,

    /// <summary>Accepts an invitation by choosing the first password.</summary>
    Invitation,

    /// <summary>Chooses a new password.</summary>
    PasswordReset,
}

/// <summary>A link that lets its holder do one thing once. Its row is deleted when it is used.</summary>
public sealed class OneTimeLink
{
    private OneTimeLink()
    {
    }

    public OneTimeLink(LinkPurpose purpose, long? accountId, string tokenHash, DateTimeOffset expiresAt) =>
        (Purpose, AccountId, TokenHash, ExpiresAt) = (purpose, accountId, tokenHash, expiresAt.ToStored());

    public long Id { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    public long? AccountId { get; private set; }

    /// <summary>What the link holds is never stored, only its hash.</summary>
    public string TokenHash { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }
}
