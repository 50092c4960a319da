using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NewsSite.Benchmarks.Pictures;

/// <summary>Three libraries make the same twelve variants of one large photograph, each in a process of its own.</summary>
internal static class PictureBenchmark
{
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newssite-pictures-").FullName;
        try
        {
            var jpeg = Photograph.Jpeg();
            var source = Path.Combine(folder, "source.jpg");
            await File.WriteAllBytesAsync(source, jpeg);
            var reference = new PictureReference(jpeg);
            var wanted = PictureMaker.Widths.ToDictionary(width => width, width => reference.Shrink(width, PictureMaker.HeightOf(width)));
            Say($"{Photograph.Width}×{Photograph.Height} JPEG of {jpeg.Length / 1e6:F1} MB; variants {string.Join(", ", PictureMaker.Widths)} px wide, WebP q{PictureMaker.WebpQuality} and JPEG q{PictureMaker.JpegQuality}; {Environment.ProcessorCount} processors\n");
            Say($"| Library | ms | ratio | processor ms | ratio | peak MB (at start) | ratio | WebP KB | dB | JPEG KB | dB |");
            Say($"|---|---|---|---|---|---|---|---|---|---|---|");
            PictureRun? first = null;
            foreach (var (maker, (words, _)) in PictureMaker.All)
            {
                var results = Directory.CreateDirectory(Path.Combine(folder, maker)).FullName;
                var run = await MeasureAsync(maker, source, results);
                first ??= run;
                var (webp, jpg) = (Quality(results, "webp", wanted), Quality(results, "jpg", wanted));
                Say($"| {words} | {run.Milliseconds:N0} | {run.Milliseconds / first.Milliseconds:F2} | {run.ProcessorMilliseconds:N0} | {run.ProcessorMilliseconds / first.ProcessorMilliseconds:F2} | {run.PeakMegabytes:N0} ({run.StartMegabytes:N0}) | {run.PeakMegabytes / first.PeakMegabytes:F2} | {webp.Bytes / 1e3:N0} | {webp.Decibels:F1} | {jpg.Bytes / 1e3:N0} | {jpg.Decibels:F1} |");
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<PictureRun> MeasureAsync(string maker, string source, string results)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Assembly(), "pictures", maker, source, results]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<PictureRun>(line)! : throw new InvalidOperationException($"{maker} ended with {process.ExitCode}.");
    }

    // Run by “dotnet NAME.dll”, the program's path is that of dotnet.
    private static IEnumerable<string> Assembly() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PictureBenchmark).Assembly.Location] : [];

    /// <returns>All bytes of a format, and the mean of the decibels of its variants.</returns>
    private static (long Bytes, double Decibels) Quality(string folder, string format, Dictionary<int, byte[]> wanted)
    {
        var files = wanted.Select(pair => (Wanted: pair.Value, Bytes: File.ReadAllBytes(Path.Combine(folder, $"{pair.Key}.{format}")))).ToList();
        return (files.Sum(file => (long)file.Bytes.Length), files.Average(file => PictureReference.Psnr(file.Wanted, file.Bytes)));
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
