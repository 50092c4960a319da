using Microsoft.AspNetCore.Identity;
using NewsSite.Domain;
using NewsSite.Domain.Staff;

namespace NewsSite.Data.Accounts;

/// <summary>Somebody who may sign in to the newsroom. Accounts are disabled, never deleted: what was done stays theirs.</summary>
public sealed class StaffAccount : IdentityUser<long>
{
    public const int MaxNameLength = 120;
    public const int MaxEmailLength = 254;

    private readonly List<SectionAssignment> sections = [];

    private StaffAccount()
    {
    }

    public StaffAccount(string email, string displayName, StaffRole role, DateTimeOffset at)
        : base(email) => (Email, DisplayName, Role, CreatedAt) = (email, displayName, role, at.ToStored());

    public string DisplayName { get; private set; } = "";

    public StaffRole Role { get; private set; }

    public bool IsDisabled { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The byline this person writes under, if any.</summary>
    public long? AuthorId { get; private set; }

    /// <summary>Where an editor edits.</summary>
    public IReadOnlyList<SectionAssignment> Sections => sections;

    /// <summary>The authenticator's key, sealed; null without a second factor.</summary>
    public string? SealedTimeKey { get; private set; }

    /// <summary>The half minute of the last code that was used: no code counts twice.</summary>
    public long LastTimeStep { get; private set; }

    public void Disable() => IsDisabled = true;

    public void Enable() => IsDisabled = false;

    public void AssignTo(StaffRole role, IEnumerable<long> sectionIds)
    {
        Role = role;
        var wanted = sectionIds.ToHashSet();
        sections.RemoveAll(assignment => !wanted.Remove(assignment.SectionId));
        sections.AddRange(wanted.Select(id => new SectionAssignment(id)));
    }

    /// <param name="authorId">Null for no byline.</param>
    public void WriteAs(long? authorId) => AuthorId = authorId;

    /// <param name="step">Of the code that proved the app.</param>
    public void UseAuthenticator(string sealedKey, long step) => (SealedTimeKey, LastTimeStep) = (sealedKey, step);

    public void ForgetAuthenticator() => (SealedTimeKey, LastTimeStep) = (null, 0);
}

/// <summary>A section that an editor edits.</summary>
public sealed class SectionAssignment
{
    private SectionAssignment()
    {
    }

    public SectionAssignment(long sectionId) => SectionId = sectionId;

    public long AccountId { get; private set; }

    public long SectionId { get; private set; }
}
