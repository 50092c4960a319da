using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsSite.Summaries.Training;

/// <summary>Reads and writes files with one JSON object to a line, plain or gzipped (told by their first bytes or by ".gz").</summary>
internal static class JsonLines
{
    // Plain text for people: these files are read by no browser.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="InvalidDataException">A line is no such object; the message names it.</exception>
    public static IEnumerable<T> Read<T>(string path)
    {
        using var reader = new StreamReader(OpenRead(path));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            yield return Parse<T>(line, path, number);
        }
    }

    public static void Write<T>(string path, IEnumerable<T> items)
    {
        using var file = File.Create(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Optimal) : file;
        using var writer = new StreamWriter(stream);
        writer.NewLine = "\n";
        foreach (var item in items) writer.WriteLine(JsonSerializer.Serialize(item, Options));
    }

    private static T Parse<T>(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw new InvalidDataException($"{path}:{number}: null");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}:{number}: {error.Message}", error);
        }
    }

    private static Stream OpenRead(string path)
    {
        var file = File.OpenRead(path);
        var gzipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return gzipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
