namespace NewsSite.Features.Media.Intake;

/// <summary>
/// What the frame of a picture file says, read without decoding a pixel: so a bomb, a cut-off file or one that is something else besides is
/// refused before a codec sees it or memory grows.
/// </summary>
/// <param name="Kind">In words for people.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Frames">Pictures in the file.</param>
public sealed record PictureScan(string Kind, int Width, int Height, int Frames)
{
    /// <summary>Of one picture, decoded.</summary>
    public const long MaxPixels = 50_000_000;

    /// <summary>Of all pictures in a file together, of which only the first is taken.</summary>
    private const long MaxPixelsOfAll = 10 * MaxPixels;

    public const string WhatIsTaken = "is not a JPEG, PNG, WebP, GIF or AVIF picture.";

    private const string IsBroken = "is damaged: its parts do not add up.";
    private const string IsCutOff = "is cut off: its end is missing.";

    /// <returns>Null with a reason that goes on after the file's name.</returns>
    public static PictureScan? TryRead(ReadOnlySpan<byte> file, out string? reason)
    {
        try
        {
            var scan = Read(file);
            reason = scan is null ? WhatIsTaken : scan.Complaint();
            return reason is null ? scan : null;
        }
        catch (PictureFormatException e)
        {
            reason = e.Message;
            return null;
        }
        catch (ArgumentOutOfRangeException) // a slice beyond the end
        {
            reason = IsCutOff;
            return null;
        }
    }

    private static PictureScan? Read(ReadOnlySpan<byte> file) =>
        file.StartsWith(JpegFrame.Start) ? JpegFrame.Read(file)
        : file.StartsWith(PngFrame.Start) ? PngFrame.Read(file)
        : file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) ? GifFrame.Read(file)
        : file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8) ? WebpFrame.Read(file)
        : AvifFrame.IsAvif(file) ? AvifFrame.Read(file)
        : null;

    private string? Complaint() =>
        Width <= 0 || Height <= 0 ? "has no pixels."
        : (long)Width * Height > MaxPixels ? $"has over {MaxPixels / 1_000_000} million pixels. Make it smaller and try again."
        : (long)Width * Height * Frames > MaxPixelsOfAll ? $"holds {Frames} pictures, which are too many. Save one of them by itself."
        : null;

    internal static PictureFormatException Broken() => new(IsBroken);

    internal static PictureFormatException CutOff() => new(IsCutOff);

    /// <summary>Bytes behind the end may be another file, a page or a program.</summary>
    internal static PictureFormatException Tail(int bytes) => new($"goes on for {bytes} bytes after its end, as a file does that is two things at once. Save it anew and try again.");
}

internal sealed class PictureFormatException(string reason) : Exception(reason);
