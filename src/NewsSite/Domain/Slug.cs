using System.Globalization;
using System.Text;

namespace NewsSite.Domain;

/// <summary>The last part of an address: lower-case letters and digits of any script, joined by single hyphens.</summary>
public sealed record Slug
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 100;

    private Slug(string value) => Value = value;

    public string Value { get; }

    public override string ToString() => Value;

    /// <exception cref="FormatException"><paramref name="value"/> is not a slug.</exception>
    public static Slug Of(string value) =>
        TryParse(value) ?? throw new FormatException($"“{value}” is not a slug: use lower-case letters, digits and single hyphens, at most {MaxLength} characters.");

    /// <returns>Null when <paramref name="value"/> is not a slug as it stands.</returns>
    public static Slug? TryParse(string? value) =>
        value is { Length: > 0 and <= MaxLength } && value == Fold(value) ? new Slug(value) : null;

    /// <summary>Makes a slug from a headline or a name.</summary>
    /// <returns>Null when the text has no letter or digit.</returns>
    public static Slug? From(string text)
    {
        var folded = Fold(text);
        if (folded.Length > MaxLength) folded = CutAtHyphen(folded);
        return folded.Length == 0 ? null : new Slug(folded);
    }

    /// <summary>This slug with a number behind it: the way out when it is taken.</summary>
    public Slug Numbered(int number)
    {
        var suffix = "-" + number.ToString(CultureInfo.InvariantCulture);
        var room = MaxLength - suffix.Length;
        return new Slug((Value.Length > room ? CutAtHyphen(Value[..room]) : Value) + suffix);
    }

    private static string CutAtHyphen(string folded)
    {
        var cut = folded[..Math.Min(folded.Length, MaxLength)];
        if (char.IsHighSurrogate(cut[^1])) cut = cut[..^1];
        var hyphen = cut.LastIndexOf('-');
        return hyphen > MaxLength / 2 ? cut[..hyphen] : cut.Trim('-');
    }

    private static string Fold(string text)
    {
        var slug = new StringBuilder(text.Length);
        var afterLatin = false;
        foreach (var rune in Decomposed(text))
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (IsMark(category))
            {
                // Accents fall off Latin letters; in other scripts marks carry the vowel.
                if (!afterLatin && slug.Length > 0 && slug[^1] != '-') slug.Append(rune.ToString());
            }
            else if (IsLetterOrDigit(category))
            {
                var plain = Plain(rune);
                slug.Append(plain);
                afterLatin = char.IsAscii(plain[^1]);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && !IsApostrophe(rune))
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
    }

    private static StringRuneEnumerator Decomposed(string text)
    {
        // A lone surrogate cannot be normalized; it is no letter either.
        var valid = string.Concat(text.EnumerateRunes().Select(rune => rune == Rune.ReplacementChar ? " " : rune.ToString()));
        return valid.Normalize(NormalizationForm.FormD).EnumerateRunes();
    }

    private static string Plain(Rune rune) => Rune.ToLowerInvariant(rune).Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        var value => new Rune(value).ToString(),
    };

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or 'ʼ';

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsLetterOrDigit(UnicodeCategory category) =>
        category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
