using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Data.Accounts;
using NewsSite.Data.Conversions;
using NewsSite.Domain.Fronts;

namespace NewsSite.Data.Configurations;

internal sealed class FrontConfiguration : IEntityTypeConfiguration<FrontArrangement>
{
    public void Configure(EntityTypeBuilder<FrontArrangement> builder)
    {
        builder.ToTable("FrontArrangements");
        builder.Property(front => front.Placements).HasJsonConversion();
        builder.Property(front => front.By).HasMaxLength(StaffAccount.MaxNameLength);
        builder.Property(front => front.Version).IsConcurrencyToken();
        builder.OwnsOne(front => front.Banner, banner => banner.Property(each => each.Text).HasMaxLength(BreakingBanner.MaxTextLength));
        builder.HasIndex(front => front.IsOut).IsUnique().HasFilter("\"IsOut\" = 0").HasDatabaseName("IX_FrontArrangements_Prepared"); // one at most
    }
}
