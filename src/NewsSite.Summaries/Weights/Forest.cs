using System.Buffers.Binary;
using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Weights;

/// <summary>Boosted regression trees: a row goes left where its feature is below the threshold; leaves are summed.</summary>
internal sealed class Forest
{
    private const int HeaderBytes = 8;
    private const int NodeBytes = 7;
    private const byte Leaf = 255;

    private readonly Node[] _nodes;
    private readonly int[] _roots;
    private readonly float _base;
    private readonly bool _logistic;

    private Forest(Node[] nodes, int[] roots, int features, float @base, bool logistic)
    {
        (_nodes, _roots, Features, _base, _logistic) = (nodes, roots, features, @base, logistic);
    }

    /// <summary>Columns of a row.</summary>
    public int Features { get; }

    public int Trees => _roots.Length;

    public int Nodes => _nodes.Length;

    /// <exception cref="InvalidDataException">The bytes are not a forest, or a tree points outside itself.</exception>
    public static Forest Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes) throw new InvalidDataException("The forest has no header.");
        var trees = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        var features = bytes[2];
        var logistic = bytes[3] != 0;
        var start = BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]);
        var nodes = new List<Node>();
        var roots = new int[trees];
        var at = HeaderBytes;
        for (var t = 0; t < trees; t++)
        {
            roots[t] = nodes.Count;
            at += ReadTree(bytes[at..], features, nodes);
        }

        if (at != bytes.Length) throw new InvalidDataException("The forest has bytes behind its last tree.");
        return new Forest([.. nodes], roots, features, start, logistic);
    }

    /// <summary>Scores rows laid end to end.</summary>
    public float[] Score(ReadOnlySpan<float> rows)
    {
        var scores = new float[rows.Length / Features];
        Array.Fill(scores, _base);
        foreach (var root in _roots)
        {
            var tree = _nodes.AsSpan(root);
            for (var r = 0; r < scores.Length; r++) scores[r] += Walk(tree, rows.Slice(r * Features, Features));
        }

        if (!_logistic) return scores;
        for (var r = 0; r < scores.Length; r++) scores[r] = (float)PortableMath.Logistic(scores[r]);
        return scores;
    }

    private static float Walk(ReadOnlySpan<Node> tree, ReadOnlySpan<float> row)
    {
        var node = tree[0];
        while (node.Feature != Leaf) node = tree[row[node.Feature] < node.Value ? node.Left : node.Right];
        return node.Value;
    }

    private static int ReadTree(ReadOnlySpan<byte> bytes, int features, List<Node> nodes)
    {
        var count = bytes.IsEmpty ? 0 : bytes[0];
        if (count == 0 || bytes.Length < 1 + (count * NodeBytes)) throw new InvalidDataException("A tree is cut short.");
        for (var k = 0; k < count; k++)
        {
            var node = bytes.Slice(1 + (k * NodeBytes), NodeBytes);
            var value = BinaryPrimitives.ReadSingleLittleEndian(node[3..]);
            // Children stand behind their parent: that every walk ends is checked here and not at every step.
            var valid = node[0] == Leaf || (node[0] < features && node[1] > k && node[2] > k && node[1] < count && node[2] < count);
            if (!valid || !float.IsFinite(value)) throw new InvalidDataException("A tree has an impossible node.");
            nodes.Add(new Node(value, node[0], node[1], node[2]));
        }

        return 1 + (count * NodeBytes);
    }

    private readonly record struct Node(float Value, byte Feature, byte Left, byte Right);
}
