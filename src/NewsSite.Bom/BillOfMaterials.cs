using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsSite.Bom;

/// <summary>All that NewsSite is made of, as CycloneDX has it: the packages of its lock files and what is vendored beside them.</summary>
public static class BillOfMaterials
{
    private const string Itself = "pkg:generic/newssite";

    private static readonly string[] Projects = ["src/NewsSite", "src/NewsSite.Summaries"];

    /// <param name="root">The source tree.</param>
    /// <param name="at">When it is made (UTC).</param>
    /// <returns>A CycloneDX 1.6 document; the same tree gives the same one, its time aside.</returns>
    /// <exception cref="IOException">A lock file or a vendored file is missing.</exception>
    public static JsonObject Of(string root, DateTimeOffset at)
    {
        var packages = Projects.SelectMany(project => LockedPackages.Read(Path.Combine(root, project, "packages.lock.json"))).DistinctBy(package => package.Purl);
        var vendored = VendoredFiles.Read(Path.Combine(root, "src/NewsSite/vendored.json"), Path.Combine(root, "src/NewsSite"));
        var components = packages.Concat(vendored).OrderBy(component => component.Purl, StringComparer.Ordinal).ToList();
        var made = Component.Array(components.Select(component => component.ToJson()));
        return new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{SerialOf(made.ToJsonString())}",
            ["version"] = 1,
            ["metadata"] = Metadata(at),
            ["components"] = made,
            ["dependencies"] = Dependencies(components),
        };
    }

    private static JsonObject Metadata(DateTimeOffset at) => new()
    {
        ["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["component"] = new JsonObject
        {
            ["type"] = "application",
            ["bom-ref"] = Itself,
            ["name"] = "newssite",
            ["licenses"] = Component.Array([new JsonObject { ["license"] = new JsonObject { ["id"] = "MIT" } }]),
        },
    };

    private static JsonArray Dependencies(List<Component> components)
    {
        var known = components.GroupBy(component => component.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Purl, StringComparer.OrdinalIgnoreCase);
        var needed = components.SelectMany(component => component.Needs).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var top = Entry(Itself, components.Where(component => !needed.Contains(component.Name)).Select(component => component.Purl));
        return Component.Array(components.Select(component => Entry(component.Purl, component.Needs.Where(known.ContainsKey).Select(name => known[name]))).Prepend(top));
    }

    private static JsonObject Entry(string of, IEnumerable<string> needs) => new()
    {
        ["ref"] = of,
        ["dependsOn"] = new JsonArray([.. needs.Distinct().Order(StringComparer.Ordinal).Select(each => (JsonNode)each)]),
    };

    // From what it says, so that equal bills are one bill; the bits that make it a UUID of version 8 are set.
    private static Guid SerialOf(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0f) | 0x80), (byte)((bytes[8] & 0x3f) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}
