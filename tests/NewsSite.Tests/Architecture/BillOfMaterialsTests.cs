using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Bom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture;

/// <summary>The bill names everything that the program is made of, and is what CycloneDX 1.6 says a bill is.</summary>
public sealed class BillOfMaterialsTests
{
    private static readonly string Root = CodeStyleTests.Root;

    private static readonly string[] Types = ["library", "file"];

    private static readonly string[] Needed = ["name", "version", "bom-ref"];

    private static readonly JsonObject Bill = BillOfMaterials.Of(Root, NewsApp.Noon);

    private static List<JsonObject> Components => [.. Bill["components"]!.AsArray().Select(each => each!.AsObject())];

    [Fact]
    public void Every_locked_package_is_in_it_with_its_version_and_hash()
    {
        using var locked = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "src/NewsSite/packages.lock.json")));
        var wanted = locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => $"pkg:nuget/{package.Name}@{package.Value.GetProperty("resolved").GetString()} {Convert.ToHexStringLower(Convert.FromBase64String(package.Value.GetProperty("contentHash").GetString()!))}")
            .ToHashSet();

        var named = Components.Select(component => $"{component["purl"]} {component["hashes"]?[0]?["content"]}").ToHashSet();

        Assert.True(wanted.Count > 60);
        Assert.Empty(wanted.Except(named));
    }

    [Fact]
    public void Every_file_that_others_made_is_in_it_with_its_hash()
    {
        var app = Path.Combine(Root, "src/NewsSite");
        string[] folders = ["wwwroot/vendor", "wwwroot/fonts", "Fonts"];
        var present = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(app, folder), "*", SearchOption.AllDirectories)).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)) // our own words on them
            .Select(file => $"{Path.GetRelativePath(app, file).Replace('\\', '/')} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}");

        var named = Components.SelectMany(component => component["components"]?.AsArray() ?? []).Select(file => $"{file!["name"]} {file["hashes"]![0]!["content"]}");

        Assert.Equal(present.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_fields_are_those_of_the_format()
    {
        Assert.Equal(("CycloneDX", "1.6", 1), ((string?)Bill["bomFormat"], (string?)Bill["specVersion"], (int?)Bill["version"]));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", (string?)Bill["serialNumber"]);
        Assert.Equal("2026-11-22T12:00:00Z", (string?)Bill["metadata"]!["timestamp"]);
        Assert.Equal(["$schema", "bomFormat", "components", "dependencies", "metadata", "serialNumber", "specVersion", "version"], Bill.Select(field => field.Key).Order(StringComparer.Ordinal));
        var all = Components.Concat(Components.SelectMany(component => component["components"]?.AsArray() ?? []).Select(file => file!.AsObject())).ToList();
        Assert.All(all, component =>
        {
            Assert.Contains((string?)component["type"], Types);
            Assert.All(Needed, field => Assert.NotEqual("", (string?)component[field] ?? ""));
            Assert.All(component["hashes"]?.AsArray() ?? [], hash => Assert.Matches((string?)hash!["alg"] == "SHA-512" ? "^[0-9a-f]{128}$" : "^[0-9a-f]{64}$", (string?)hash["content"]));
            Assert.All(component["licenses"]?.AsArray() ?? [], licence => Assert.Matches(@"^[A-Za-z0-9.+-]+$", (string?)licence!["license"]!["id"]));
        });
        Assert.All(Components, component => Assert.Matches("^pkg:(nuget|npm|github)/[^ ]+$", (string?)component["purl"]));
        var refs = all.Select(component => (string)component["bom-ref"]!).Append((string)Bill["metadata"]!["component"]!["bom-ref"]!).ToList();
        Assert.Equal(refs.Count, refs.Distinct().Count());
        Assert.All(Bill["dependencies"]!.AsArray(), entry => Assert.Subset(refs.ToHashSet(), entry!["dependsOn"]!.AsArray().Select(each => (string)each!).Append((string)entry["ref"]!).ToHashSet()));
    }

    [Fact]
    public void A_licence_is_known_for_nearly_all_of_it_and_a_package_that_names_none_is_named_here()
    {
        var without = Components.Where(component => component["licenses"] is null).Select(component => (string)component["name"]!);

        Assert.Equal(["OllamaSharp"], without); // brings its licence, MIT, as a file
    }

    [Fact]
    public void The_same_tree_gives_the_same_bill() => Assert.Equal(Bill.ToJsonString(), BillOfMaterials.Of(Root, NewsApp.Noon).ToJsonString());
}
