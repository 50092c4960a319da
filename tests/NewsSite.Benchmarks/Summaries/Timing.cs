using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsSite.Benchmarks.Summaries;

/// <summary>Times of one stage over many runs: processor time of this thread where the system tells it, else the clock's.</summary>
internal sealed partial class Timing(string name)
{
    private const int ThreadProcessorTime = 3;
    private readonly List<double> _milliseconds = [];

    /// <summary>What is measured; on a busy machine only processor time means something.</summary>
    public static string Source => OperatingSystem.IsLinux() ? "processor time" : "elapsed time";

    public T Measure<T>(Func<T> stage)
    {
        var start = Now();
        var result = stage();
        _milliseconds.Add(Now() - start);
        return result;
    }

    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Min((int)(share * sorted.Count), sorted.Count - 1)];
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{name,-34} p50 {Percentile(.5),8:F3} ms   p95 {Percentile(.95),8:F3} ms   max {Percentile(1),8:F3} ms");

    private static double Now()
    {
        if (!OperatingSystem.IsLinux() || ClockGetTime(ThreadProcessorTime, out var time) != 0)
            return Stopwatch.GetElapsedTime(0).TotalMilliseconds;
        return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
