using System.Globalization;

namespace NewsSite.Summaries.Text;

/// <summary>Plain text lists inside the assembly: one file for each language, words between white space, # for comments.</summary>
internal static class WordList
{
    /// <summary>Primary language subtag of a BCP 47 tag in lower case; <see langword="null"/> when there is none.</summary>
    public static string? PrimaryTag(string? language)
    {
        if (string.IsNullOrWhiteSpace(language)) return null;
        var tag = language.AsSpan().Trim();
        var end = tag.IndexOfAny('-', '_');
        return (end < 0 ? tag : tag[..end]).ToString().ToLowerInvariant();
    }

    /// <summary>Names, without ending, of all lists in a folder; ordinal order.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
        [.. typeof(WordList).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal) && n.EndsWith(".txt", StringComparison.Ordinal))
            .Select(n => n[(folder.Length + 1)..^4])
            .Order(StringComparer.Ordinal)];

    /// <summary>Lines without comments and blank ones.</summary>
    public static IEnumerable<string> Lines(string folder, string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"{folder}/{name}.txt");
        if (stream is null) yield break;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var text = line.AsSpan();
            if (text.IndexOf('#') is var comment and >= 0) text = text[..comment];
            text = text.Trim();
            if (!text.IsEmpty) yield return text.ToString().ToLower(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Lines of the form "kind: words", by kind.</summary>
    /// <exception cref="InvalidDataException">A line has no kind.</exception>
    public static ILookup<string, string[]> Kinds(string folder, string name) =>
        Lines(folder, name).Select(line => Parse(line, name)).ToLookup(l => l.Kind, l => l.Words, StringComparer.Ordinal);

    private static (string Kind, string[] Words) Parse(string line, string name)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) throw new InvalidDataException($"The list {name} has a line without a kind: {line}");
        return (line[..colon], line[(colon + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
