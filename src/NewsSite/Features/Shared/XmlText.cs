using System.Text;

namespace NewsSite.Features.Shared;

/// <summary>Text for XML 1.0, which cannot hold every character, not even escaped.</summary>
public static class XmlText
{
    /// <summary>The same text without what would break a document: controls, halves of surrogate pairs, U+FFFE and U+FFFF.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsAllowed)) kept.Append(rune.ToString());
        return kept.ToString();
    }

    // A lone surrogate is enumerated as U+FFFD, which may stand.
    private static bool IsAllowed(Rune rune) => rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and <= 0xFFFD) or >= 0x10000;
}
