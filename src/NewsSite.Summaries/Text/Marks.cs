using System.Buffers;

namespace NewsSite.Summaries.Text;

/// <summary>The punctuation that rules and features ask about, for all scripts at once.</summary>
internal static class Marks
{
    public const string QuoteChars = "\"“”„‟«»‹›";

    // The Arabic question mark, the Urdu full stop and the dandas were not in the training data, which is English.
    private const string TerminalChars = ".?!…。？！؟۔।॥｡．";

    public static readonly SearchValues<char> Quotes = SearchValues.Create(QuoteChars);
    public static readonly SearchValues<char> OpeningQuotes = SearchValues.Create(QuoteChars + "'‘");
    public static readonly SearchValues<char> Closers = SearchValues.Create(QuoteChars + "'’)]}」』）");
    public static readonly SearchValues<char> Endings = SearchValues.Create(TerminalChars + QuoteChars + "'’)]}」』）");
    public static readonly SearchValues<char> QuestionMarks = SearchValues.Create("?？؟⁇⁈");
    public static readonly SearchValues<char> Commas = SearchValues.Create(",，、،");

    /// <summary>Whether the last visible character ends a sentence, or closes a quotation or bracket.</summary>
    public static bool EndsLikeASentence(ReadOnlySpan<char> sentence)
    {
        var text = sentence.TrimEnd();
        return text.IsEmpty || Endings.Contains(text[^1]);
    }

    public static bool IsQuestion(ReadOnlySpan<char> sentence)
    {
        var end = sentence.Length;
        while (end > 0 && (char.IsWhiteSpace(sentence[end - 1]) || Closers.Contains(sentence[end - 1]))) end--;
        return end > 0 && QuestionMarks.Contains(sentence[end - 1]);
    }

    public static int Count(ReadOnlySpan<char> text, SearchValues<char> marks)
    {
        var count = 0;
        while (text.IndexOfAny(marks) is var at and >= 0)
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }

    /// <summary>Characters that stand for a token of their own: Han, Hiragana and Katakana.</summary>
    public static bool IsIdeographOrKana(int codePoint) => codePoint
        is (>= 0x3041 and <= 0x30FF and not 0x30FB and not (>= 0x3097 and <= 0x309C) and not 0x30A0)
        or (>= 0x3400 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF)
        or 0x3005
        or (>= 0x20000 and <= 0x3FFFF);
}
