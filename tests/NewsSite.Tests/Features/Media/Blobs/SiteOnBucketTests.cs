using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsSite.Domain.Media;
using NewsSite.Domain.Staff;
using NewsSite.Features.Media.Blobs;
using NewsSite.Features.Newsroom.Library;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media.Blobs;

public sealed class SiteOnBucketTests(BucketServer server) : IClassFixture<BucketServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_settings_blobs_lie_in_the_data_folder()
    {
        await using var app = new NewsApp();
        var store = app.Services.GetRequiredService<IBlobStore>();

        await store.PutAsync(BlobKey.Master([7]), new byte[] { 7 }, Ct);

        Assert.IsType<FolderBlobs>(store);
        Assert.True(File.Exists(Path.Combine(app.DataFolder, "media", BlobKey.Master([7]))));
        Assert.Equal("Healthy", await ReadyAsync(app));
    }

    [Fact]
    public async Task With_settings_they_lie_in_the_bucket_and_two_nodes_share_them()
    {
        await using var one = NewsApp.Set(Settings(server.Endpoint));
        await using var two = NewsApp.Set(Settings(server.Endpoint));
        var key = BlobKey.Master([7]);

        await one.Services.GetRequiredService<IBlobStore>().PutAsync(key, new byte[] { 7 }, Ct);

        Assert.IsType<BucketBlobs>(one.Services.GetRequiredService<IBlobStore>());
        Assert.Equal(new byte[] { 7 }, await two.Services.GetRequiredService<IBlobStore>().GetAsync(key, Ct));
        Assert.True(File.Exists(server.FileOf("news/" + key)));
        Assert.Equal("Healthy", await ReadyAsync(one));
    }

    [Fact]
    public async Task Pictures_that_one_node_took_are_sent_by_another()
    {
        await using var one = NewsApp.Set(Settings(server.Endpoint));
        var file = await one.Services.ShelveAsync(TestPicture.Jpeg(3, 640, 480));

        // Whatever a node of its own would know: the row, and nothing of the bytes.
        await using var two = NewsApp.Set(Settings(server.Endpoint));
        await two.WithDatabaseAsync(async db =>
        {
            db.Add(new Asset(new AssetSource(file.File, file.SourceHash, file.Name), new AssetMaster(file.Blob, file.Width, file.Height, file.SizeBytes, file.Tone), new AssetWords(), NewsApp.Noon, by: null));
            await db.SaveChangesAsync(Ct);
            return await db.SiteProfiles.ExecuteUpdateAsync(set => set.SetProperty(site => site.Logo, file.File), Ct);
        });
        using var whole = await two.GetAsync($"/media/{file.File}");
        using var small = await two.GetAsync($"/media/{file.File}/320.webp");

        Assert.All([whole, small], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.True(File.Exists(server.FileOf("news/" + BlobKey.Rendition(file.Blob, "320.webp"))));
        Assert.False(Directory.Exists(Path.Combine(two.DataFolder, "media")));
    }

    [Fact]
    public async Task A_bucket_out_of_reach_stops_neither_the_start_nor_a_reader_and_is_said()
    {
        await using var app = NewsApp.Set(Settings("127.0.0.1:1"));

        using var front = await app.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
        Assert.Equal("Degraded", await ReadyAsync(app));
        await Assert.ThrowsAnyAsync<IOException>(() => app.Services.GetRequiredService<IBlobStore>().PutAsync(BlobKey.Master([7]), new byte[] { 7 }, Ct));
    }

    [Fact]
    public async Task What_the_library_holds_stays_and_what_it_let_go_goes_after_the_grace_period()
    {
        await using var app = new NewsApp();
        var (store, sweep) = (app.Services.GetRequiredService<IBlobStore>(), app.Services.GetRequiredService<BlobSweep>());
        var (held, deleted) = (await app.Services.ShelveAsync(TestPicture.Png(1)), await app.Services.ShelveAsync(TestPicture.Png(2)));
        app.Clock.Advance(TimeSpan.FromDays(3_000));
        var admin = await app.MemberAsync("Eva", StaffRole.Administrator);
        Assert.Equal(PictureEnd.Done, await app.InScopeAsync(services => services.GetRequiredService<PictureDesk>().DeleteAsync(deleted.Id, new DeletePictureForm { Version = deleted.Version }, admin, Ct)));

        await sweep.RunAsync(Ct);
        Assert.NotNull(await store.GetAsync(deleted.Blob, Ct)); // nobody used it for years, and it was let go only now
        app.Clock.Advance(BlobSweep.Grace + TimeSpan.FromMinutes(1));
        await sweep.RunAsync(Ct);

        Assert.NotNull(await store.GetAsync(held.Blob, Ct));
        Assert.Null(await store.GetAsync(deleted.Blob, Ct));
    }

    [Theory]
    [InlineData("Endpoint", "Endpoint=https://minio:9000")]
    [InlineData("Endpoint", "Endpoint=canary:canary@minio")]
    [InlineData("Endpoint", "Endpoint=minio:99999")]
    [InlineData("Endpoint", "Endpoint=minio/canary")]
    [InlineData("Name", "Name=")]
    [InlineData("Name", "Name=Pictures")]
    [InlineData("Name", "Name=a..b")]
    [InlineData("Name", "Name=../b")]
    [InlineData("AccessKey", "AccessKey=")]
    [InlineData("AccessKey", "AccessKey=canary canary")]
    [InlineData("SecretKey", "SecretKey=")]
    [InlineData("SecretKey", "SecretKey=canary\r\nX-More: 1")]
    [InlineData("Region", "Region=eu west")]
    [InlineData("Prefix", "Prefix=../canary")]
    [InlineData("Prefix", "Prefix=/canary")]
    [InlineData("Secure", "Secure=canary")]
    [InlineData("Secret", "Secret=canary")]
    public async Task A_wrong_value_stops_the_start_with_one_line_that_names_it(string named, string setting)
    {
        using var data = new TempFolder();
        using var host = Host(data, "Endpoint=minio:9000", "Name=pictures", "AccessKey=canary", "SecretKey=canary", setting);

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Ct));

        Assert.StartsWith($"NewsSite:Bucket:{named} ", Assert.Single(e.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(e.Failures, line => line.Contains('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Endpoint=", "Name=Pictures")]
    [InlineData("Endpoint=s3.eu-central-1.amazonaws.com", "Region=eu-central-1")]
    [InlineData("Endpoint=minio:9000", "Prefix=news/pictures/", "Secure=false")]
    [InlineData("Endpoint=127.0.0.1:9000", "Prefix=news", "Name=my.pictures-1")]
    public void Right_values_are_taken(params string[] settings)
    {
        using var data = new TempFolder();
        using var host = Host(data, ["Name=pictures", "AccessKey=a", "SecretKey=s/+=", .. settings]);

        var options = host.Services.GetRequiredService<IOptions<BucketOptions>>().Value;

        Assert.True(options.Prefix is "" or "news/" or "news/pictures/", options.Prefix);
        Assert.IsType(options.Endpoint is null ? typeof(FolderBlobs) : typeof(BucketBlobs), host.Services.GetRequiredService<IBlobStore>());
    }

    private static (string, string)[] Settings(string endpoint) =>
    [
        ("NewsSite:Bucket:Endpoint", endpoint), ("NewsSite:Bucket:Name", BucketServer.Bucket), ("NewsSite:Bucket:AccessKey", BucketServer.Keys),
        ("NewsSite:Bucket:SecretKey", BucketServer.Keys), ("NewsSite:Bucket:Secure", "false"), ("NewsSite:Bucket:Prefix", "news"),
    ];

    private static async Task<string> ReadyAsync(NewsApp app)
    {
        using var answer = await app.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    private static IHost Host(TempFolder data, params string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration["NewsSite:Data"] = data.Path;
        builder.Configuration["NewsSite:Content"] = "";
        builder.Configuration["Serilog:MinimumLevel:Default"] = "Fatal";
        builder.Configuration["Serilog:MinimumLevel:Override:Microsoft.Extensions.Hosting"] = "Fatal";
        foreach (var setting in settings.Select(setting => setting.Split('=', 2))) builder.Configuration["NewsSite:Bucket:" + setting[0]] = setting[1];
        builder.AddNewsSite();
        return builder.Build();
    }
}
