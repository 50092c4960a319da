using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NewsSite.Benchmarks.Pictures;

/// <summary>What one library took, alone in its process.</summary>
/// <param name="Milliseconds">Elapsed, the median of the runs.</param>
/// <param name="ProcessorMilliseconds">Of all threads together, the median of the runs.</param>
/// <param name="PeakMegabytes">The most that the process had in memory at once.</param>
/// <param name="StartMegabytes">What it had before the first run.</param>
internal sealed record PictureRun(double Milliseconds, double ProcessorMilliseconds, double PeakMegabytes, double StartMegabytes)
{
    private const int Runs = 5;

    /// <summary>Makes the variants in this process, leaves them in a folder and prints what it took.</summary>
    public static int Make(string maker, string source, string folder)
    {
        var bytes = File.ReadAllBytes(source);
        var (elapsed, processor, start) = (new List<double>(), new List<double>(), Peak());
        for (var run = 0; run < Runs; run++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var variants = PictureMaker.All[maker].Make(bytes).ToList();
            elapsed.Add(watch.Elapsed.TotalMilliseconds);
            processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            if (run > 0) continue;
            foreach (var variant in variants) File.WriteAllBytes(Path.Combine(folder, $"{variant.Width}.{variant.Format}"), variant.Bytes);
        }

        Console.WriteLine(JsonSerializer.Serialize(new PictureRun(Median(elapsed), Median(processor), Peak(), start)));
        return 0;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static double Peak() =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
}
