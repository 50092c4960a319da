namespace NewsSite.BrowserTests.Hostile;

/// <param name="Name">As posted.</param>
/// <param name="Max">In UTF-16 code units; 0 where only what has a form of its own is kept, -1 where nothing is ever shown again.</param>
internal sealed record Box(string Name, int Max = 0)
{
    /// <summary>Holds text of several lines.</summary>
    public bool HasLines { get; init; }

    /// <summary>Posted where the row cannot be kept.</summary>
    public string? Valid { get; init; }

    public bool IsFree => Max > 0;

    public bool Fits(string text) => !string.IsNullOrWhiteSpace(Marks.OneLine(text)) && Clean(text).Trim().Length <= Max;

    public string Clean(string text) => HasLines ? Marks.Lines(text) : Marks.OneLine(text);
}

/// <summary>A form of the site that is posted with a row in its boxes.</summary>
/// <param name="Door">Of the route table.</param>
/// <param name="Page">Where the form stands.</param>
/// <param name="Key">Tells its marks from those of other forms.</param>
internal sealed record Form(string Door, string Page, string Key, params IReadOnlyList<Box> Boxes)
{
    public string Url { get; init; } = Page + (Door.Split("?handler=") is [_, var handler] ? $"{(Page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}" : "");

    /// <summary>Posted with every row.</summary>
    public IReadOnlyList<string[]> Fixed { get; init; } = [];

    /// <summary>Texts that are answered otherwise than most.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    public bool KeepsSomething => Boxes.Any(box => box.IsFree);

    /// <summary>With capitals, as no address has them, where the mark itself must not be kept.</summary>
    public string MarkOf(Box box) => Marks.Of(Key + box.Name) is var mark && box.IsFree ? mark : $"zq{mark[2..^2].ToUpperInvariant()}qz";

    /// <summary>The row where it can be kept; null for the twin.</summary>
    public (List<string[]> Fields, Filled Filled) Keeping(string? text)
    {
        var (fields, filled) = (Fixed.ToList(), new Filled());
        foreach (var box in Boxes)
        {
            var value = !box.IsFree ? box.Valid : text is not null && box.Fits(text) ? text : MarkOf(box);
            if (value is not null) fields.Add([box.Name, value]);
            if (box.IsFree) filled[MarkOf(box)] = [box.Clean(value!).Trim()];
        }

        return (fields, filled);
    }

    /// <summary>The row in every box.</summary>
    public (List<string[]> Fields, Filled Filled) Everywhere(string? text)
    {
        var (fields, filled) = (Fixed.ToList(), new Filled());
        foreach (var box in Boxes)
        {
            var value = string.IsNullOrWhiteSpace(Marks.OneLine(text ?? "")) ? MarkOf(box) : text!;
            fields.Add([box.Name, value]);
            filled[MarkOf(box)] = [box.Clean(value)];
        }

        return (fields, filled);
    }
}
