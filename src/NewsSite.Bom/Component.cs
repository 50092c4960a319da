using System.Text.Json.Nodes;

namespace NewsSite.Bom;

/// <summary>One thing that the program is made of.</summary>
/// <param name="Purl">Package URL, by which every tool knows it.</param>
/// <param name="Licence">SPDX identifier; null where the package names none.</param>
/// <param name="Hashes">Algorithm as CycloneDX names it, and the value in hex.</param>
/// <param name="Needs">Names of the components that it needs.</param>
internal sealed record Component(
    string Name, string Version, string Purl, string? Licence, IReadOnlyList<(string Algorithm, string Value)> Hashes, IReadOnlyList<string> Needs)
{
    /// <summary>The files of this tree that it consists of; none for a package.</summary>
    public IReadOnlyList<Component> Files { get; init; } = [];

    public JsonObject ToJson(string type = "library")
    {
        var json = new JsonObject { ["type"] = type, ["bom-ref"] = Purl, ["name"] = Name, ["version"] = Version };
        if (Hashes.Count > 0) json["hashes"] = Array(Hashes.Select(hash => new JsonObject { ["alg"] = hash.Algorithm, ["content"] = hash.Value }));
        if (Licence is not null) json["licenses"] = Array([new JsonObject { ["license"] = new JsonObject { ["id"] = Licence } }]);
        if (type == "library") json["purl"] = Purl;
        if (Files.Count > 0) json["components"] = Array(Files.Select(file => file.ToJson("file")));
        return json;
    }

    internal static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);
}
