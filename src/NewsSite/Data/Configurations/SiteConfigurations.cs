using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Data.Conversions;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Data.Configurations;

internal sealed class SectionConfiguration : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> builder)
    {
        builder.Property(section => section.Name).HasMaxLength(Section.MaxNameLength);
        builder.Property(section => section.OffersSummaries).HasDefaultValue(true).HasSentinel(true);
        builder.Property(section => section.Version).IsConcurrencyToken();
        builder.HasIndex(section => section.Slug).IsUnique();
    }
}

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.Property(tag => tag.Name).HasMaxLength(Tag.MaxNameLength);
        builder.Property(tag => tag.Version).IsConcurrencyToken();
        builder.HasIndex(tag => tag.Slug).IsUnique();
    }
}

internal sealed class AuthorConfiguration : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> builder)
    {
        builder.Property(author => author.Name).HasMaxLength(Author.MaxNameLength);
        builder.Property(author => author.About).HasMaxLength(Author.MaxAboutLength);
        builder.Property(author => author.Portrait).HasMaxLength(100);
        builder.Property(author => author.Links).HasJsonConversion().HasDefaultValueSql("'[]'");
        builder.Property(author => author.Version).IsConcurrencyToken();
        builder.HasIndex(author => author.Slug).IsUnique();
    }
}

internal sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.ToTable("FormerSlugs");
        builder.HasKey(former => new { former.Owner, former.Slug });
        builder.Property(former => former.Owner).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(former => new { former.Owner, former.TargetId });
    }
}

internal sealed class ContentPageConfiguration : IEntityTypeConfiguration<ContentPage>
{
    public void Configure(EntityTypeBuilder<ContentPage> builder)
    {
        builder.Property(page => page.Title).HasMaxLength(ContentPage.MaxTitleLength);
        builder.Property(page => page.EditionHash).HasMaxLength(64);
        builder.Property(page => page.Version).IsConcurrencyToken();
        builder.HasIndex(page => page.Slug).IsUnique();
    }
}

internal sealed class SiteProfileConfiguration : IEntityTypeConfiguration<SiteProfile>
{
    public void Configure(EntityTypeBuilder<SiteProfile> builder)
    {
        builder.ToTable("SiteProfile");
        builder.Property(site => site.Id).ValueGeneratedNever();
        builder.Property(site => site.Name).HasMaxLength(SiteProfile.MaxNameLength);
        builder.Property(site => site.Tagline).HasMaxLength(SiteProfile.MaxTaglineLength);
        builder.Property(site => site.Description).HasMaxLength(SiteProfile.MaxDescriptionLength);
        builder.Property(site => site.Logo).HasMaxLength(100);
        builder.Property(site => site.Language).HasMaxLength(35);
        builder.Property(site => site.TimeZone).HasMaxLength(60);
        builder.Property(site => site.AllowsAiSearch).HasDefaultValue(true).HasSentinel(true);
        builder.Property(site => site.AllowsAiAnswers).HasDefaultValue(true).HasSentinel(true);
        builder.Ignore(site => site.Crawlers);
        builder.Property(site => site.EditionHash).HasMaxLength(64);
        builder.Property(site => site.Version).IsConcurrencyToken();
    }
}
