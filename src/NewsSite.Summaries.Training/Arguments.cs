namespace NewsSite.Summaries.Training;

/// <summary>A command line: positions, flags (<c>--plain</c>) and values (<c>--base FILE</c>).</summary>
internal sealed class Arguments
{
    private static readonly string[] WithValue = ["--base", "--weights", "--report", "--dev", "--half", "--texts"];
    private readonly List<string> _positions = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    public Arguments(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal)) _positions.Add(words[i]);
            else if (!WithValue.Contains(words[i])) _options[words[i]] = "";
            else if (i + 1 < words.Count) _options[words[i]] = words[++i];
            else throw new UsageException($"{words[i]} needs a value.");
        }
    }

    /// <exception cref="UsageException">Fewer positions were given.</exception>
    public string Position(int index, string name) =>
        index < _positions.Count ? _positions[index] : throw new UsageException($"{name} is missing.");

    public bool Has(string flag) => _options.ContainsKey(flag);

    public string? Value(string option) => _options.GetValueOrDefault(option);
}

/// <summary>The command line cannot be carried out as it was given.</summary>
internal sealed class UsageException(string message) : Exception(message);
