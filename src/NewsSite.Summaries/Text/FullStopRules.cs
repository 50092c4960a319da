using System.Buffers;
using System.Globalization;

namespace NewsSite.Summaries.Text;

/// <summary>A single full stop and its surroundings, as offsets of the paragraph.</summary>
/// <param name="Mark">The full stop.</param>
/// <param name="End">Behind the closing quotes and brackets after it.</param>
/// <param name="Next">The next letter or digit that may open a sentence.</param>
/// <param name="Start">Where the sentence began.</param>
internal readonly record struct FullStop(int Mark, int End, int Next, int Start);

/// <summary>Decides what a full stop before white space means, by the word before it and the word behind.</summary>
internal sealed class FullStopRules(string text, SplittingRules rules)
{
    private const int LongestWord = 24;
    private static readonly SearchValues<char> TokenEdge = SearchValues.Create("\"'“‘„«‹([{¿¡–—•*/");
    private static readonly SearchValues<char> ClosingQuotes = SearchValues.Create("'’\"”»“ ");

    /// <summary>Whether the sentence ends here.</summary>
    public bool Ends(FullStop stop)
    {
        var from = stop.Mark;
        while (from > stop.Start && !char.IsWhiteSpace(text[from - 1]) && !TokenEdge.Contains(text[from - 1])) from--;
        var token = text.AsSpan(from, stop.Mark - from);
        if (IsClosedByQuote(stop)) return token.Length > 1 || (token.Length == 1 && char.IsDigit(token[0]));
        if (token.IsEmpty || token.Length > LongestWord) return true;
        if (token.Length <= 2 && IsDigits(token)) return !IsOrdinal(stop, from);

        var word = token.ToString().ToLowerInvariant();
        if (rules.MayEnd.Contains(word) || IsDotted(token) || EndsSpacedAbbreviation(token, from)) return StarterFollows(stop);
        if (token.Length == 1 && char.IsLetter(token[0])) return !IsInitial(token[0], word) && !SingleLetterFollows(stop);
        if (rules.BeforeNumbers.Contains(word)) return stop.Next >= text.Length || !char.IsDigit(text[stop.Next]);
        return !rules.Titles.Contains(word) && !rules.Abbreviations.Contains(word);
    }

    private bool IsClosedByQuote(FullStop stop)
    {
        var closers = text.AsSpan(stop.Mark + 1, stop.End - stop.Mark - 1).Trim();
        return !closers.IsEmpty && closers.IndexOfAnyExcept(ClosingQuotes) < 0;
    }

    private bool IsOrdinal(FullStop stop, int from)
    {
        if (from == 0 || text.AsSpan(0, from).IsWhiteSpace()) return true; // the number of a list
        return rules.HasOrdinals && !StarterFollows(stop);
    }

    private bool IsInitial(char letter, string word)
    {
        // Scripts without capitals write initials and titles as single letters too.
        var category = char.GetUnicodeCategory(letter);
        return category is UnicodeCategory.UppercaseLetter
            || (category is UnicodeCategory.OtherLetter && !Marks.IsIdeographOrKana(letter))
            || rules.Titles.Contains(word)
            || rules.Abbreviations.Contains(word);
    }

    // "z. B.", "d. h.", "т. е.": abbreviations set with spaces.
    private bool SingleLetterFollows(FullStop stop) =>
        stop.Next + 1 < text.Length && char.IsLetter(text[stop.Next]) && text[stop.Next + 1] == '.';

    private bool EndsSpacedAbbreviation(ReadOnlySpan<char> token, int from) =>
        token.Length == 1
        && char.IsLower(token[0])
        && from >= 3
        && char.IsWhiteSpace(text[from - 1])
        && text[from - 2] == '.'
        && char.IsLetter(text[from - 3])
        && (from == 3 || !char.IsLetter(text[from - 4]));

    private bool StarterFollows(FullStop stop)
    {
        var end = stop.Next;
        while (end < text.Length && end - stop.Next < LongestWord && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '\'' or '’')) end++;
        if (end == stop.Next) return false;
        var word = text[stop.Next..end].ToLowerInvariant();
        if (rules.Starters.Contains(word)) return true;
        var elision = word.AsSpan().IndexOfAny('\'', '’');
        return elision > 0 && rules.Starters.Contains(word[..(elision + 1)].Replace('’', '\''));
    }

    /// <summary>"U.S", "z.B", "т.е": letters in groups of one or two (with their vowel signs) between full stops.</summary>
    private static bool IsDotted(ReadOnlySpan<char> token)
    {
        if (token.Length < 3 || !token.Contains('.')) return false;
        var letters = 0;
        foreach (var c in token)
        {
            if (c == '.') letters = 0;
            else if (char.IsLetter(c)) letters++;
            else if (!IsVowelSign(c)) return false;
            if (letters > 2) return false;
        }

        return true;
    }

    private static bool IsVowelSign(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsDigits(ReadOnlySpan<char> token)
    {
        foreach (var c in token)
        {
            if (!char.IsDigit(c)) return false;
        }

        return true;
    }
}
