namespace NewsSite.Domain.Articles;

/// <summary>Cuts a text into parts that mostly stay the same when somebody changes a sentence: paragraphs, and pieces of long ones.</summary>
public static class TextParts
{
    // A word changed costs about this much; a text of so many parts costs a number for each.
    private const int Least = 60;
    private const int Most = 800;

    /// <returns>Parts that make up the text again when they are put together.</returns>
    public static IEnumerable<string> Of(string text)
    {
        for (var (start, at) = (0, 0); at < text.Length; at++)
        {
            var isLast = at == text.Length - 1;
            if (!isLast && !IsCut(text, start, at)) continue;
            yield return text[start..(at + 1)];
            start = at + 1;
        }
    }

    private static bool IsCut(string text, int start, int at)
    {
        var length = at + 1 - start;
        if (char.IsHighSurrogate(text[at]) || length < Least) return false;
        if (length >= Most) return true;
        if (text[at] == '\n') return text[at + 1] != '\n' && (text[at - 1] == '\n' || length > Most / 4);
        return length > Most / 2 && text[at] == ' ' && text[at - 1] is '.' or '?' or '!' or '。' or '۔';
    }
}
