using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace NewsSite.Tests.Support;

/// <summary>A hostile input; where it comes from stands in <c>tests/Hostile/SOURCES.json</c>.</summary>
/// <param name="Name">Empty where the source gives none.</param>
/// <param name="Bytes">As they go over the wire.</param>
public sealed record HostileRow(string Id, string Name, byte[] Bytes)
{
    /// <summary>The bytes as UTF-8.</summary>
    public string Text { get; } = Encoding.UTF8.GetString(Bytes);

    /// <summary>All rows of one kind: those of the source tree, then those of the folder that <c>NEWSSITE_HOSTILE</c> names.</summary>
    /// <param name="kind">The file's name without its ending: <c>xss</c>.</param>
    public static IReadOnlyList<HostileRow> Read(string kind) =>
        [.. Files(kind).SelectMany(File.ReadLines).Select(Parse).DistinctBy(row => row.Id)];

    private static IEnumerable<string> Files(string kind, [CallerFilePath] string here = "")
    {
        var own = Path.GetFullPath($"../../Hostile/{kind}.jsonl", Path.GetDirectoryName(here)!);
        return Environment.GetEnvironmentVariable("NEWSSITE_HOSTILE") is { Length: > 0 } more
            ? Directory.EnumerateFiles(more, kind + "*.jsonl").Order(StringComparer.Ordinal).Prepend(own)
            : [own];
    }

    private static HostileRow Parse(string line)
    {
        using var row = JsonDocument.Parse(line);
        var payload = Field(row, "payload");
        return new(Field(row, "id"), Field(row, "name"), Field(row, "encoding") switch
        {
            "" or "utf8" => Encoding.UTF8.GetBytes(payload),
            "base64" => Convert.FromBase64String(payload),
            "repeat" => Encoding.UTF8.GetBytes(Expand(payload)),
            var other => throw new FormatException(other),
        });
    }

    private static string Field(JsonDocument row, string name) =>
        row.RootElement.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static string Expand(string recipe)
    {
        using var json = JsonDocument.Parse(recipe);
        if (json.RootElement.ValueKind is JsonValueKind.Array)
            return string.Concat(json.RootElement.EnumerateArray().SelectMany(p => Enumerable.Repeat(p[0].GetString(), p[1].GetInt32())));

        var count = json.RootElement.GetProperty("n").GetInt32();
        return json.RootElement.GetProperty("gen").GetString() switch
        {
            "backticks" => string.Concat(Enumerable.Range(1, count - 1).Select(i => "e" + new string('`', i))),
            "lists" => string.Concat(Enumerable.Range(0, count).Select(i => new string(' ', 2 * i) + "* a\n")),
            "refs" => CollidingReferences(count),
            _ => throw new FormatException(recipe),
        };
    }

    // Link references whose labels fall into one bucket of a hash table that does not salt.
    private static string CollidingReferences(int count)
    {
        var labels = Enumerable.Range(0, int.MaxValue).Select(i => $"x{i}").Where(label => Bucket(label) == 0).Take(count).ToList();
        return string.Concat(labels.Skip(1).Select(label => $"[{label}]: /url\n\n[{labels[0]}]\n\n"));
    }

    private static uint Bucket(string label) => label.Aggregate(0u, (hash, letter) => unchecked(letter + (hash << 6) + (hash << 16) - hash)) % 16;
}
