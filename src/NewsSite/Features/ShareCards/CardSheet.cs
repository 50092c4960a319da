using NetVips;

namespace NewsSite.Features.ShareCards;

/// <summary>The paper of one card, with a column for text at its reading side and a picture at the other.</summary>
/// <param name="margin">Pixels before the column.</param>
/// <param name="width">Of the column (pixels).</param>
internal sealed class CardSheet(int[] paper, bool isRightToLeft, int margin, int width)
{
    private readonly int left = isRightToLeft ? ShareCard.Width - margin - width : margin;

    private Image image = (Image.Black(ShareCard.Width, ShareCard.Height, 3) + paper).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    /// <summary>Puts a picture at the far side, from edge to edge.</summary>
    public void Place(Image picture) => image = image.Insert(picture, isRightToLeft ? 0 : ShareCard.Width - picture.Width, 0);

    /// <param name="top">Of the box that the text was set into.</param>
    public void Print(SetText text, int top, int[] colour)
    {
        using var mask = text.Ink.Embed(left + text.X, top + text.Y, ShareCard.Width, ShareCard.Height);
        image = mask.Ifthenelse(colour, image, blend: true);
    }

    /// <summary>A rule from the column's reading edge.</summary>
    public void Rule(int top, int thickness, int length, int[] colour) =>
        image = image.Insert((Image.Black(length, thickness, 3) + colour).Cast(Enums.BandFormat.Uchar), isRightToLeft ? left + width - length : left, top);

    // 256 colours: less than half the bytes of full colour, and nobody sees it.
    public byte[] ToPng() => image.PngsaveBuffer(compression: 9, palette: true, q: 95, dither: 1, effort: 7, keep: Enums.ForeignKeep.None);
}
