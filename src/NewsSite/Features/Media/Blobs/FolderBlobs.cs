using Microsoft.Extensions.Options;
using NewsSite.Hosting;
namespace NewsSite.Features.Media.Blobs;
internal sealed class FolderBlobs(IOptions<NewsSiteOptions> options) : IBlobStore
{
    private string P(string key) => Path.Combine(options.Value.MediaFolder, key);
    public Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(P(key))!);
        var partial = P(key) + Path.GetRandomFileName();
        File.WriteAllBytes(partial, bytes.ToArray());
        File.Move(partial, P(key), overwrite: true);
        return Task.CompletedTask;
    }
    public Task<byte[]?> GetAsync(string key, CancellationToken ct) => Task.FromResult(File.Exists(P(key)) ? File.ReadAllBytes(P(key)) : null);
    public Task DeleteAsync(string key, CancellationToken ct) { File.Delete(P(key)); return Task.CompletedTask; }
    public async IAsyncEnumerable<Blob> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct) { await Task.Yield(); yield break; }
}
