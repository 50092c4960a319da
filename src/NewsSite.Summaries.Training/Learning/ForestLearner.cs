using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace NewsSite.Summaries.Training.Learning;

/// <summary>Rows of features laid end to end, and what to learn for each.</summary>
internal sealed record TrainingRows(int Width, IReadOnlyList<(float[] Rows, float[] Labels)> Parts);

/// <summary>Learns a small forest with LightGBM and writes it in the format of the library.</summary>
/// <param name="trees">Number of trees.</param>
/// <param name="leastRows">Rows that a leaf must hold at least.</param>
/// <param name="logistic">Labels are 0 or 1 and the forest gives probabilities.</param>
internal sealed class ForestLearner(int trees, int leastRows, bool logistic)
{
    private const int Depth = 5;
    private const double LearningRate = .12;
    private const int Bins = 63;
    private const int Seed = 5;
    private const int Threads = 1; // sums depend on the number of threads

    /// <returns>The bytes of one forest.</returns>
    public byte[] Learn(TrainingRows rows)
    {
        var context = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows.Width);
        var data = context.Data.LoadFromEnumerable(Enumerate(rows), schema);
        return ForestWriter.Write(logistic ? LearnProbability(context, data) : LearnValue(context, data), rows.Width, logistic);
    }

    private RegressionTreeEnsemble LearnProbability(MLContext context, IDataView data) =>
        context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            LabelColumnName = nameof(Row.IsTrue),
            FeatureColumnName = nameof(Row.Features),
            Sigmoid = 1,
            NumberOfIterations = trees,
            LearningRate = LearningRate,
            NumberOfLeaves = 1 << Depth,
            MinimumExampleCountPerLeaf = leastRows,
            MaximumBinCountPerFeature = Bins,
            HandleMissingValue = false,
            Booster = Booster(),
            Seed = Seed,
            Deterministic = true,
            NumberOfThreads = Threads,
        }).Fit(data).Model.SubModel.TrainedTreeEnsemble;

    private RegressionTreeEnsemble LearnValue(MLContext context, IDataView data) =>
        context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            NumberOfIterations = trees,
            LearningRate = LearningRate,
            NumberOfLeaves = 1 << Depth,
            MinimumExampleCountPerLeaf = leastRows,
            MaximumBinCountPerFeature = Bins,
            HandleMissingValue = false,
            Booster = Booster(),
            Seed = Seed,
            Deterministic = true,
            NumberOfThreads = Threads,
        }).Fit(data).Model.TrainedTreeEnsemble;

    private static GradientBooster.Options Booster() => new()
    {
        MaximumTreeDepth = Depth,
        SubsampleFraction = .8,
        SubsampleFrequency = 1,
        FeatureFraction = .8,
        MinimumChildWeight = 1,
    };

    private static IEnumerable<Row> Enumerate(TrainingRows rows)
    {
        foreach (var (values, labels) in rows.Parts)
        {
            for (var i = 0; i < labels.Length; i++)
                yield return new Row { Features = values[(i * rows.Width)..((i + 1) * rows.Width)], Label = labels[i], IsTrue = labels[i] > .5f };
        }
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];
        public float Label { get; set; }
        public bool IsTrue { get; set; }
    }
}
