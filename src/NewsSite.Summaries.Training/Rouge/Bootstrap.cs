namespace NewsSite.Summaries.Training.Rouge;

/// <summary>A mean with its 95 % interval.</summary>
/// <param name="Mean">Of the values.</param>
/// <param name="Low">2.5th percentile of resampled means.</param>
/// <param name="High">97.5th percentile.</param>
/// <param name="ShareNotAboveZero">Of resampled means; one-sided p for "no better".</param>
internal readonly record struct Interval(double Mean, double Low, double High, double ShareNotAboveZero)
{
    private const int Resamples = 4000;

    /// <summary>Percentile bootstrap with a fixed seed: the same values give the same interval.</summary>
    public static Interval Of(IReadOnlyList<double> values)
    {
        var random = new Random(7);
        var means = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Count; i++) sum += values[random.Next(values.Count)];
            means[r] = sum / values.Count;
        }

        Array.Sort(means);
        return new Interval(
            values.Average(),
            means[(int)(.025 * Resamples)],
            means[(int)(.975 * Resamples)],
            (double)means.Count(m => m <= 0) / Resamples);
    }
}
