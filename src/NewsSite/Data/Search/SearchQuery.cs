using System.Runtime.CompilerServices;
using System.Text;

namespace NewsSite.Data.Search;

/// <summary>Turns what a reader typed into an FTS5 query that can only look for words.</summary>
internal static class SearchQuery
{
    private const int MaxWords = 12;

    /// <returns>Null when there is no word to look for.</returns>
    public static string? From(string typed)
    {
        var words = Words(typed).Take(MaxWords).Select(word => $"\"{word}\"").ToList();
        if (words.Count == 0) return null;

        words[^1] += "*"; // the last word may be unfinished
        return string.Join(' ', words);
    }

    public static FormattableString Ids(string query) =>
        FormattableStringFactory.Create("SELECT rowid AS \"Value\" FROM ArticleSearch WHERE ArticleSearch MATCH {0}", query);

    private static IEnumerable<string> Words(string typed)
    {
        var word = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
