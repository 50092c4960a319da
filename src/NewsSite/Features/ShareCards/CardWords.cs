using System.Globalization;
using System.Text;

namespace NewsSite.Features.ShareCards;

/// <summary>What of a text can be set in type: anybody may have typed it.</summary>
internal static class CardWords
{
    // Vowel signs and tone marks come by threes; more of them is a tower over the line.
    private const int MaxMarks = 4;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int SoftHyphen = 0xAD;
    private const int FirstPictogram = 0x2190;

    /// <returns>One line: no control, no order of direction, no pictogram, which the fonts do not hold, and not two blanks in a row.</returns>
    /// <param name="text">Text; half a surrogate pair in it is left out.</param>
    /// <param name="max">Characters; nothing after them is looked at.</param>
    public static string Of(string text, int max)
    {
        var clean = new StringBuilder();
        var marks = 0;
        foreach (var rune in text.EnumerateRunes().Take(max))
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (IsBlank(category)) clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else if (marks <= MaxMarks && IsSet(rune, category, clean)) clean.Append(rune.ToString());
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>The beginning of a text, cut between two letters as people see them.</summary>
    public static string Cut(string text, int[] letters, int count) => text[..letters[count]].TrimEnd(' ', ',', ';', ':', '.', '-', '–', '—') + "…";

    private static bool IsBlank(UnicodeCategory category) =>
        category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control;

    private static bool IsSet(Rune rune, UnicodeCategory category, StringBuilder before) => category switch
    {
        UnicodeCategory.Format => before.Length > 0 && before[^1] != ' ' && rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner or SoftHyphen,
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        UnicodeCategory.OtherSymbol => rune.Value < FirstPictogram,
        UnicodeCategory.NonSpacingMark => rune.Value is not (>= 0xFE00 and <= 0xFE0F or >= 0xE0100),
        UnicodeCategory.EnclosingMark => false,
        UnicodeCategory.ModifierSymbol => rune.Value < FirstPictogram,
        _ => true,
    };
}
