using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data.Accounts;
using NewsSite.Data.Conversions;
using NewsSite.Data.Search;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Media;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Data;

/// <summary>Everything that is stored. Readers' features go through <see cref="PublishedNews"/> instead.</summary>
public sealed class NewsDbContext(DbContextOptions<NewsDbContext> options) : IdentityUserContext<StaffAccount, long>(options)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Section> Sections => Set<Section>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<ContentPage> ContentPages => Set<ContentPage>();

    public DbSet<SiteProfile> SiteProfiles => Set<SiteProfile>();

    public DbSet<PublicationEvent> PublicationEvents => Set<PublicationEvent>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<WorkingCopy> WorkingCopies => Set<WorkingCopy>();

    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<RevisionPart> RevisionParts => Set<RevisionPart>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<ArticleCount> ArticleCounts => Set<ArticleCount>();

    public DbSet<BulkAct> BulkActs => Set<BulkAct>();

    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<StaleSearchRow> StaleSearchRows => Set<StaleSearchRow>();

    public DbSet<FrontArrangement> FrontArrangements => Set<FrontArrangement>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<WallTime>().HaveConversion<WallTimeConverter>().HaveMaxLength(80);
        configurationBuilder.Properties<Slug>().HaveConversion<SlugConverter>().HaveMaxLength(Slug.MaxLength);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Ignore<BulkItem>().Ignore<FiledAs>(); // kept as JSON, in one column
        builder.ApplyConfigurationsFromAssembly(typeof(NewsDbContext).Assembly);
    }
}
