using NetVips;
using NewsSite.Features.ShareCards;

namespace NewsSite.Tests.Features.ShareCards;

/// <summary>What stands on a card that was drawn.</summary>
internal sealed class CardReading
{
    private const int HeadlineTop = 130;
    private const int HeadlineEnd = 530;

    private readonly byte[] grey;

    public CardReading(byte[] png)
    {
        using var image = Image.NewFromBuffer(png);
        (Width, Height) = (image.Width, image.Height);
        grey = image.Colourspace(Enums.Interpretation.Bw).ExtractBand(0).Cast(Enums.BandFormat.Uchar).WriteToMemory<byte>();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether there is ink at a place.</summary>
    public bool HasInk(int x, int y) => grey[(y * Width) + x] < 150;

    /// <summary>Share of a field that is ink.</summary>
    public double Ink(int left, int top, int width, int height) =>
        Enumerable.Range(top, height).Sum(y => Enumerable.Range(left, width).Count(x => HasInk(x, y))) / ((double)width * height);

    /// <summary>Where the headline's ink begins and ends in each line of pixels: columns, the last one not in it.</summary>
    public (int Left, int Right) HeadlineSpan()
    {
        var inked = Enumerable.Range(0, Width).Where(x => Ink(x, HeadlineTop, 1, HeadlineEnd - HeadlineTop) > 0).ToList();
        return inked.Count == 0 ? (0, 0) : (inked[0], inked[^1] + 1);
    }

    /// <summary>How many letters of a headline on one line are boxes, as a letter is that no font holds: a frame round next to nothing.</summary>
    public int Boxes()
    {
        var rows = Enumerable.Range(HeadlineTop, HeadlineEnd - HeadlineTop).ToList();
        var (boxes, start) = (0, -1);
        for (var x = 0; x <= Width; x++)
        {
            var inked = x < Width && rows.Exists(y => HasInk(x, y));
            if (inked && start < 0) start = x;
            if (inked || start < 0) continue;
            if (IsBox(start, x - start, rows.FindAll(y => Ink(start, y, x - start, 1) > 0))) boxes++;
            start = -1;
        }

        return boxes;
    }

    private bool IsBox(int left, int width, List<int> rows)
    {
        var (top, height) = (rows[0], rows[^1] - rows[0] + 1);
        return width > 20 && height > 20 && Ink(left, top, width, height) < .6
            && new[] { Ink(left, top, width, 2), Ink(left, top + height - 2, width, 2), Ink(left, top, 2, height), Ink(left + width - 2, top, 2, height) }.All(edge => edge > .9);
    }

    public static byte[] Draw(string headline, string language = "en", byte[]? picture = null, int focusX = 50, int focusY = 50, string section = "Harbour", string site = "The Courier") =>
        CardArt.Draw(new ShareCard(1, headline, language, section, "teal", site, picture is null ? null : "a.png", focusX, focusY), picture);
}
