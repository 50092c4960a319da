using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Data.Conversions;
using NewsSite.Domain.Articles;

namespace NewsSite.Data.Configurations;

internal sealed class BulkActConfiguration : IEntityTypeConfiguration<BulkAct>
{
    public void Configure(EntityTypeBuilder<BulkAct> builder)
    {
        builder.ToTable("BulkActs");
        builder.Property(act => act.Action).HasConversion<string>().HasMaxLength(16);
        builder.Property(act => act.Aim).HasMaxLength(BulkAct.MaxAimLength);
        builder.Property(act => act.Items).HasJsonConversion();
        builder.HasIndex(act => act.At);
    }
}
