using System.Security.Cryptography;
using System.Text.Json;

namespace NewsSite.Bom;

/// <summary>What stands in the app's folder and was made by others; <c>vendored.json</c> says what it is.</summary>
internal static class VendoredFiles
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="list">The JSON file.</param>
    /// <param name="root">Folder from which its paths are meant.</param>
    public static IEnumerable<Component> Read(string list, string root) =>
        JsonSerializer.Deserialize<List<Entry>>(File.ReadAllBytes(list), Web)!
            .Select(entry => new Component(entry.Name, entry.Version, entry.Purl, entry.Licence, [], []) { Files = [.. FilesOf(entry, root)] });

    private static IEnumerable<Component> FilesOf(Entry entry, string root) => entry.Files
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(root, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)))
        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)
        .Select(name => new Component(name, entry.Version, $"{entry.Purl}#{name}", entry.Licence, [("SHA-256", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(root, name)))))], []));

    /// <param name="Files">Paths; the last part may hold an asterisk.</param>
    private sealed record Entry(string Name, string Version, string Purl, string Licence, IReadOnlyList<string> Files);
}
