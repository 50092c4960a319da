using NewsSite.Summaries.Text;

namespace NewsSite.Summaries;

/// <summary>
/// Finds the sentences of a paragraph by rules: abbreviations, initials, decimals, ordinals, quotations, ellipses.
/// Lists for a language stand in <c>Splitting/</c>; without a known language all lists apply together.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Cuts a paragraph into pieces that join back to it exactly.</summary>
    /// <param name="paragraph">Plain text. An empty line ends a sentence, a single line break does not.</param>
    /// <param name="language">BCP 47 tag, if known.</param>
    /// <returns>
    /// One piece for each sentence, with the white space behind it (and before the first one). None for empty text;
    /// one piece for white space only.
    /// </returns>
    public static IReadOnlyList<TextRange> Split(string paragraph, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        var pieces = new List<TextRange>();
        var finder = new BoundaryFinder(paragraph, SplittingRules.For(language));
        var start = 0;
        while (start < paragraph.Length)
        {
            var end = finder.EndOfSentence(start);
            while (end < paragraph.Length && char.IsWhiteSpace(paragraph[end])) end++;
            pieces.Add(new TextRange(start, end - start));
            start = end;
        }

        return pieces;
    }

    /// <summary>Finds a text as whole sentences of a paragraph, one or a few; a dateline before the first may be left out.</summary>
    /// <param name="paragraph">Plain text.</param>
    /// <param name="text">Without white space around it.</param>
    /// <param name="language">BCP 47 tag, if known.</param>
    /// <returns>Its first place; null when the paragraph does not hold it, or holds it as a part of a longer sentence.</returns>
    public static TextRange? Find(string paragraph, string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        if (string.IsNullOrEmpty(text) || !paragraph.Contains(text, StringComparison.Ordinal)) return null;

        var sentences = Sentences(paragraph, language);
        var ends = sentences.Select(s => s.End).ToHashSet();
        var starts = sentences.SelectMany(s => new[] { s.Start, s.Start + Dateline.Length(paragraph.Substring(s.Start, s.Length)) });
        foreach (var start in starts)
        {
            if (ends.Contains(start + text.Length) && string.CompareOrdinal(paragraph, start, text, 0, text.Length) == 0)
                return new TextRange(start, text.Length);
        }

        return null;
    }

    /// <summary>The sentences of a paragraph without the white space around them; never empty ones.</summary>
    /// <inheritdoc cref="Split"/>
    public static IReadOnlyList<TextRange> Sentences(string paragraph, string? language = null)
    {
        var sentences = new List<TextRange>();
        foreach (var piece in Split(paragraph, language))
        {
            var (start, end) = (piece.Start, piece.End);
            while (start < end && char.IsWhiteSpace(paragraph[start])) start++;
            while (end > start && char.IsWhiteSpace(paragraph[end - 1])) end--;
            if (end > start) sentences.Add(new TextRange(start, end - start));
        }

        return sentences;
    }
}
