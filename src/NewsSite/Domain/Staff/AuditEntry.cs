namespace NewsSite.Domain.Staff;

/// <summary>Who did what and when. Entries are only ever added: the database refuses to change or delete one.</summary>
public sealed class AuditEntry
{
    public const int MaxDetailLength = 2000;

    private AuditEntry()
    {
    }

    /// <param name="subject">What it was done to, by the name it had then.</param>
    /// <param name="articleId">When it was done to an article; it may be gone by now.</param>
    /// <param name="detail">What somebody said about it, or what changed.</param>
    public AuditEntry(Actor by, AuditAction action, string subject, DateTimeOffset at, long? articleId = null, long? sectionId = null, string? detail = null) =>
        (AccountId, Name, Action, Subject, At, ArticleId, SectionId, Detail) =
            (by.AccountId, by.Name, action, subject, at.ToStored(), articleId, sectionId, detail is { Length: > MaxDetailLength } ? detail[..MaxDetailLength] : detail);

    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long? AccountId { get; private set; }

    /// <summary>The name that the person had then.</summary>
    public string Name { get; private set; } = "";

    public AuditAction Action { get; private set; }

    public string Subject { get; private set; } = "";

    public long? ArticleId { get; private set; }

    /// <summary>Of the article then; editors see what was done in their sections.</summary>
    public long? SectionId { get; private set; }

    public string? Detail { get; private set; }
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
    Summarized,
    Unpublished,
    Retracted,
    SiteChanged,
    SectionChanged,
    TagChanged,
    AuthorChanged,
    PageChanged,
    AccountCreated,
    AccountChanged,
    SignedIn,
    SignInRefused,
    CredentialChanged,
}
