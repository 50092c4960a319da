using DiffPlex;
using DiffPlex.Model;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>
/// Brings two texts together that were made from one: what only one of them changed is taken over, what both changed is left to a person.
/// </summary>
/// <remarks>
/// After S. Khanna, K. Kunal and B. C. Pierce, "A Formal Investigation of Diff3" (2007), with paragraphs for lines; but changes in
/// neighbouring paragraphs are no conflict, and the same change made twice is none.
/// </remarks>
public static class TextMerge
{
    private const int MostPieces = 4_000;

    /// <summary>Merges two texts.</summary>
    /// <returns>Pieces that make up the merged text, in order.</returns>
    public static IReadOnlyList<MergePiece> Of(string origin, string mine, string theirs)
    {
        if (mine == theirs || origin == theirs) return [MergePiece.Settled(mine)];
        if (origin == mine) return [MergePiece.Settled(theirs)];

        var (pieces, left, right) = (ParagraphChunker.Instance.Chunk(origin), new Side(origin, mine), new Side(origin, theirs));
        if (pieces.Count > MostPieces || left.IsTooLong || right.IsTooLong) return [new MergePiece(null, mine, theirs)];

        var (merged, at) = (new List<MergePiece>(), 0);
        while (Math.Min(left.NextStart, right.NextStart) is var start && start < int.MaxValue)
        {
            merged.Add(MergePiece.Settled(Pieces.Text(pieces, at, start)));
            var (fromLeft, fromRight) = (left.MapOf(start), right.MapOf(start));
            at = EndOfCluster(left, right, start);
            merged.Add(Settle(Pieces.Text(pieces, start, at), left.Text(fromLeft, at), right.Text(fromRight, at)));
        }

        merged.Add(MergePiece.Settled(Pieces.Text(pieces, at, pieces.Count)));
        return [.. merged.Where(piece => piece.Choice is null || piece.Choice.Length > 0)];
    }

    // Changes that overlap, or begin at one place, are settled together.
    private static int EndOfCluster(Side left, Side right, int start)
    {
        var end = start;
        while (left.Take(start, ref end) || right.Take(start, ref end))
        {
        }

        return end;
    }

    private static MergePiece Settle(string origin, string mine, string theirs) =>
        mine == theirs || origin == theirs ? MergePiece.Settled(mine)
        : origin == mine ? MergePiece.Settled(theirs)
        : new MergePiece(null, mine, theirs);

    /// <summary>One text and how far the walk through its changes has come.</summary>
    private sealed class Side(string origin, string text)
    {
        private readonly IReadOnlyList<string> pieces = ParagraphChunker.Instance.Chunk(text);
        private List<DiffBlock>? blocks;
        private int next;
        private int shift;

        public bool IsTooLong => pieces.Count > MostPieces;

        public int NextStart => next < Blocks.Count ? Blocks[next].DeleteStartA : int.MaxValue;

        private List<DiffBlock> Blocks => blocks ??=
            [.. Differ.Instance.CreateDiffs(origin, text, ignoreWhiteSpace: false, ignoreCase: false, ParagraphChunker.Instance).DiffBlocks.SelectMany(OneByOne)];

        // As many paragraphs as before: each stands for the one in its place.
        private static IEnumerable<DiffBlock> OneByOne(DiffBlock block) => block.DeleteCountA != block.InsertCountB
            ? [block]
            : Enumerable.Range(0, block.DeleteCountA).Select(n => new DiffBlock(block.DeleteStartA + n, 1, block.InsertStartB + n, 1));

        public int MapOf(int at) => at + shift;

        public bool Take(int start, ref int end)
        {
            if (NextStart != start && NextStart >= end) return false;
            var block = Blocks[next++];
            end = Math.Max(end, block.DeleteStartA + block.DeleteCountA);
            shift += block.InsertCountB - block.DeleteCountA;
            return true;
        }

        public string Text(int from, int end) => Pieces.Text(pieces, from, end + shift);
    }
}

/// <param name="Choice">The merged text; null where a person has to choose.</param>
public sealed record MergePiece(string? Choice, string Mine, string Theirs)
{
    /// <summary>A piece that nobody has to choose.</summary>
    public static MergePiece Settled(string text) => new(text, text, text);
}
