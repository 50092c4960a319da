using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Data.Accounts;
using NewsSite.Data.Conversions;
using NewsSite.Data.Search;
using NewsSite.Domain.Articles;

namespace NewsSite.Data.Configurations;

internal sealed class ArticleBodyConfiguration : IEntityTypeConfiguration<ArticleBody>
{
    public void Configure(EntityTypeBuilder<ArticleBody> builder)
    {
        builder.ToTable("ArticleBodies");
        builder.HasKey(body => body.ArticleId);
    }
}

internal sealed class ArticleSummaryConfiguration : IEntityTypeConfiguration<ArticleSummary>
{
    public void Configure(EntityTypeBuilder<ArticleSummary> builder)
    {
        builder.ToTable("ArticleSummaries");
        builder.HasKey(summary => summary.ArticleId);
        builder.Property(summary => summary.Origin).HasConversion<string>().HasMaxLength(16);
        builder.Property(summary => summary.Method).HasMaxLength(60);
        builder.Property(summary => summary.Editor).HasMaxLength(120);
        builder.HasIndex(summary => summary.ArticleId).HasFilter("\"IsStale\"").HasDatabaseName("IX_ArticleSummaries_Stale");
        builder.HasIndex(summary => new { summary.Origin, summary.Method }); // finds those that an older method picked
        builder.Property(summary => summary.BodyHash).HasMaxLength(64);
        builder.Property(summary => summary.Sentences).HasJsonConversion();
    }
}

internal sealed class WorkingCopyConfiguration : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> builder)
    {
        builder.ToTable("WorkingCopies");
        builder.HasKey(copy => copy.ArticleId);
        builder.HasOne(copy => copy.Article).WithOne().HasForeignKey<WorkingCopy>(copy => copy.ArticleId);
        builder.Property(copy => copy.SavedBy).HasMaxLength(120);
        builder.Property(copy => copy.Status).HasConversion<string>().HasMaxLength(16).HasDefaultValue(ChangeStatus.Private).HasSentinel(ChangeStatus.Private);
        builder.HasIndex(copy => copy.ArticleId).HasFilter("\"Status\" = 'InReview'").HasDatabaseName("IX_WorkingCopies_InReview");
        builder.Property(copy => copy.Version).IsConcurrencyToken();
    }
}

internal sealed class PreviewLinkConfiguration : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.ToTable("PreviewLinks");
        builder.Property(link => link.Label).HasMaxLength(PreviewLink.MaxLabelLength);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.Property(link => link.MadeBy).HasMaxLength(StaffAccount.MaxNameLength);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasOne<Article>().WithMany().HasForeignKey(link => link.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BylineConfiguration : IEntityTypeConfiguration<BylineEntry>
{
    public void Configure(EntityTypeBuilder<BylineEntry> builder)
    {
        builder.ToTable("Bylines");
        builder.HasKey(entry => new { entry.ArticleId, entry.AuthorId });
        builder.HasIndex(entry => new { entry.AuthorId, entry.ArticleId });
        builder.HasOne(entry => entry.Author).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArticleTagConfiguration : IEntityTypeConfiguration<ArticleTag>
{
    public void Configure(EntityTypeBuilder<ArticleTag> builder)
    {
        builder.ToTable("ArticleTags");
        builder.HasKey(entry => new { entry.ArticleId, entry.TagId });
        builder.HasIndex(entry => new { entry.TagId, entry.ArticleId });
        builder.HasOne(entry => entry.Tag).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PictureUseConfiguration : IEntityTypeConfiguration<PictureUse>
{
    public void Configure(EntityTypeBuilder<PictureUse> builder)
    {
        builder.ToTable("PictureUses");
        builder.HasKey(use => new { use.File, use.ArticleId }); // who asks for a file asks who shows it
        builder.Property(use => use.File).HasMaxLength(100);
        builder.HasIndex(use => use.ArticleId);
    }
}

internal sealed class StaleSearchRowConfiguration : IEntityTypeConfiguration<StaleSearchRow>
{
    public void Configure(EntityTypeBuilder<StaleSearchRow> builder)
    {
        builder.ToTable("StaleSearchRows");
        builder.HasKey(stale => stale.ArticleId);
        builder.Property(stale => stale.ArticleId).ValueGeneratedNever();
        builder.HasOne<Article>().WithOne().HasForeignKey<StaleSearchRow>(stale => stale.ArticleId);
    }
}

internal sealed class PublicationEventConfiguration : IEntityTypeConfiguration<PublicationEvent>
{
    public void Configure(EntityTypeBuilder<PublicationEvent> builder)
    {
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(e => e.DependencyTags).HasJsonConversion();
        builder.HasOne(e => e.Article).WithMany().HasForeignKey(e => e.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => e.DueAt);
    }
}
