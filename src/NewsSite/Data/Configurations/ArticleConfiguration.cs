using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Articles;

namespace NewsSite.Data.Configurations;

internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.Property(article => article.Headline).HasMaxLength(Article.MaxHeadlineLength);
        builder.Property(article => article.Standfirst).HasMaxLength(Article.MaxStandfirstLength);
        builder.Property(article => article.Series).HasMaxLength(Article.MaxSeriesLength);
        builder.Property(article => article.Language).HasMaxLength(35);
        builder.Property(article => article.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(article => article.OffersSummary).HasDefaultValue(true).HasSentinel(true);
        builder.Property(article => article.Notes).HasMaxLength(Article.MaxNotesLength);
        builder.Property(article => article.RetractionNotice).HasMaxLength(Article.MaxNoticeLength);
        builder.Property(article => article.EditedBy).HasMaxLength(StaffAccount.MaxNameLength);
        builder.Property(article => article.Version).IsConcurrencyToken(); // bumped by VersionInterceptor: SQLite has no rowversion

        builder.HasIndex(article => article.Slug).IsUnique();
        builder.HasIndex(article => new { article.Status, article.PublishedAt, article.Id }); // the publish order
        builder.HasIndex(article => new { article.SectionId, article.Status, article.PublishedAt, article.Id });
        builder.HasIndex(article => new { article.Status, article.EditedAt, article.Id }); // the desk
        builder.HasIndex(article => new { article.OwnerId, article.Status, article.EditedAt, article.Id }).HasFilter("\"OwnerId\" IS NOT NULL");
        builder.HasIndex(article => article.Series).HasFilter("\"Series\" IS NOT NULL");
        builder.HasIndex(article => article.EditionPath).HasFilter("\"EditionPath\" IS NOT NULL");

        builder.HasOne(article => article.Section).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(article => article.TranslationOf).WithMany().OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(article => article.Body).WithOne().HasForeignKey<ArticleBody>(body => body.ArticleId);
        builder.HasOne(article => article.Summary).WithOne().HasForeignKey<ArticleSummary>(summary => summary.ArticleId);
        builder.HasMany(article => article.Byline).WithOne().HasForeignKey(entry => entry.ArticleId);
        builder.HasMany(article => article.Pictures).WithOne().HasForeignKey(use => use.ArticleId);
        builder.HasMany(article => article.Tags).WithOne().HasForeignKey(entry => entry.ArticleId);
        builder.OwnsOne(article => article.Picture, ConfigurePicture);
    }

    private static void ConfigurePicture(OwnedNavigationBuilder<Article, Picture> picture)
    {
        picture.Property(p => p.File).HasMaxLength(100);
        picture.Property(p => p.Alt).HasMaxLength(Picture.MaxTextLength);
        picture.Property(p => p.Caption).HasMaxLength(Picture.MaxTextLength);
        picture.Property(p => p.Credit).HasMaxLength(Picture.MaxTextLength);
    }
}
