using System.Text;

namespace NewsSite.Domain;

/// <summary>
/// What is kept of a text that comes from outside. Control characters go, because HTML cannot carry them; halves of surrogate pairs become
/// U+FFFD. Everything else is kept as it is.
/// </summary>
public static class CleanText
{
    /// <summary>A text of one line: where it had tabs or line ends, it has spaces.</summary>
    public static string OneLine(string text) => Lines(text).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>A text of several lines, each ended by U+000A alone; tabs stay.</summary>
    public static string Lines(string text)
    {
        var clean = new StringBuilder(text.Length);
        var normalized = text.ReplaceLineEndings("\n"); // U+000C, U+0085, U+2028 and U+2029 included: one way to end a line
        foreach (var rune in normalized.EnumerateRunes()) // a lone surrogate is enumerated as U+FFFD
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
