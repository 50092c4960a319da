using System.Buffers.Binary;
using System.Security.Cryptography;
using NewsSite.Summaries.Features;
using NewsSite.Summaries.Weights;

namespace NewsSite.Summaries;

/// <summary>
/// The trained part of <see cref="ForestSummarizer"/>: three forests of small trees, for words, sentences and sets
/// of sentences. They hold no words. Immutable.
/// </summary>
public sealed class SummaryWeights
{
    private const int Stages = 5;
    private static readonly Lazy<SummaryWeights> LazyShipped = new(ReadShipped);

    private SummaryWeights(Forest words, Forest sentences, Forest sets, string fingerprint)
    {
        (Words, Sentences, Sets, Fingerprint) = (words, sentences, sets, fingerprint);
    }

    /// <summary>The weights inside this library; where they come from is told in <c>Weights/PROVENANCE.md</c>.</summary>
    public static SummaryWeights Shipped => LazyShipped.Value;

    /// <summary>First eight hexadecimal digits of the SHA-256 of the file.</summary>
    public string Fingerprint { get; }

    internal Forest Words { get; }

    internal Forest Sentences { get; }

    internal Forest Sets { get; }

    private static ReadOnlySpan<byte> Signature => "NSUM1\0"u8;

    /// <summary>Reads a file that the training program wrote.</summary>
    /// <exception cref="InvalidDataException">Not such a file, damaged, or made for other features.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SummaryWeights Load(string path) => Read(File.ReadAllBytes(path));

    /// <inheritdoc cref="Load(string)"/>
    public static SummaryWeights Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature)) throw new InvalidDataException("The file holds no summary weights.");
        var forests = new Forest?[Stages];
        var at = Signature.Length;
        for (var stage = 0; stage < Stages; stage++)
        {
            if (file.Length < at + 4) throw new InvalidDataException("The weights are cut short.");
            var length = BinaryPrimitives.ReadInt32LittleEndian(file[at..]);
            at += 4;
            if (length < 0 || length > file.Length - at) throw new InvalidDataException("The weights are cut short.");
            forests[stage] = length == 0 ? null : Forest.Read(file.Slice(at, length));
            at += length;
        }

        return new SummaryWeights(
            Expect(forests[0], WordFeatures.Width),
            Expect(forests[3], SentenceFeatures.Width),
            Expect(forests[4], SetFeatures.Width),
            Convert.ToHexStringLower(SHA256.HashData(file)[..4]));
    }

    private static Forest Expect(Forest? forest, int features) =>
        forest?.Features == features
            ? forest
            : throw new InvalidDataException("The weights were made for other features.");

    private static SummaryWeights ReadShipped()
    {
        using var stream = typeof(SummaryWeights).Assembly.GetManifestResourceStream("Weights/shipped.bin")
            ?? throw new InvalidOperationException("The library was built without its weights.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Read(file);
    }
}
