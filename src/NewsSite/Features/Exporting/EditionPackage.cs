using System.IO.Compression;
using System.Text;
using NewsSite.Features.Media.Blobs;

namespace NewsSite.Features.Exporting;

/// <summary>The folder of an edition, ready to be written as a ZIP file.</summary>
public sealed class EditionPackage(IBlobStore blobs)
{
    private readonly Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> pictures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names in the folder, with forward slashes.</summary>
    public IEnumerable<string> Names => texts.Keys.Concat(pictures.Keys);

    public bool Has(string name) => texts.ContainsKey(name) || pictures.ContainsKey(name);

    public void AddText(string name, string text) => texts.Add(name, text);

    /// <param name="blob">Key of its bytes.</param>
    /// <returns>False when another file has the name, or one that some systems do not tell from it.</returns>
    public bool AddPicture(string name, string blob)
    {
        if (pictures.TryGetValue(name, out var other)) return other == blob;
        if (texts.ContainsKey(name)) return false;
        pictures.Add(name, blob);
        return true;
    }

    /// <summary>Writes all of it as it goes: no more than one picture is held whole.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken ct)
    {
        await using var late = new LateStream(stream);
        await using (var zip = await ZipArchive.CreateAsync(late, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct)) await WriteAsync(zip, ct);
        await late.FlushAsync(ct);
    }

    private async Task WriteAsync(ZipArchive zip, CancellationToken ct)
    {
        foreach (var (name, text) in texts)
        {
            await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
            await entry.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        }

        foreach (var (name, blob) in pictures)
        {
            // A picture is compressed already.
            if (await blobs.GetAsync(blob, ct) is not { } bytes) continue;
            await using var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
            await entry.WriteAsync(bytes, ct);
        }
    }
}
