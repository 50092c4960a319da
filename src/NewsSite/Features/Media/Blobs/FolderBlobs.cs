using Microsoft.Extensions.Options;
using NewsSite.Hosting;

namespace NewsSite.Features.Media.Blobs;

/// <summary>Keeps blobs as files of the media folder, named by their keys; when each was put last is the file's own time.</summary>
public sealed class FolderBlobs(IOptions<NewsSiteOptions> options, TimeProvider time) : IBlobStore
{
    /// <summary>Holds files that are being written, beside those that are kept, so that a move makes them whole.</summary>
    public const string PartialFolder = "partial";

    private const int MaxTries = 3;

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true };

    private string Folder => options.Value.MediaFolder;

    private string Partials => Path.Combine(Folder, PartialFolder);

    public Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var path = PathOf(BlobKey.Check(key, bytes.Length));
        return TryAsync(async () =>
        {
            if (!Renew(path, bytes.Length)) await WriteAsync(path, bytes, ct);
            return true;
        });
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken ct)
    {
        var path = PathOf(BlobKey.Check(key));
        return TryAsync(async () =>
        {
            try
            {
                await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
                if (file.Length > BlobKey.MaxBytes) throw new IOException($"{path} is larger than any blob.");
                var bytes = new byte[file.Length];
                await file.ReadExactlyAsync(bytes, ct);
                return bytes;
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        });
    }

    public Task DeleteAsync(string key, CancellationToken ct) => DeleteOlderAsync(key, DateTimeOffset.MaxValue, ct);

    public Task<bool> DeleteOlderAsync(string key, DateTimeOffset keptBefore, CancellationToken ct)
    {
        var path = PathOf(BlobKey.Check(key));
        return TryAsync(() => Task.FromResult(IsOlder(path, keptBefore) && TakeAway(path, keptBefore)));
    }

    public Task<BlobsGone> DeletePartialAsync(DateTimeOffset writtenBefore, CancellationToken ct) => TryAsync(() =>
    {
        var gone = default(BlobsGone);
        var folder = new DirectoryInfo(Partials);
        foreach (var file in folder.Exists ? folder.GetFiles() : [])
        {
            if (file.LastWriteTimeUtc >= writtenBefore) continue;
            gone += new BlobsGone(1, file.Length);
            file.Delete();
        }

        return Task.FromResult(gone);
    });

    public IAsyncEnumerable<Blob> ListAsync(CancellationToken ct) => BlobKey.Kinds
        .Select(kind => new DirectoryInfo(Path.Combine(Folder, kind)))
        .Where(folder => folder.Exists)
        .SelectMany(folder => folder.EnumerateFiles("*", Everywhere))
        .Select(Read)
        .OfType<Blob>()
        .ToAsyncEnumerable();

    private string PathOf(string key) => Path.Combine(Folder, key);

    private Blob? Read(FileInfo file)
    {
        var key = Path.GetRelativePath(Folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        return file.Exists && BlobKey.IsValid(key) ? new Blob(key, file.Length, file.LastWriteTimeUtc) : null;
    }

    /// <returns>Whether it is there whole.</returns>
    private bool Renew(string path, int sizeBytes)
    {
        if (new FileInfo(path) is not { Exists: true } file || file.Length != sizeBytes) return false;

        try
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false; // deleted this moment
        }
    }

    private async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var partial = NewPartial();
        try
        {
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await file.WriteAsync(bytes, ct);
                file.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(partial, time.GetUtcNow().UtcDateTime);
            Place(partial, path);
        }
        finally
        {
            File.Delete(partial); // which is not there any more, unless something failed
        }
    }

    private static void Place(string partial, string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                File.Move(partial, path, overwrite: true);
                return;
            }
            catch (IOException) when (attempt < MaxTries && File.Exists(partial))
            {
                // The last rendition of a master was deleted this moment, and its folder with it.
            }
        }
    }

    // Taken aside before the last look: whoever puts it again from now on writes it anew, and whoever did just before is seen.
    private bool TakeAway(string path, DateTimeOffset keptBefore)
    {
        var aside = NewPartial();
        try
        {
            File.Move(path, aside);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        if (IsOlder(aside, keptBefore))
        {
            File.Delete(aside);
            DeleteIfEmpty(Path.GetDirectoryName(path)!);
            return true;
        }

        Place(aside, path);
        return false;
    }

    private string NewPartial()
    {
        Directory.CreateDirectory(Partials);
        return Path.Combine(Partials, Path.GetRandomFileName());
    }

    private static bool IsOlder(string path, DateTimeOffset limit) => new FileInfo(path) is { Exists: true } file && file.LastWriteTimeUtc < limit;

    private static void DeleteIfEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // It is not empty, or gone.
        }
    }

    private static async Task<T> TryAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }
}
