using Microsoft.Extensions.Time.Testing;
using NewsSite.Features.Media.Blobs;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media.Blobs;

public sealed class FolderBlobsTests : BlobStoreContract, IDisposable
{
    private readonly TempFolder data = new();
    private readonly FakeTimeProvider clock = new(NewsApp.Noon);

    public FolderBlobsTests() => Store = Make(data, clock);

    protected override DateTimeOffset Now => clock.GetUtcNow();

    public override IBlobStore Store { get; }

    private string Media => data.File("media");

    public void Dispose() => data.Dispose();

    public static FolderBlobs Make(TempFolder data, TimeProvider time) => new(Microsoft.Extensions.Options.Options.Create(new NewsSiteOptions { Data = data.Path }), time);

    [Fact]
    public async Task Many_may_put_and_delete_one_key_and_nobody_ever_reads_half()
    {
        var bytes = Some(50_000);
        var key = BlobKey.Rendition(BlobKey.Master(bytes), "wide.webp");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var turn = 0; turn < 10; turn++)
            {
                if ((i + turn) % 2 == 0) await Store.PutAsync(key, bytes, Ct);
                else await Store.DeleteAsync(key, Ct);
                Assert.True(await Store.GetAsync(key, Ct) is not { } read || Same(bytes, read));
            }
        }, Ct)));

        await Store.PutAsync(key, bytes, Ct);
        Assert.True(Same(bytes, await Store.GetAsync(key, Ct)));
    }

    [Fact]
    public async Task A_file_that_a_crash_left_half_written_is_no_blob_and_goes_after_a_while()
    {
        var key = BlobKey.Master([7]);
        await Store.PutAsync(key, new byte[] { 7 }, Ct);
        Directory.CreateDirectory(Path.Combine(Media, FolderBlobs.PartialFolder));
        foreach (var (name, hours) in new[] { ("old", 25), ("young", 23) })
        {
            var file = Path.Combine(Media, FolderBlobs.PartialFolder, name);
            await File.WriteAllBytesAsync(file, new byte[10], Ct);
            File.SetLastWriteTimeUtc(file, Now.AddHours(-hours).UtcDateTime);
        }

        Assert.Equal(key, Assert.Single(await ListAsync()).Key);
        Assert.Equal(new BlobsGone(1, 10), await Store.DeletePartialAsync(Now.AddDays(-1), Ct));
        Assert.Equal("young", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(Media, FolderBlobs.PartialFolder)))));
        Assert.NotNull(await Store.GetAsync(key, Ct));
    }

    [Fact]
    public async Task Nothing_is_left_beside_a_write_whether_it_ends_well_or_not()
    {
        await Store.PutAsync(BlobKey.Master([7]), new byte[] { 7 }, Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.PutAsync(BlobKey.Master([8]), Some(3_000_000), new CancellationToken(canceled: true)));

        Assert.Single(Directory.GetFiles(Media, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_a_power_cut_emptied_is_written_anew()
    {
        var key = BlobKey.Master([7]);
        await Store.PutAsync(key, new byte[] { 7 }, Ct);
        await File.WriteAllBytesAsync(Path.Combine(Media, key), [], Ct);

        await Store.PutAsync(key, new byte[] { 7 }, Ct);

        Assert.True(Same([7], await Store.GetAsync(key, Ct)));
    }

    [Fact]
    public async Task What_others_put_into_the_folder_is_neither_listed_nor_deleted()
    {
        Directory.CreateDirectory(Path.Combine(Media, "masters"));
        var (beside, inside) = (Path.Combine(Media, "notes.txt"), Path.Combine(Media, "masters", "notes.txt"));
        foreach (var file in new[] { beside, inside }) await File.WriteAllTextAsync(file, "mine", Ct);

        Assert.Empty(await ListAsync());
        await Store.DeletePartialAsync(DateTimeOffset.MaxValue, Ct);
        Assert.True(File.Exists(beside) && File.Exists(inside));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_an_error_of_the_store()
    {
        await File.WriteAllTextAsync(Media, "a file where the folder should be", Ct);

        await Assert.ThrowsAnyAsync<IOException>(() => Store.PutAsync(BlobKey.Master([7]), new byte[] { 7 }, Ct));
    }

    [Fact]
    public async Task A_master_that_loses_its_last_rendition_leaves_no_empty_folder()
    {
        var key = BlobKey.Rendition(BlobKey.Master([7]), "wide.webp");
        await Store.PutAsync(key, new byte[] { 7 }, Ct);

        await Store.DeleteAsync(key, Ct);

        Assert.Empty(Directory.GetDirectories(Path.Combine(Media, "renditions")));
    }

    protected override void Age(string key, TimeSpan age) => File.SetLastWriteTimeUtc(Path.Combine(Media, key), (Now - age).UtcDateTime);
}
