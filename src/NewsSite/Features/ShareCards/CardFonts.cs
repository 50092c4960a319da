using NetVips;

namespace NewsSite.Features.ShareCards;

/// <summary>
/// The type that cards are set in, shipped beside the program: the site's own faces, and Noto for the scripts that they do not hold. What none of
/// them holds, such as Chinese, is set in whatever the machine has.
/// </summary>
internal static class CardFonts
{
    private const string Newsreader = "Newsreader Headline";
    private const string Serif = "Noto Serif";
    private const string Arabic = "Noto Naskh Arabic";
    private const string Hebrew = "Noto Serif Hebrew";

    private static readonly string[] Files =
        ["Newsreader-Headline.ttf", "PublicSans-Bold.ttf", "NotoSerif-Regular.ttf", "NotoSans-Bold.ttf", "NotoNaskhArabic-Bold.ttf", "NotoSerifHebrew-Bold.ttf"];

    private static readonly Lazy<bool> Loaded = new(Load);

    /// <returns>Families in the order in which they are asked for a letter. One face sets the whole text, digits and marks included: that of its first letter.</returns>
    public static string Reading(string text) => ScriptOf(text) switch
    {
        CardScript.Arabic => Families(Arabic, Newsreader, Serif, Hebrew),
        CardScript.Hebrew => Families(Hebrew, Newsreader, Serif, Arabic),
        CardScript.Cyrillic => Families(Serif, Newsreader, Arabic, Hebrew),
        _ => Families(Newsreader, Serif, Arabic, Hebrew),
    } + " Medium";

    public static string Label(string text) => ScriptOf(text) switch
    {
        CardScript.Arabic => Families(Arabic, "Public Sans Label", "Noto Sans", Hebrew),
        CardScript.Hebrew => Families(Hebrew, "Public Sans Label", "Noto Sans", Arabic),
        CardScript.Cyrillic => Families("Noto Sans", "Public Sans Label", Arabic, Hebrew),
        _ => Families("Public Sans Label", "Noto Sans", Arabic, Hebrew),
    } + " Bold";

    /// <summary>Of the first letter that belongs to one.</summary>
    public static CardScript ScriptOf(string text) => text.EnumerateRunes().Select(ScriptOf).FirstOrDefault(script => script is not CardScript.None);

    private static CardScript ScriptOf(System.Text.Rune rune) => rune.Value switch
    {
        _ when !System.Text.Rune.IsLetter(rune) => CardScript.None,
        >= 0x370 and < 0x530 => CardScript.Cyrillic, // and Greek, which the same face holds
        >= 0x590 and < 0x600 or >= 0xFB1D and < 0xFB50 => CardScript.Hebrew,
        >= 0x600 and < 0x780 or >= 0x8A0 and < 0x900 or >= 0xFB50 and < 0xFE00 or >= 0xFE70 and < 0xFEFF => CardScript.Arabic,
        _ => CardScript.Latin,
    };

    private static string Families(params string[] families)
    {
        _ = Loaded.Value;
        return string.Join(',', families);
    }

    // libvips knows a font file from the first text on that was set with it.
    private static bool Load()
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "Fonts", file);
            if (!File.Exists(path)) throw new FileNotFoundException("A font of the share cards is missing.", path);
            using var text = Image.Text("a", fontfile: path);
        }

        return true;
    }
}

internal enum CardScript
{
    None,
    Latin,
    Cyrillic,
    Hebrew,
    Arabic,
}
