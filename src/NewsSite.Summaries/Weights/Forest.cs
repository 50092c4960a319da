using System.Buffers.Binary;
using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Weights;

/// <summary>Boosted regression trees: a row goes left where its feature is below the threshold; leaves are summed.</summary>
internal sealed class Forest
{
    private const int HeaderBytes = 8;

    private readonly Tree[] _trees;
    private readonly float _base;
    private readonly bool _logistic;

    private Forest(Tree[] trees, int features, float @base, bool logistic)
    {
        (_trees, Features, _base, _logistic) = (trees, features, @base, logistic);
    }

    /// <summary>Columns of a row.</summary>
    public int Features { get; }

    public int Trees => _trees.Length;

    public int Nodes => _trees.Sum(t => t.Nodes);

    /// <exception cref="InvalidDataException">The bytes are not a forest, or a tree points outside itself.</exception>
    public static Forest Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes) throw new InvalidDataException("The forest has no header.");
        var trees = new Tree[BinaryPrimitives.ReadUInt16LittleEndian(bytes)];
        var features = bytes[2];
        var logistic = bytes[3] != 0;
        var start = BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]);
        if (!float.IsFinite(start)) throw new InvalidDataException("The forest has no beginning.");
        var rest = bytes[HeaderBytes..];
        for (var t = 0; t < trees.Length; t++)
        {
            trees[t] = Tree.Read(rest, features, out var length);
            rest = rest[length..];
        }

        if (!rest.IsEmpty) throw new InvalidDataException("The forest has bytes behind its last tree.");
        return new Forest(trees, features, start, logistic);
    }

    /// <summary>Scores rows laid end to end.</summary>
    public float[] Score(ReadOnlySpan<float> rows)
    {
        var scores = new float[rows.Length / Features];
        Array.Fill(scores, _base);
        // Tree by tree: a tree stays in the nearest cache while all rows pass through it.
        foreach (var tree in _trees) tree.AddTo(scores, rows, Features);
        if (!_logistic) return scores;
        for (var r = 0; r < scores.Length; r++) scores[r] = (float)PortableMath.Logistic(scores[r]);
        return scores;
    }
}
