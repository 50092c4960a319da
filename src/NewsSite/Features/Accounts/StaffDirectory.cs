using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Looks accounts up for the pages that show them.</summary>
public sealed class StaffDirectory(NewsDbContext db)
{
    public Task<List<StaffView>> AllAsync(CancellationToken ct) => Views().OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(ct);

    /// <returns>Null when there is no such account.</returns>
    public Task<StaffView?> FindAsync(long accountId, CancellationToken ct) => Views().SingleOrDefaultAsync(person => person.Id == accountId, ct);

    /// <returns>The account's id; null when there is none with this e-mail.</returns>
    public Task<long?> IdOfAsync(string email, CancellationToken ct)
    {
        var normal = email.Trim().ToUpperInvariant();
        return db.Users.Where(account => account.NormalizedEmail == normal).Select(account => (long?)account.Id).SingleOrDefaultAsync(ct);
    }

    public Task<int> RecoveryCodesLeftAsync(long accountId, CancellationToken ct) => db.RecoveryCodes.CountAsync(code => code.AccountId == accountId, ct);

    public Task<List<SectionChoice>> SectionsAsync(CancellationToken ct) =>
        db.Sections.OrderBy(section => section.Position).Select(section => new SectionChoice(section.Id, section.Name)).ToListAsync(ct);

    private IQueryable<StaffView> Views() => db.Users.AsNoTracking().Select(account => new StaffView
    {
        Id = account.Id,
        Name = account.DisplayName,
        Email = account.Email!,
        Role = account.Role,
        IsDisabled = account.IsDisabled,
        HasPassword = account.PasswordHash != null,
        HasAuthenticator = account.SealedTimeKey != null,
        Byline = db.Authors.Where(author => author.Id == account.AuthorId).Select(author => author.Name).SingleOrDefault(),
        Sections = account.Sections.Select(assignment => assignment.SectionId).ToList(),
    });
}

public sealed record SectionChoice(long Id, string Name);

/// <summary>An account as the newsroom shows it.</summary>
public sealed record StaffView
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required StaffRole Role { get; init; }

    public required bool IsDisabled { get; init; }

    /// <summary>False while an invitation waits to be accepted.</summary>
    public required bool HasPassword { get; init; }

    public required bool HasAuthenticator { get; init; }

    /// <summary>Name of the author that the person writes under.</summary>
    public required string? Byline { get; init; }

    /// <summary>Ids of the sections that an editor edits.</summary>
    public required IReadOnlyList<long> Sections { get; init; }
}
