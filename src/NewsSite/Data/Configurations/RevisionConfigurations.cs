using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Domain.Articles;

namespace NewsSite.Data.Configurations;

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.HasKey(revision => new { revision.ArticleId, revision.Number });
        builder.HasOne<Article>().WithMany().HasForeignKey(revision => revision.ArticleId);
        builder.Property(revision => revision.SavedBy).HasMaxLength(120);
        builder.Property(revision => revision.Name).HasMaxLength(Revision.MaxNameLength);
        builder.Property(revision => revision.Step).HasConversion<string>().HasMaxLength(32);
    }
}

internal sealed class RevisionPartConfiguration : IEntityTypeConfiguration<RevisionPart>
{
    public void Configure(EntityTypeBuilder<RevisionPart> builder)
    {
        builder.ToTable("RevisionParts");
        builder.HasKey(part => new { part.ArticleId, part.Number });
        builder.HasOne<Article>().WithMany().HasForeignKey(part => part.ArticleId);
        builder.Property(part => part.Hash).HasMaxLength(32);
        builder.HasIndex(part => new { part.ArticleId, part.Hash }).IsUnique();
    }
}

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.ToTable("Presences");
        builder.HasKey(presence => new { presence.ArticleId, presence.AccountId });
        builder.HasOne<Article>().WithMany().HasForeignKey(presence => presence.ArticleId);
        builder.Property(presence => presence.Name).HasMaxLength(120);
        builder.HasIndex(presence => presence.SeenAt);
    }
}
