namespace NewsSite.Domain.Staff;

/// <summary>Who did what and when. Entries are only ever added: the database refuses to change or delete one.</summary>
public sealed class AuditEntry
{
    public const int MaxDetailLength = 2000;

    private AuditEntry()
    {
    }

    /// <param name="subject">What it was done to, by the name it had then.</param>
    public AuditEntry(Actor by, AuditAction action, string subject, DateTimeOffset at) =>
        (AccountId, Name, Action, Subject, At) = (by.AccountId, by.Name, action, subject, at.ToStored());

    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long? AccountId { get; private set; }

    /// <summary>The name that the person had then.</summary>
    public string Name { get; private set; } = "";

    public AuditAction Action { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>When it was done to an article; that may be gone by now.</summary>
    public long? ArticleId { get; init; }

    /// <summary>Of the article then; editors see what was done in their sections.</summary>
    public long? SectionId { get; init; }

    /// <summary>What somebody said about it, or what changed; cut to fit.</summary>
    public string? Detail
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is var text && text.Length > MaxDetailLength ? text[..MaxDetailLength] : text;
    }
}

public enum AuditAction
{
    Drafted,
    Submitted,
    SentBack,
    Approved,
    Published,
    Scheduled,
    Revised,
    ChangesSubmitted,
    ChangesSentBack,
    ChangesApproved,
    ChangesDropped,

    /// <summary>Given another section or other tags.</summary>
    Refiled,

    Summarized,
    Unpublished,
    Retracted,
    AddressTaken,
    Binned,
    Restored,
    Deleted,
    PreviewShared,
    PreviewRevoked,
    FrontArranged,
    SiteChanged,
    SectionChanged,
    TagChanged,
    AuthorChanged,
    PageChanged,
    PictureAdded,
    PictureChanged,
    PictureDeleted,
    AccountCreated,
    AccountChanged,
    SignedIn,
    SignInRefused,
    CredentialChanged,
}
