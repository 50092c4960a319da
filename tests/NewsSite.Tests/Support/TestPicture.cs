using Microsoft.Extensions.DependencyInjection;
using NetVips;
using NewsSite.Data;
using NewsSite.Domain.Media;
using NewsSite.Features.Media;
using NewsSite.Features.Media.Blobs;

namespace NewsSite.Tests.Support;

/// <summary>Pictures made on the spot.</summary>
internal static class TestPicture
{
    /// <param name="seed">Another number, another picture.</param>
    public static byte[] Png(int seed = 0, int width = 4, int height = 3)
    {
        using var picture = Image(seed, width, height);
        return picture.PngsaveBuffer();
    }

    /// <inheritdoc cref="Png"/>
    public static byte[] Jpeg(int seed = 0, int width = 4, int height = 3)
    {
        using var picture = Image(seed, width, height);
        return picture.JpegsaveBuffer();
    }

    /// <summary>Brings a picture into the library of a site.</summary>
    public static async Task<Asset> ShelveAsync(this IServiceProvider services, byte[] file, string name = "picture.png")
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<AssetDesk>().TakeAsync(file, name, by: null, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Reason);
        return outcome.Asset!;
    }

    /// <returns>What articles call it.</returns>
    public static async Task<string> ShelveAsync(this IServiceProvider services, int seed = 0) => (await services.ShelveAsync(Png(seed))).File;

    /// <summary>Keeps bytes that are no picture as if they were one.</summary>
    /// <param name="file">What it is called.</param>
    public static async Task KeepAsync(this IServiceProvider services, string file, byte[] bytes)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = services.CreateAsyncScope();
        var key = BlobKey.Master(bytes);
        await scope.ServiceProvider.GetRequiredService<IBlobStore>().PutAsync(key, bytes, ct);
        var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
        db.Add(new Asset(new AssetSource(file, file, file), new AssetMaster(key, 1, 1, bytes.Length, "555"), new AssetWords(), DateTimeOffset.UnixEpoch, by: null));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A colour in each corner, so that what was turned or cut can be told.</summary>
    private static Image Image(int seed, int width, int height)
    {
        using var across = NetVips.Image.Xyz(width, height);
        using var left = across[0] * (255.0 / Math.Max(1, width - 1));
        using var top = across[1] * (255.0 / Math.Max(1, height - 1));
        using var rest = (across[0] * 0) + ((seed * 37) % 256);
        using var joined = left.Bandjoin(top, rest);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}
