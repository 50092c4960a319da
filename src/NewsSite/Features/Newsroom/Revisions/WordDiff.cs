using DiffPlex;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>What two texts have in common and what not: by paragraphs first, then word by word in those that differ.</summary>
public static class WordDiff
{
    // The search for the shortest difference takes the square of what differs: longer passages are shown as replaced whole.
    private const int MostPieces = 4_000;

    /// <returns>Runs that make up <paramref name="after"/> without the removed ones, and <paramref name="before"/> without the added ones.</returns>
    public static IReadOnlyList<DiffRun> Of(string before, string after) =>
        Joined(Runs(before, after, ParagraphChunker.Instance, (gone, come) => Runs(gone, come, WordChunker.Instance, Replaced)));

    private static IEnumerable<DiffRun> Runs(string before, string after, IChunker chunker, Func<string, string, IEnumerable<DiffRun>> inside)
    {
        var (old, @new) = (chunker.Chunk(before), chunker.Chunk(after));
        if (old.Count > MostPieces || @new.Count > MostPieces) return Replaced(before, after);

        var (runs, at) = (new List<DiffRun>(), 0);
        foreach (var block in Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker).DiffBlocks)
        {
            runs.Add(new DiffRun(DiffKind.Same, Pieces.Text(old, at, block.DeleteStartA)));
            at = block.DeleteStartA + block.DeleteCountA;
            runs.AddRange(inside(Pieces.Text(old, block.DeleteStartA, at), Pieces.Text(@new, block.InsertStartB, block.InsertStartB + block.InsertCountB)));
        }

        runs.Add(new DiffRun(DiffKind.Same, Pieces.Text(old, at, old.Count)));
        return runs;
    }

    private static IEnumerable<DiffRun> Replaced(string before, string after) => [new(DiffKind.Removed, before), new(DiffKind.Added, after)];

    private static List<DiffRun> Joined(IEnumerable<DiffRun> runs)
    {
        var joined = new List<DiffRun>();
        foreach (var run in runs.Where(run => run.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1].Kind == run.Kind) joined[^1] = new DiffRun(run.Kind, joined[^1].Text + run.Text);
            else joined.Add(run);
        }

        return joined;
    }
}

public enum DiffKind
{
    Same,
    Added,
    Removed,
}

/// <param name="Text">Never empty.</param>
public sealed record DiffRun(DiffKind Kind, string Text);
