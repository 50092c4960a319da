using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NewsSite.Tests.Markup;

/// <summary>The files beside these tests, read where they lie in the source tree.</summary>
internal static class MarkupFiles
{
    public static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);

    public static IEnumerable<HostileRow> Hostile(string name) =>
        File.ReadLines(PathOf(Path.Combine("Hostile", name + ".jsonl"))).Select(line => HostileRow.Parse(line));
}

/// <summary>A hostile text, and where to look it up: <c>Hostile/SOURCES.json</c>.</summary>
internal sealed record HostileRow(string Id, string Name, string Text)
{
    public static HostileRow Parse(string line)
    {
        using var row = JsonDocument.Parse(line);
        var payload = Field(row, "payload");
        var text = Field(row, "encoding") switch { "repeat" => Expand(payload), "" or "utf8" => payload, var other => throw new FormatException(other) };
        return new(Field(row, "id"), Field(row, "name"), text);
    }

    private static string Field(JsonDocument row, string name) =>
        row.RootElement.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static string Expand(string recipe)
    {
        using var json = JsonDocument.Parse(recipe);
        if (json.RootElement.ValueKind is JsonValueKind.Array)
            return string.Concat(json.RootElement.EnumerateArray().SelectMany(p => Enumerable.Repeat(p[0].GetString(), p[1].GetInt32())));

        var count = json.RootElement.GetProperty("n").GetInt32();
        return json.RootElement.GetProperty("gen").GetString() is "backticks"
            ? string.Concat(Enumerable.Range(1, count - 1).Select(i => "e" + new string('`', i)))
            : throw new FormatException(recipe);
    }
}
