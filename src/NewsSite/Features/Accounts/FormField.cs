namespace NewsSite.Features.Accounts;

/// <summary>One line of a form: label, hint, complaint and input belong together for eyes and ears.</summary>
/// <param name="Name">As posted; the complaint is looked up under it.</param>
public sealed record FormField(string Name, string Label)
{
    public string Type { get; init; } = "text";

    /// <summary>As posted, where several forms of a page post the same; otherwise <see cref="Name"/>.</summary>
    public string? Posted { get; init; }

    /// <summary>What was typed before; a password is never shown again.</summary>
    public string? Value { get; init; }

    /// <summary>For the browser's memory: the value of <c>autocomplete</c>.</summary>
    public string Complete { get; init; } = "off";

    public string? Hint { get; init; }

    /// <summary>Height of a field for running text; 0 for a field of one line.</summary>
    public int Lines { get; init; }

    public bool HasFocus { get; init; }

    public string Id => Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
