using NetVips;
using NewsSite.Domain.Media;
using NewsSite.Features.Media.Renditions;

namespace NewsSite.Features.Media.Intake;

/// <summary>
/// Decodes what came from outside, once, and makes every size from what it made of it. Upright, in sRGB, without a word of the file's own:
/// neither the place where a photograph was taken nor anything hidden behind a picture is kept. Few at a time, for a decoded picture is large.
/// </summary>
public sealed class Darkroom : IDisposable
{
    /// <summary>The longer side of what is kept (pixels).</summary>
    public const int MaxSide = 3840;

    private const int Places = 2;

    private static readonly double[] Paper = [255, 255, 255];

    private readonly SemaphoreSlim places = new(Places, Places);

    /// <summary>For the whole process, before anything is decoded or drawn.</summary>
    internal static void Prepare()
    {
        NetVips.NetVips.BlockUntrusted = true; // decoders that nobody hardens against hostile files
        Cache.Max = 0; // each picture is decoded once: keeping it would only cost memory
        NetVips.NetVips.Concurrency = 1; // pictures beside each other, not parts of one
    }

    /// <param name="file">Whole, and already found harmless in its frame.</param>
    /// <returns>Null when it cannot be decoded.</returns>
    internal Task<Negative?> DevelopAsync(byte[] file, CancellationToken ct) => InPlaceAsync(() => Task.FromResult(Develop(file)), ct);

    /// <param name="masterAsync">Fetches the picture once its turn has come; null when it is gone.</param>
    /// <param name="area">Of the master, which the rendition's width is made of.</param>
    internal Task<byte[]?> PrintAsync(Func<Task<byte[]?>> masterAsync, CropArea area, Rendition rendition) =>
        InPlaceAsync(async () => await masterAsync() is { } master ? Print(master, area, rendition) : null, CancellationToken.None);

    public void Dispose() => places.Dispose();

    private async Task<T> InPlaceAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            places.Release();
        }
    }

    private static Negative? Develop(byte[] file)
    {
        try
        {
            using var decoded = Image.ThumbnailBuffer(file, MaxSide, height: MaxSide, size: Enums.Size.Down, outputProfile: HasColoursOfItsOwn(file) ? "srgb" : null, failOn: Enums.FailOn.Error);
            var words = EmbeddedWords.Of(decoded);
            using var upright = decoded.Colourspace(Enums.Interpretation.Srgb);
            using var kept = upright.CopyMemory();
            using var opaque = !kept.HasAlpha() ? kept.Copy() : IsOpaque(kept) ? kept.Flatten(background: Paper) : null;
            return opaque is not null
                ? new Negative(opaque.JpegsaveBuffer(q: 90, optimizeCoding: true, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None), "jpg", kept.Width, kept.Height, ToneOf(opaque), words)
                : new Negative(kept.PngsaveBuffer(compression: 6, keep: Enums.ForeignKeep.None), "png", kept.Width, kept.Height, ToneOf(kept), words);
        }
        catch (VipsException)
        {
            return null; // its words are about the codec's insides
        }
    }

    private static byte[] Print(byte[] master, CropArea area, Rendition rendition)
    {
        using var whole = Image.NewFromBuffer(master, access: Enums.Access.Sequential);
        var scale = (double)rendition.Width / area.Width;
        var (width, height) = ((int)Math.Ceiling(whole.Width * scale), (int)Math.Ceiling(whole.Height * scale));
        using var sized = Image.ThumbnailBuffer(master, width, height: height, size: Enums.Size.Force);
        var (left, top) = (Math.Min((int)(area.Left * scale), width - rendition.Width), Math.Min((int)(area.Top * scale), height - 1));
        using var cut = sized.Crop(left, top, rendition.Width, Math.Clamp((int)Math.Round(area.Height * scale), 1, height - top));
        return rendition.Format switch
        {
            Rendition.Webp => cut.WebpsaveBuffer(q: 78, smartSubsample: true, keep: Enums.ForeignKeep.None),
            "png" => cut.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None),
            _ => cut.JpegsaveBuffer(q: 80, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None),
        };
    }

    // Taking colours from one space to another costs ten times what decoding does.
    private static bool HasColoursOfItsOwn(byte[] file)
    {
        using var head = Image.NewFromBuffer(file, access: Enums.Access.Sequential);
        return head.Contains("icc-profile-data") || head.Interpretation is Enums.Interpretation.Cmyk;
    }

    // Drawing programs leave the outermost pixels a little transparent; that nobody sees, and it would cost a photograph's worth of bytes.
    private static bool IsOpaque(Image image)
    {
        using var alpha = image.ExtractBand(image.Bands - 1);
        return alpha.Min() >= 128;
    }

    // Each channel's mean, as the nearest of the four steps that the style sheet knows.
    private static string ToneOf(Image image)
    {
        using var statistics = image.Stats();
        return string.Concat(Enumerable.Range(1, 3).Select(band => "05af"[(int)Math.Round(Math.Clamp(statistics.Getpoint(4, band)[0], 0, 255) / 85)]));
    }
}

/// <summary>What is kept of a picture that came in.</summary>
/// <param name="Master">A JPEG, or a PNG where something is transparent.</param>
/// <param name="Ending">jpg or png.</param>
/// <param name="Words">What the file said of itself.</param>
internal sealed record Negative(byte[] Master, string Ending, int Width, int Height, string Tone, AssetWords Words);
