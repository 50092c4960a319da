using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Media;

namespace NewsSite.Data.Configurations;

internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("Assets");
        builder.Property(asset => asset.File).HasMaxLength(40);
        builder.Property(asset => asset.SourceHash).HasMaxLength(64);
        builder.Property(asset => asset.Blob).HasMaxLength(80);
        builder.Property(asset => asset.Name).HasMaxLength(Asset.MaxNameLength);
        builder.Property(asset => asset.Tone).HasMaxLength(3);
        builder.Property(asset => asset.AddedBy).HasMaxLength(StaffAccount.MaxNameLength);
        builder.ComplexProperty(asset => asset.Focus);
        builder.Property(asset => asset.Version).IsConcurrencyToken();
        builder.HasIndex(asset => asset.File).IsUnique();
        builder.HasIndex(asset => asset.SourceHash).IsUnique();
        builder.HasIndex(asset => asset.Blob);
        builder.HasIndex(asset => new { asset.AddedAt, asset.Id }); // the library's order
    }
}
