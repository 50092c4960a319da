using System.Text;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>Tells by its letters whether a text can be in the language of another.</summary>
internal static class WritingSystems
{
    public const int Latin = 1;
    public const int Cyrillic = 2;
    public const int Greek = 3;
    public const int Arabic = 4;
    public const int Han = 5;
    public const int Kana = 6;
    public const int Hangul = 7;

    private const int Blocks = 16;

    // Japanese without kana is .4 to .5 like Japanese; Russian with a quarter of Latin names .78.
    private const double LeastAlike = .6;

    /// <returns>False when a script stands in <paramref name="text"/> that <paramref name="article"/> has not, or the mixture is another.</returns>
    public static bool AreAlike(string text, string article)
    {
        var (ours, theirs) = (Shares(text), Shares(article));
        return ours.Keys.All(theirs.ContainsKey) && ours.Sum(share => Math.Min(share.Value, theirs[share.Key])) >= LeastAlike;
    }

    /// <returns>The script, or for scripts without a name here the block of 128 code points.</returns>
    public static int Of(int c) => c switch
    {
        < 0x0250 or (>= 0x1E00 and <= 0x1EFF) or (>= 0xFF21 and <= 0xFF5A) => Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => Greek,
        >= 0x0400 and <= 0x052F => Cyrillic,
        (>= 0x0600 and <= 0x077F) or (>= 0x08A0 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) => Arabic,
        (>= 0x1100 and <= 0x11FF) or (>= 0x3130 and <= 0x318F) or (>= 0xAC00 and <= 0xD7AF) => Hangul,
        (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9F) => Kana,
        (>= 0x3005 and <= 0x3007) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF) => Han,
        _ => Blocks + (c >> 7),
    };

    private static Dictionary<int, double> Shares(string text)
    {
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).CountBy(rune => Of(rune.Value)).ToList();
        var all = letters.Sum(script => script.Value);
        return letters.ToDictionary(script => script.Key, script => (double)script.Value / all);
    }
}
