using NewsSite.TagHelpers;

namespace NewsSite.Features.ShareCards;

/// <summary>Draws a card: ink on paper as on the site itself, in the light colours, mirrored for scripts that run from the right.</summary>
public static class CardArt
{
    private const int Margin = 60;
    private const int PictureWidth = 540;
    private const int Gutter = 48;
    private const int LabelTop = Margin + 6 + 10;
    private const int LabelHeight = 44;
    private const int HeadlineTop = 136;
    private const int FootTop = 534;
    private const int NameHeight = 60;

    private static readonly int[] Paper = [0xfc, 0xfa, 0xf5];
    private static readonly int[] Ink = [0x1e, 0x1a, 0x16];

    private static readonly CardType Beside = new(CardFonts.Reading, [76, 70, 64, 58, 52, 47, 42, 38, 34], .97, -.014);
    private static readonly CardType Alone = new(CardFonts.Reading, [132, 120, 108, 97, 88, 80, 72, 64, 56, 50, 44], .97, -.014);
    private static readonly CardType Label = new(CardFonts.Label, [28, 24], 1, 0);
    private static readonly CardType Nameplate = new(CardFonts.Reading, [36, 30, 25, 21], 1, -.012);

    /// <summary>The colours of the sections on light paper, as in site.css.</summary>
    public static readonly IReadOnlyDictionary<string, int[]> Hues = new Dictionary<string, int[]>(StringComparer.Ordinal)
    {
        ["blue"] = [0x1a, 0x55, 0x80],
        ["red"] = [0xa0, 0x2a, 0x1c],
        ["ochre"] = [0x7b, 0x50, 0x00],
        ["green"] = [0x2b, 0x61, 0x38],
        ["plum"] = [0x6f, 0x31, 0x73],
        ["teal"] = [0x0a, 0x5f, 0x62],
        ["slate"] = [0x4c, 0x56, 0x61],
    };

    /// <param name="picture">Bytes of the picture over the article; null for none.</param>
    /// <returns>A PNG of <see cref="ShareCard.Width"/> × <see cref="ShareCard.Height"/>.</returns>
    public static byte[] Draw(ShareCard card, byte[]? picture)
    {
        var isRightToLeft = TextDirection.Of(card.Language) == "rtl";
        var crop = picture is null ? null : CardPicture.Crop(picture, PictureWidth, ShareCard.Height, card.FocusX, card.FocusY);
        var width = ShareCard.Width - (2 * Margin) - (crop is null ? 0 : PictureWidth + Gutter - Margin);
        var sheet = new CardSheet(Paper, isRightToLeft, Margin, width);

        if (crop is not null) sheet.Place(crop);
        var hue = Hues.GetValueOrDefault(card.Hue, Hues["slate"]);
        if (Set(Label, card.SectionName, LabelHeight) is { } label)
        {
            sheet.Print(label, LabelTop, hue);
            sheet.Rule(Margin, 6, isRightToLeft ? width - label.X : label.X + label.Ink.Width, hue);
        }

        if (Set(crop is null ? Alone : Beside, card.Headline, FootTop - HeadlineTop - 36) is { } headline) sheet.Print(headline with { Y = 0 }, HeadlineTop, Ink);
        sheet.Rule(FootTop, 2, width, Ink);
        sheet.Rule(FootTop + 5, 2, width, Ink);
        if (Set(Nameplate, card.SiteName, NameHeight) is { } name) sheet.Print(name, FootTop + 16, Ink);
        return sheet.ToPng();

        SetText? Set(CardType type, string text, int height) => type.Fit(CardWords.Of(text, 400), card.Language, isRightToLeft, width, height);
    }
}
