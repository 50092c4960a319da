using System.Runtime.InteropServices;
using SkiaSharp;

namespace NewsSite.Benchmarks.Pictures;

/// <summary>A picture of 24 megapixels with what photographs have: soft gradients, edges, fine texture, noise. Always the same.</summary>
internal static class Photograph
{
    public const int Width = 6_000;
    public const int Height = 4_000;

    private const int Shapes = 400;
    private const int Noise = 10;

    public static byte[] Jpeg()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Draw(bitmap);
        Roughen(MemoryMarshal.AsBytes(bitmap.GetPixelSpan()), bitmap);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 92);
        return data.ToArray();
    }

    private static void Draw(SKBitmap bitmap)
    {
        var random = new Random(7);
        using var canvas = new SKCanvas(bitmap);
        using var sky = SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(Width, Height), [new SKColor(40, 90, 170), new SKColor(230, 190, 140), new SKColor(30, 60, 40)], SKShaderTileMode.Clamp);
        using var ground = new SKPaint { Shader = sky };
        canvas.DrawRect(0, 0, Width, Height, ground);
        for (var i = 0; i < Shapes; i++)
        {
            using var paint = new SKPaint { Color = new SKColor((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(60, 256)), IsAntialias = true, IsStroke = i % 3 == 0, StrokeWidth = random.Next(1, 12) };
            var (x, y, size) = (random.Next(Width), random.Next(Height), random.Next(20, 500));
            if (i % 2 == 0) canvas.DrawCircle(x, y, size, paint);
            else canvas.DrawRect(x, y, size, random.Next(20, 500), paint);
        }
    }

    // Noise of a sensor, and a fabric whose threads are near the limit of what a smaller picture can show.
    private static void Roughen(Span<byte> read, SKBitmap bitmap)
    {
        var random = new Random(11);
        var bytes = read.ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i % 4 == 3) continue;
            var (x, y) = (i / 4 % Width, i / 4 / Width);
            var thread = x is > 3_500 and < 5_000 && y is > 2_000 and < 3_500 ? (int)(40 * Math.Sin(x * x / 9_000.0) * Math.Sin(y * 0.7)) : 0;
            bytes[i] = (byte)Math.Clamp(bytes[i] + thread + random.Next(-Noise, Noise + 1), 0, 255);
        }

        Marshal.Copy(bytes, 0, bitmap.GetPixels(), bytes.Length);
    }
}
