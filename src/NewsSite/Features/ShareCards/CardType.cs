using System.Globalization;
using NetVips;

namespace NewsSite.Features.ShareCards;

/// <summary>How a text is set.</summary>
/// <param name="Families">Names the fonts for a text, as Pango reads them.</param>
/// <param name="Sizes">Pixels, largest first: the first at which the whole text fits is taken.</param>
/// <param name="Leading">Of the face's own line height.</param>
/// <param name="Tracking">Parts of the size; joined scripts are never spaced.</param>
internal sealed record CardType(Func<string, string> Families, int[] Sizes, double Leading, double Tracking)
{
    /// <summary>Sets a text into a box: smaller, and at last cut with an ellipsis, when it is long.</summary>
    /// <param name="words">Clean, by <see cref="CardWords"/>.</param>
    /// <param name="language">BCP 47; some letters differ by it.</param>
    /// <returns>The ink, and where it stands within the box; null when there is none.</returns>
    public SetText? Fit(string words, string language, bool isRightToLeft, int width, int height)
    {
        var line = new Line(this, language, isRightToLeft, height);
        foreach (var size in Sizes)
        {
            if (line.Set(words, size, width, Enums.TextWrap.Word) is not { } whole) continue;
            return Balanced(line, words, size, whole, width, isRightToLeft);
        }

        return line.Set(words, Sizes[^1], width, Enums.TextWrap.WordChar) ?? Shortened(line, words, width);
    }

    // Lines of about one length: the narrowest column that needs no further line.
    private static SetText Balanced(Line line, string words, int size, SetText whole, int width, bool isRightToLeft)
    {
        var (best, tooNarrow, narrowest) = (whole, width / 2, width);
        while (whole.Ink.Height > 1.6 * size && narrowest - tooNarrow > width / 40)
        {
            var middle = (tooNarrow + narrowest) / 2;
            if (line.Set(words, size, middle, Enums.TextWrap.Word) is { } set && set.Ink.Height < whole.Ink.Height + (size / 2)) (best, narrowest) = (set, middle);
            else tooNarrow = middle;
        }

        return isRightToLeft ? best with { X = best.X + width - narrowest } : best;
    }

    private SetText? Shortened(Line line, string words, int width)
    {
        var letters = StringInfo.ParseCombiningCharacters(words);
        SetText? best = null;
        var (fits, tooLong) = (0, letters.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (line.Set(CardWords.Cut(words, letters, middle), Sizes[^1], width, Enums.TextWrap.WordChar) is { } set) (best, fits) = (set, middle);
            else tooLong = middle;
        }

        return best;
    }

    private sealed class Line(CardType type, string language, bool isRightToLeft, int maxHeight)
    {
        /// <returns>Null when it is larger than the box, or shows nothing.</returns>
        public SetText? Set(string words, int size, int width, Enums.TextWrap wrap)
        {
            if (words.Length == 0) return null;
            try
            {
                var ink = Image.Text(Markup(words, size), font: $"{type.Families(words)} {size}", width: width, align: Enums.Align.Low, dpi: 72, wrap: wrap);
                return ink.Width > width || ink.Height > maxHeight
                    ? null
                    : new SetText(ink, Math.Clamp(ink.Xoffset, 0, width - ink.Width), Math.Clamp(ink.Yoffset, 0, maxHeight - ink.Height));
            }
            catch (VipsException)
            {
                return null; // letters without ink
            }
        }

        // The mark in front gives the line its direction, whatever it begins with.
        private string Markup(string words, int size)
        {
            var (tracking, leading) = CardFonts.ScriptOf(words) switch
            {
                CardScript.Arabic => (0, type.Leading * .85), // joined, and its face leaves much room
                CardScript.Cyrillic => (0, type.Leading * .9),
                _ => ((int)(type.Tracking * size * 1024), type.Leading),
            };
            return string.Create(CultureInfo.InvariantCulture, $"<span lang=\"{Escape(language)}\" line_height=\"{leading}\" letter_spacing=\"{tracking}\" insert_hyphens=\"false\" font_features=\"liga=1\">{(isRightToLeft ? '\u200F' : '\u200E')}{Escape(words)}</span>");
        }

        private static string Escape(string text) =>
            text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
    }
}

/// <param name="Ink">One band: 255 where ink is.</param>
/// <param name="X">Pixels from the box's left edge.</param>
/// <param name="Y">Pixels from the box's top.</param>
internal sealed record SetText(Image Ink, int X, int Y);
