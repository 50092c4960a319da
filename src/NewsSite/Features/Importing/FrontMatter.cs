using NewsSite.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace NewsSite.Features.Importing;

/// <summary>The YAML at the head of a Markdown file, and where the Markdown begins.</summary>
/// <param name="BodyLine">Line of the file on which <paramref name="Body"/> begins, from 1.</param>
internal sealed record FrontMatter(YamlFields Fields, string Body, int BodyLine)
{
    private const string Fence = "---";

    /// <exception cref="EditionException">There is no front matter, or it is not YAML.</exception>
    public static FrontMatter Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines[0].TrimEnd() != Fence) throw new EditionException(1, "must begin with front matter between two lines of ---.");

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0) throw new EditionException(1, "has front matter without a closing line of ---.");

        var yaml = string.Join('\n', lines[1..end]);
        return new FrontMatter(YamlFields.Parse(yaml, linesBefore: 1), string.Join('\n', lines[(end + 1)..]), end + 2);
    }
}

/// <summary>A YAML mapping whose values are asked for by name; every complaint names the line.</summary>
internal sealed class YamlFields
{
    private const int MaxLength = 64 * 1024;
    private const int MaxDepth = 12;

    private readonly YamlMappingNode mapping;
    private readonly int linesBefore;

    private YamlFields(YamlMappingNode mapping, int linesBefore) => (this.mapping, this.linesBefore) = (mapping, linesBefore);

    /// <exception cref="EditionException">It is not a mapping, or not YAML.</exception>
    public static YamlFields Parse(string yaml, int linesBefore)
    {
        if (yaml.Length > MaxLength) throw new EditionException(linesBefore, $"has front matter of over {MaxLength / 1024} KB.");

        try
        {
            AssertFlat(yaml, linesBefore);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode mapping }]
                ? new YamlFields(mapping, linesBefore)
                : throw new EditionException(linesBefore, "must hold “name: value” lines.");
        }
        catch (YamlException e)
        {
            throw new EditionException((int)e.Start.Line + linesBefore, $"is not YAML: {e.Message} Quote values that hold a colon.");
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public int LineOf(string name) =>
        mapping.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(key => key.Value == name) is { } key ? Line(key) : linesBefore;

    /// <summary>Names that are none of <paramref name="known"/>, with their lines.</summary>
    public IEnumerable<(string Name, int Line)> Unknown(IReadOnlySet<string> known) =>
        mapping.Children.Keys.Where(key => !known.Contains((key as YamlScalarNode)?.Value ?? "")).Select(key => (key.ToString(), Line(key)));

    public string Required(string name, int maxLength) =>
        Text(name, maxLength) ?? throw new EditionException(linesBefore, $"“{name}” is missing.");

    /// <returns>Null when absent or blank.</returns>
    public string? Text(string name, int maxLength)
    {
        var value = Find(name) switch
        {
            null => null,
            YamlScalarNode scalar => Plain(scalar.Value),
            var other => throw new EditionException(Line(other), $"“{name}” must be one text."),
        };
        return value?.Length > maxLength
            ? throw new EditionException(LineOf(name), $"“{name}” has {value.Length} characters; at most {maxLength} are kept.")
            : value;
    }

    /// <returns>Without blanks and repeats; empty when absent.</returns>
    public IReadOnlyList<string> Texts(string name, int maxCount, int maxLength)
    {
        var values = Find(name) switch
        {
            null => [],
            YamlScalarNode scalar => [Plain(scalar.Value)],
            YamlSequenceNode sequence => sequence.Children.Select(child =>
                child is YamlScalarNode scalar ? Plain(scalar.Value) : throw new EditionException(Line(child), $"“{name}” must be a list of texts.")).ToList(),
            var other => throw new EditionException(Line(other), $"“{name}” must be a list of texts."),
        };
        var texts = values.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (texts.Count > maxCount) throw new EditionException(LineOf(name), $"“{name}” has {texts.Count} entries; at most {maxCount} are kept.");
        return texts.Find(text => text.Length > maxLength) is { } tooLong
            ? throw new EditionException(LineOf(name), $"“{name}”: “{tooLong[..20]}…” is longer than {maxLength} characters.")
            : texts;
    }

    /// <returns>Null when absent.</returns>
    public YamlFields? Fields(string name) => Find(name) switch
    {
        null => null,
        YamlMappingNode nested => new YamlFields(nested, linesBefore),
        var other => throw new EditionException(Line(other), $"“{name}” must hold “name: value” lines of its own."),
    };

    public IReadOnlyList<YamlFields> List(string name) => Find(name) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children.Select(child =>
            child is YamlMappingNode nested
                ? new YamlFields(nested, linesBefore)
                : throw new EditionException(Line(child), $"each entry of “{name}” must hold “name: value” lines.")).ToList(),
        var other => throw new EditionException(Line(other), $"“{name}” must be a list."),
    };

    private static string? Plain(string? value) => CleanText.OneLine(value ?? "").Trim() is { Length: > 0 } plain ? plain : null;

    private YamlNode? Find(string name) =>
        mapping.Children.TryGetValue(new YamlScalarNode(name), out var node) && node is not YamlScalarNode { Value: null or "" or "~" } ? node : null;

    private int Line(YamlNode node) => (int)node.Start.Line + linesBefore;

    // Loading recurses, and an alias stands for a whole tree: hostile files are turned away before.
    private static void AssertFlat(string yaml, int linesBefore)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > MaxDepth || current is AnchorAlias)
                throw new EditionException((int)current.Start.Line + linesBefore, "is nested too deeply or uses aliases; plain fields are enough.");
        }
    }
}
