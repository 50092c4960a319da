using System.Text;

namespace NewsSite.Markup;

/// <summary>Characters that have no place in a news text: control characters go, halves of surrogate pairs become U+FFFD.</summary>
internal static class CleanCharacters
{
    public static string In(string text)
    {
        var clean = new StringBuilder(text.Length);
        var normalized = text.ReplaceLineEndings("\n"); // U+0085, U+2028 and U+2029 included: one way to end a line
        foreach (var rune in normalized.EnumerateRunes()) // a lone surrogate is enumerated as U+FFFD
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
