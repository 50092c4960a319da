using System.Buffers.Binary;
using Microsoft.ML.Trainers.FastTree;

namespace NewsSite.Summaries.Training.Learning;

/// <summary>Writes trees in the format that <see cref="SummaryWeights"/> reads.</summary>
internal static class ForestWriter
{
    private const byte Leaf = 255;
    private static ReadOnlySpan<byte> Signature => "NSUM1\0"u8;

    /// <summary>One forest. The base score is 0: LightGBM keeps its beginning inside the first tree.</summary>
    public static byte[] Write(RegressionTreeEnsemble ensemble, int features, bool logistic)
    {
        using var stream = new MemoryStream();
        Span<byte> header = stackalloc byte[8];
        BinaryPrimitives.WriteUInt16LittleEndian(header, (ushort)ensemble.Trees.Count);
        (header[2], header[3]) = ((byte)features, logistic ? (byte)1 : (byte)0);
        BinaryPrimitives.WriteSingleLittleEndian(header[4..], (float)ensemble.Bias);
        stream.Write(header);
        for (var t = 0; t < ensemble.Trees.Count; t++) WriteTree(stream, ensemble.Trees[t], ensemble.TreeWeights[t]);
        return stream.ToArray();
    }

    /// <summary>The whole file: five stages, of which the second and third are absent, and an empty dictionary.</summary>
    public static byte[] File(byte[] words, byte[] sentences, byte[] sets)
    {
        using var stream = new MemoryStream();
        stream.Write(Signature);
        foreach (var block in new[] { words, [], [], sentences, sets, [] })
        {
            stream.Write(BitConverter.GetBytes(block.Length));
            stream.Write(block);
        }

        return stream.ToArray();
    }

    private static void WriteTree(MemoryStream stream, RegressionTree tree, double weight)
    {
        var inner = tree.NumericalSplitThresholds.Count;
        if (inner == 0)
        {
            stream.WriteByte(1);
            WriteNode(stream, Leaf, 0, 0, (float)(weight * tree.LeafValues[0]));
            return;
        }

        // Inner nodes first, in their order, then the leaves: children stand behind their parents.
        int Place(int child) => child >= 0 ? child : inner + ~child;
        stream.WriteByte((byte)(inner + tree.LeafValues.Count));
        for (var k = 0; k < inner; k++)
        {
            WriteNode(
                stream,
                (byte)tree.NumericalSplitFeatureIndexes[k],
                Place(tree.LeftChild[k]),
                Place(tree.RightChild[k]),
                Above(tree.NumericalSplitThresholds[k]));
        }

        foreach (var value in tree.LeafValues) WriteNode(stream, Leaf, 0, 0, (float)(weight * value));
    }

    // LightGBM goes left at the threshold too, the library only below it.
    private static float Above(double threshold)
    {
        var value = (float)threshold;
        return value > threshold ? value : MathF.BitIncrement(value);
    }

    private static void WriteNode(MemoryStream stream, byte feature, int left, int right, float value)
    {
        stream.Write([feature, (byte)left, (byte)right]);
        stream.Write(BitConverter.GetBytes(value));
    }
}
