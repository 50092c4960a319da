using NetVips;
using NewsSite.Domain.Media;

namespace NewsSite.Features.ShareCards;

/// <summary>The part of a picture that a card shows.</summary>
internal static class CardPicture
{
    /// <param name="focusX">Per cent from the left: kept as near the middle as the edges allow.</param>
    /// <param name="focusY">Per cent from the top.</param>
    /// <returns>Null when the bytes are no picture.</returns>
    public static Image? Crop(byte[] bytes, int width, int height, int focusX, int focusY)
    {
        try
        {
            using var upright = Image.NewFromBuffer(bytes).Autorot();
            var scale = Math.Max((double)width / upright.Width, (double)height / upright.Height);
            var (wide, high) = (Math.Max(width, (int)Math.Round(upright.Width * scale)), Math.Max(height, (int)Math.Round(upright.Height * scale)));
            var scaled = Image.ThumbnailBuffer(bytes, wide, height: high, size: Enums.Size.Force); // which the library keeps in sRGB
            if (scaled.HasAlpha()) scaled = scaled.Flatten();
            if (scaled.Bands != 3) scaled = scaled.Colourspace(Enums.Interpretation.Srgb);
            return scaled.Crop(CropArea.Start(wide, width, focusX), CropArea.Start(high, height, focusY), width, height).Cast(Enums.BandFormat.Uchar).CopyMemory();
        }
        catch (VipsException)
        {
            return null;
        }
    }
}
