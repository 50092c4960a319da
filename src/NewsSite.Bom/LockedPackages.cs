using System.Text.Json;
using System.Xml.Linq;

namespace NewsSite.Bom;

/// <summary>The packages of a lock file, with the licences that they name themselves.</summary>
internal static class LockedPackages
{
    private static string Folder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <param name="file">A <c>packages.lock.json</c>.</param>
    public static IEnumerable<Component> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.TryGetProperty("resolved", out _))
            .Select(package => Of(package.Name, package.Value))
            .ToList();
    }

    private static Component Of(string name, JsonElement locked)
    {
        var version = locked.GetProperty("resolved").GetString()!;
        // Of the package's content, its signature left out: the value that NuGet itself compares.
        var hash = Convert.ToHexStringLower(Convert.FromBase64String(locked.GetProperty("contentHash").GetString()!));
        var needs = locked.TryGetProperty("dependencies", out var dependencies) ? dependencies.EnumerateObject().Select(each => each.Name).ToList() : [];
        return new Component(name, version, $"pkg:nuget/{name}@{version}", LicenceOf(name, version), [("SHA-512", hash)], needs);
    }

    private static string? LicenceOf(string name, string version)
    {
        var (id, number) = (name.ToLowerInvariant(), version.ToLowerInvariant());
        var nuspec = Path.Combine(Folder, id, number, id + ".nuspec");
        if (!File.Exists(nuspec)) return null;

        var licence = XDocument.Load(nuspec).Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        // An expression of several licences is no identifier; who needs it reads the package.
        return licence?.Attribute("type")?.Value == "expression" && !licence.Value.Contains(' ', StringComparison.Ordinal) ? licence.Value : null;
    }
}
