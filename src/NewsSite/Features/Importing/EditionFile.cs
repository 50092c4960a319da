using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Features.Importing;

/// <summary>One text file of an edition, read whole.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Name">Path inside the edition's folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 of the bytes, in hex.</param>
internal sealed record EditionFile(string Path, string Name, string Text, string Hash)
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="EditionException">The file is too large, cannot be read or is not UTF-8.</exception>
    public static async Task<EditionFile> ReadAsync(string folder, string path, CancellationToken ct)
    {
        var name = System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/');
        try
        {
            if (RealPath.IsLink(path) && (RealPath.Inside(folder, path) is not { } real || Directory.Exists(real)))
                throw new EditionException(null, "is a link out of the edition's folder, or to a folder. It is not followed.");
            if (new FileInfo(path).Length > MaxBytes) throw new EditionException(null, $"is larger than {MaxBytes / 1024} KB.");

            var bytes = await File.ReadAllBytesAsync(path, ct);
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            return new EditionFile(path, name, text, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (DecoderFallbackException)
        {
            throw new EditionException(null, "is not UTF-8. Save it in that encoding.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EditionException(null, $"cannot be read: {e.Message}");
        }
    }
}

/// <summary>Something in a file that its author has to mend.</summary>
internal sealed class EditionException(int? line, string reason) : Exception(reason)
{
    public int? Line { get; } = line;
}
