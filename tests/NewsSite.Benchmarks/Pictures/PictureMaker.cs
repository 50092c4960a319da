using ImageMagick;
using SkiaSharp;
using Vips = NetVips.Image;

namespace NewsSite.Benchmarks.Pictures;

/// <summary>Each library as its own documentation would have it used: decode once where it decodes once, then every variant twice.</summary>
internal static class PictureMaker
{
    public const int WebpQuality = 78;
    public const int JpegQuality = 80;

    public static readonly int[] Widths = [320, 640, 960, 1280, 1920, 2560];

    public static readonly Dictionary<string, (string Words, Func<byte[], IEnumerable<Variant>> Make)> All = new()
    {
        ["vips"] = ("NetVips 3.2.0, libvips 8.18.7", source => MakeByVips(source, isLinear: false)),
        ["vips-linear"] = ("the same in linear light", source => MakeByVips(source, isLinear: true)),
        ["skia-mipmaps"] = ("SkiaSharp 4.154.0, mipmaps", source => MakeBySkia(source, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear))),
        ["skia-cubic"] = ("SkiaSharp 4.154.0, Mitchell", source => MakeBySkia(source, new SKSamplingOptions(SKCubicResampler.Mitchell))),
        ["magick"] = ("Magick.NET-Q8 15.1.0, Lanczos", MakeByMagick),
    };

    public static int HeightOf(int width) => (int)Math.Round((double)width * Photograph.Height / Photograph.Width);

    private static IEnumerable<Variant> MakeByVips(byte[] source, bool isLinear)
    {
        NetVips.Cache.Max = 0; // no picture of a site is made of the same one twice in a row
        foreach (var width in Widths)
        {
            using var small = Vips.ThumbnailBuffer(source, width, height: HeightOf(width), size: NetVips.Enums.Size.Force, linear: isLinear);
            using var pixels = small.CopyMemory();
            yield return new Variant(width, "webp", pixels.WebpsaveBuffer(q: WebpQuality));
            yield return new Variant(width, "jpg", pixels.JpegsaveBuffer(q: JpegQuality));
        }
    }

    private static IEnumerable<Variant> MakeBySkia(byte[] source, SKSamplingOptions sampling)
    {
        using var whole = SKBitmap.Decode(source);
        foreach (var width in Widths)
        {
            using var small = whole.Resize(new SKSizeI(width, HeightOf(width)), sampling);
            using var webp = small.Encode(SKEncodedImageFormat.Webp, WebpQuality);
            using var jpeg = small.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
            yield return new Variant(width, "webp", webp.ToArray());
            yield return new Variant(width, "jpg", jpeg.ToArray());
        }
    }

    private static IEnumerable<Variant> MakeByMagick(byte[] source)
    {
        using var whole = new MagickImage(source);
        foreach (var width in Widths)
        {
            using var small = whole.Clone();
            small.FilterType = FilterType.Lanczos;
            small.Resize(new MagickGeometry((uint)width, (uint)HeightOf(width)) { IgnoreAspectRatio = true });
            small.Quality = WebpQuality;
            yield return new Variant(width, "webp", small.ToByteArray(MagickFormat.WebP));
            small.Quality = JpegQuality;
            yield return new Variant(width, "jpg", small.ToByteArray(MagickFormat.Jpeg));
        }
    }
}

/// <param name="Format">Extension of its file.</param>
internal sealed record Variant(int Width, string Format, byte[] Bytes);
