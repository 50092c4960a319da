using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Domain.Articles;

namespace NewsSite.Data.Configurations;

internal sealed class ArticleCountConfiguration : IEntityTypeConfiguration<ArticleCount>
{
    public void Configure(EntityTypeBuilder<ArticleCount> builder)
    {
        builder.ToTable("ArticleCounts");
        builder.HasKey(count => new { count.ArticleId, count.Day });
        builder.HasIndex(count => new { count.Day, count.Reads }); // the whole site's days are added up from it alone
        builder.HasOne<Article>().WithMany().HasForeignKey(count => count.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}
