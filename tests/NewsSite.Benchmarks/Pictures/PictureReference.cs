using SkiaSharp;

namespace NewsSite.Benchmarks.Pictures;

/// <summary>What a smaller picture should look like: each pixel the mean of the light that fell on its area, computed here and by none of the libraries.</summary>
internal sealed class PictureReference
{
    private const int Channels = 3;

    private static readonly float[] Light = [.. Enumerable.Range(0, 256).Select(value => value / 255f is var v && v <= 0.04045f ? v / 12.92f : MathF.Pow((v + 0.055f) / 1.055f, 2.4f))];

    private readonly SKBitmap whole;

    public PictureReference(byte[] jpeg) => whole = Decode(jpeg);

    /// <returns>Peak signal-to-noise ratio in decibels, over all channels as they are shown.</returns>
    public static double Psnr(byte[] reference, byte[] encoded)
    {
        using var bitmap = Decode(encoded);
        var pixels = bitmap.GetPixelSpan();
        var sum = 0.0;
        for (var i = 0; i < reference.Length; i++)
        {
            var difference = reference[i] - pixels[(i / Channels * 4) + (i % Channels)];
            sum += difference * difference;
        }

        return 10 * Math.Log10(255 * 255 / (sum / reference.Length));
    }

    /// <returns>Red, green and blue of each pixel.</returns>
    public byte[] Shrink(int width, int height)
    {
        var rows = Mean(Columns(width), whole.Height, width * Channels, height);
        return [.. rows.Select(Shown)];
    }

    private IEnumerable<float[]> Columns(int width)
    {
        for (var y = 0; y < whole.Height; y++)
        {
            var line = y;
            var pixels = Enumerable.Range(0, whole.Width).Select(x => Pixel(line, x));
            yield return Mean(pixels, whole.Width, Channels, width);
        }
    }

    private float[] Pixel(int y, int x)
    {
        var at = whole.GetPixelSpan().Slice(((y * whole.Width) + x) * 4, Channels);
        return [Light[at[0]], Light[at[1]], Light[at[2]]];
    }

    // Each source counts for as much of it as lies within the target.
    private static float[] Mean(IEnumerable<float[]> sources, int count, int length, int targets)
    {
        var result = new float[targets * length];
        var scale = (double)count / targets;
        var index = 0;
        foreach (var source in sources)
        {
            var last = Math.Min(targets - 1, (int)((index + 1 - 1e-9) / scale));
            for (var target = (int)(index / scale); target <= last; target++)
            {
                var share = (float)((Math.Min(index + 1, (target + 1) * scale) - Math.Max(index, target * scale)) / scale);
                for (var i = 0; i < length; i++) result[(target * length) + i] += source[i] * share;
            }

            index++;
        }

        return result;
    }

    private static byte Shown(float light) => (byte)Math.Clamp(MathF.Round(255 * (light <= 0.0031308f ? 12.92f * light : (1.055f * MathF.Pow(light, 1 / 2.4f)) - 0.055f)), 0, 255);

    private static SKBitmap Decode(byte[] bytes) => SKBitmap.Decode(bytes, SKBitmap.DecodeBounds(bytes).WithColorType(SKColorType.Rgba8888));
}
