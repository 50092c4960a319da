using System.Buffers.Binary;

namespace NewsSite.Summaries.Weights;

/// <summary>
/// One tree, filled up to a complete one so that every row takes the same number of steps and no step is a jump that
/// the processor has to guess. Node k has the children 2k+1 and 2k+2.
/// </summary>
internal sealed class Tree
{
    private const byte Leaf = 255;
    private const int NodeBytes = 7;
    private const int DeepestTree = 12;

    private readonly Split[] _splits;
    private readonly float[] _leaves;

    private Tree(Split[] splits, float[] leaves, int nodes)
    {
        (_splits, _leaves, Nodes) = (splits, leaves, nodes);
    }

    /// <summary>Nodes in the file, leaves included.</summary>
    public int Nodes { get; }

    /// <exception cref="InvalidDataException">Cut short, or a node that cannot be.</exception>
    public static Tree Read(ReadOnlySpan<byte> bytes, int features, out int length)
    {
        var count = bytes.IsEmpty ? 0 : bytes[0];
        length = 1 + (count * NodeBytes);
        if (count == 0 || bytes.Length < length) throw new InvalidDataException("A tree is cut short.");
        var nodes = new Node[count];
        for (var k = 0; k < count; k++) nodes[k] = ReadNode(bytes.Slice(1 + (k * NodeBytes), NodeBytes), k, count, features);
        var depth = Depth(nodes, 0);
        if (depth > DeepestTree) throw new InvalidDataException("A tree is too deep.");
        var tree = new Tree(new Split[(1 << depth) - 1], new float[1 << depth], count);
        tree.Fill(nodes, 0, 0);
        return tree;
    }

    /// <summary>Adds to each score the leaf that its row reaches.</summary>
    public void AddTo(Span<float> scores, ReadOnlySpan<float> rows, int width)
    {
        var splits = _splits;
        for (var r = 0; r < scores.Length; r++)
        {
            var row = rows.Slice(r * width, width);
            var at = 0;
            while (at < splits.Length)
            {
                var split = splits[at];
                at = (2 * at) + (row[split.Feature] < split.Threshold ? 1 : 2);
            }

            scores[r] += _leaves[at - splits.Length];
        }
    }

    private static Node ReadNode(ReadOnlySpan<byte> bytes, int place, int count, int features)
    {
        var node = new Node(bytes[0], bytes[1], bytes[2], BinaryPrimitives.ReadSingleLittleEndian(bytes[3..]));
        // Children stand behind their parent, so that every walk ends.
        var valid = node.Feature == Leaf
            || (node.Feature < features && node.Left > place && node.Right > place && node.Left < count && node.Right < count);
        return valid && float.IsFinite(node.Value) ? node : throw new InvalidDataException("A tree has an impossible node.");
    }

    private static int Depth(Node[] nodes, int at) =>
        nodes[at].Feature == Leaf ? 0 : 1 + Math.Max(Depth(nodes, nodes[at].Left), Depth(nodes, nodes[at].Right));

    // Below an early leaf every way leads to its value.
    private void Fill(Node[] nodes, int from, int to)
    {
        var node = nodes[from];
        if (to >= _splits.Length) _leaves[to - _splits.Length] = node.Value;
        else
        {
            var isLeaf = node.Feature == Leaf;
            _splits[to] = isLeaf ? new Split(0, float.PositiveInfinity) : new Split(node.Feature, node.Value);
            Fill(nodes, isLeaf ? from : node.Left, (2 * to) + 1);
            Fill(nodes, isLeaf ? from : node.Right, (2 * to) + 2);
        }
    }

    private readonly record struct Node(byte Feature, byte Left, byte Right, float Value);

    private readonly record struct Split(int Feature, float Threshold);
}
