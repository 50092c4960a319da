using System.Globalization;
using System.Text;

namespace NewsSite.Data.Search;

/// <summary>Takes texts apart as the index does.</summary>
public static class SearchWords
{
    private const int MaxPhrases = 12;

    /// <summary>What a reader typed: each word by itself, and words in quotation marks as one phrase.</summary>
    /// <param name="typed">Any text is safe. After twelve words or phrases, the rest is not looked at.</param>
    public static IReadOnlyList<SearchPhrase> Typed(string typed)
    {
        var parts = typed.Split('"', '“', '”', '„');
        return [.. parts.SelectMany((part, index) => IsQuoted(index, parts.Length) ? Phrase(part) : Of(part).Select(word => new SearchPhrase([word]))).Take(MaxPhrases)];
    }

    /// <summary>The words of a text, as written, in order.</summary>
    public static IEnumerable<string> Of(string text) => Spans(text).Select(span => text[span]);

    /// <summary>Where the words of a text stand.</summary>
    public static IEnumerable<Range> Spans(string text)
    {
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var length = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var read) is System.Buffers.OperationStatus.Done ? read : 1;
            if (read > 0 && IsPartOfWord(rune)) start = start < 0 ? i : start;
            else if (start >= 0)
            {
                yield return start..i;
                start = -1;
            }

            i += length;
        }

        if (start >= 0) yield return start..;
    }

    /// <summary>A word without its accents and capitals: two words that fold alike are one to the index.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.ToValidText().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark) folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return folded.ToString();
    }

    // The pieces between quotation marks are those of odd place, if the mark is closed.
    private static bool IsQuoted(int index, int count) => index % 2 == 1 && index < count - 1;

    private static IEnumerable<SearchPhrase> Phrase(string quoted) => Of(quoted).Take(MaxPhrases).ToList() is { Count: > 0 } words ? [new SearchPhrase(words)] : [];

    private static bool IsPartOfWord(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.NonSpacingMark;

    private static string ToValidText(this string text) => string.Concat(text.EnumerateRunes());
}

/// <summary>Words that must stand one after the other; most often one word.</summary>
/// <param name="Words">Letters and digits only.</param>
/// <param name="IsBeginning">The last word may go on: <c>heighten</c> finds “heightening”.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Words, bool IsBeginning = false)
{
    /// <summary>As FTS5 writes it (sqlite.org/fts5.html, "FTS5 Strings").</summary>
    /// <param name="mark">One of <see cref="SearchMarks"/>; null for the text itself.</param>
    internal string ToQuery(char? mark) => $"\"{string.Join(' ', Words.Select(word => mark + word))}\"{(IsBeginning ? "*" : "")}";
}
