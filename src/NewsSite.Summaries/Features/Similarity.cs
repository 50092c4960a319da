namespace NewsSite.Summaries.Features;

/// <summary>Cosines between the sentences of one document, weighted by rarity, and their centrality.</summary>
internal sealed class Similarity
{
    private readonly float[] _cosines;
    private readonly int _count;

    private Similarity(float[] cosines, float[] centrality)
    {
        (_cosines, _count, Centrality) = (cosines, centrality.Length, centrality);
    }

    /// <summary>Cosine of each sentence with the sum of all.</summary>
    public float[] Centrality { get; }

    public float this[int a, int b] => _cosines[(a * _count) + b];

    public ReadOnlySpan<float> Of(int sentence) => _cosines.AsSpan(sentence * _count, _count);

    public static Similarity Between(int[][] stems, int[][] distinct, WordTable words)
    {
        var vectors = Vectors(stems, distinct, words);
        var cosines = new float[distinct.Length * distinct.Length];
        var dense = new float[words.Count];
        for (var i = 0; i < distinct.Length; i++)
        {
            Scatter(distinct[i], vectors[i], dense);
            for (var j = 0; j <= i; j++)
            {
                var dot = Dot(distinct[j], vectors[j], dense);
                cosines[(i * distinct.Length) + j] = cosines[(j * distinct.Length) + i] = (float)dot;
            }

            foreach (var word in distinct[i]) dense[word] = 0;
        }

        return new Similarity(cosines, CentralityOf(distinct, vectors, words.Count));
    }

    private static float[][] Vectors(int[][] stems, int[][] distinct, WordTable words)
    {
        var counts = new int[words.Count];
        var vectors = new float[stems.Length][];
        for (var i = 0; i < stems.Length; i++)
        {
            foreach (var word in stems[i]) counts[word]++;
            var vector = new float[distinct[i].Length];
            var square = 0.0;
            for (var k = 0; k < vector.Length; k++)
            {
                var word = distinct[i][k];
                vector[k] = counts[word] * (float)words.Rarity[word];
                square += (double)vector[k] * vector[k];
                counts[word] = 0;
            }

            var norm = square > 0 ? (float)Math.Sqrt(square) : 1f;
            for (var k = 0; k < vector.Length; k++) vector[k] /= norm;
            vectors[i] = vector;
        }

        return vectors;
    }

    private static float[] CentralityOf(int[][] distinct, float[][] vectors, int wordCount)
    {
        var sum = new float[wordCount];
        for (var i = 0; i < distinct.Length; i++)
        {
            for (var k = 0; k < distinct[i].Length; k++) sum[distinct[i][k]] += vectors[i][k];
        }

        var square = 0.0;
        foreach (var x in sum) square += (double)x * x;
        var norm = square > 0 ? (float)Math.Sqrt(square) : 1f;
        for (var w = 0; w < sum.Length; w++) sum[w] /= norm;
        var centrality = new float[distinct.Length];
        for (var i = 0; i < centrality.Length; i++) centrality[i] = (float)Dot(distinct[i], vectors[i], sum);
        return centrality;
    }

    private static void Scatter(int[] words, float[] values, float[] dense)
    {
        for (var k = 0; k < words.Length; k++) dense[words[k]] = values[k];
    }

    private static double Dot(int[] words, float[] values, float[] dense)
    {
        var sum = 0.0;
        for (var k = 0; k < words.Length; k++) sum += (double)values[k] * dense[words[k]];
        return sum;
    }
}
