namespace NewsSite.Features.Importing;

/// <summary>What came of loading an edition.</summary>
public sealed class EditionReport
{
    private readonly List<EditionProblem> problems = [];

    public int Added { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Left alone because an editor has changed the article since.</summary>
    public int Kept { get; private set; }

    public IReadOnlyList<EditionProblem> Problems => problems;

    public void Count(ImportOutcome outcome)
    {
        switch (outcome)
        {
            case ImportOutcome.Added: Added++; break;
            case ImportOutcome.Updated: Updated++; break;
            case ImportOutcome.Unchanged: Unchanged++; break;
            case ImportOutcome.Kept: Kept++; break;
            case ImportOutcome.Skipped: break;
        }
    }

    public void Add(EditionProblem problem) => problems.Add(problem);
}

public enum ImportOutcome
{
    Added,
    Updated,
    Unchanged,
    Kept,
    Skipped,
}

/// <param name="File">Path inside the edition's folder.</param>
/// <param name="Line">From 1; null when the whole file is meant.</param>
/// <param name="Reason">What is wrong and what to write instead.</param>
public sealed record EditionProblem(string File, int? Line, string Reason)
{
    public override string ToString() => Line is null ? $"{File}: {Reason}" : $"{File}({Line}): {Reason}";
}
