using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Data.Configurations;

internal sealed class StaffAccountConfiguration : IEntityTypeConfiguration<StaffAccount>
{
    public void Configure(EntityTypeBuilder<StaffAccount> builder)
    {
        builder.ToTable("Accounts");
        builder.Ignore(account => account.PhoneNumber);
        builder.Ignore(account => account.PhoneNumberConfirmed);
        builder.Property(account => account.DisplayName).HasMaxLength(StaffAccount.MaxNameLength);
        builder.Property(account => account.Role).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(account => account.NormalizedEmail).IsUnique().HasDatabaseName("EmailIndex");
        builder.HasOne<Author>().WithMany().HasForeignKey(account => account.AuthorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(account => account.Sections).WithOne().HasForeignKey(assignment => assignment.AccountId);
    }
}

internal sealed class SectionAssignmentConfiguration : IEntityTypeConfiguration<SectionAssignment>
{
    public void Configure(EntityTypeBuilder<SectionAssignment> builder)
    {
        builder.ToTable("AccountSections");
        builder.HasKey(assignment => new { assignment.AccountId, assignment.SectionId });
        builder.HasOne<Section>().WithMany().HasForeignKey(assignment => assignment.SectionId);
    }
}

internal sealed class StaffSessionConfiguration : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("AccountSessions");
        builder.Property(session => session.TokenHash).HasMaxLength(64);
        builder.Property(session => session.Stamp).HasMaxLength(64);
        builder.Property(session => session.Device).HasMaxLength(StaffSession.MaxDeviceLength);
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(session => session.AccountId);
    }
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("AccountLinks");
        builder.Property(link => link.Purpose).HasConversion<string>().HasMaxLength(16);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(link => link.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("AccountRecoveryCodes");
        builder.Property(code => code.Hash).HasMaxLength(64);
        builder.HasIndex(code => new { code.AccountId, code.Hash }).IsUnique();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(code => code.AccountId);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditLog");
        builder.Property(entry => entry.Name).HasMaxLength(StaffAccount.MaxNameLength);
        builder.Property(entry => entry.Action).HasConversion<string>().HasMaxLength(24);
        builder.Property(entry => entry.Subject).HasMaxLength(Domain.Articles.Article.MaxHeadlineLength);
        builder.Property(entry => entry.Detail).HasMaxLength(AuditEntry.MaxDetailLength);
        builder.HasIndex(entry => new { entry.ArticleId, entry.Id }).HasFilter("\"ArticleId\" IS NOT NULL");
    }
}

internal sealed class IdentityTablesConfiguration :
    IEntityTypeConfiguration<IdentityUserClaim<long>>, IEntityTypeConfiguration<IdentityUserLogin<long>>,
    IEntityTypeConfiguration<IdentityUserToken<long>>, IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder) => builder.ToTable("AccountClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder) => builder.ToTable("AccountLogins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder) => builder.ToTable("AccountTokens");

    // As version 3 of Identity's schema has it. Identity itself looks the version up in services,
    // which migrations and some tests do not have, so their model would lack the passkeys.
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> builder)
    {
        builder.ToTable("AccountPasskeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }
}
