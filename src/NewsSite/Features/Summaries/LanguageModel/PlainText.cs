using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>Tells prose from markup, links, lists and characters that cannot be seen.</summary>
internal static partial class PlainText
{
    /// <returns>What is wrong with the text, or null.</returns>
    public static string? Complaint(string text)
    {
        if (text.EnumerateRunes().Any(IsForbidden)) return "a character that cannot be seen or has no meaning";
        if (Markup().Match(text) is { Success: true } markup) return $"markup ({markup.Value.Trim()})";
        if (Link().IsMatch(text)) return "a link or an address";
        return ListItem().IsMatch(text) ? "a list" : null;
    }

    private static bool IsForbidden(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or '\t' => false,
        0x200C or 0x200D => false, // Persian and the scripts of India are spelt with them.
        0xFFFD or 0x2028 or 0x2029 => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned,
    };

    [GeneratedRegex(@"[<>*_`#\[\]{}|\\~^=]|&#?\w+;|!\(|^\s*[-–—]{2,}", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Markup();

    [GeneratedRegex(@"://|\bwww\.|\bmailto:|@|[\p{L}\d]\.\p{L}{2,}(?:\b|/)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(?:[-–—•·‣▪+]\s|\d{1,2}[.)]\s|\(?[a-z]\)\s)", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ListItem();
}
