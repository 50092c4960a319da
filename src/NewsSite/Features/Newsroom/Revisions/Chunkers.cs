using System.Globalization;
using DiffPlex;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>A piece is a line with its end and the blank ones after it.</summary>
internal sealed class ParagraphChunker : IChunker
{
    public static readonly ParagraphChunker Instance = new();

    public IReadOnlyList<string> Chunk(string text) => Pieces.Of(text, (before, next) => before is '\n' && next is not ('\n' or '\r'));
}

/// <summary>A piece is a word, a run of white space, or one other character.</summary>
internal sealed class WordChunker : IChunker
{
    public static readonly WordChunker Instance = new();

    public IReadOnlyList<string> Chunk(string text) => Pieces.Of(text, (before, next) => KindOf(before) != KindOf(next) || KindOf(before) is Kind.Other);

    private static Kind KindOf(char c) =>
        char.IsWhiteSpace(c) ? Kind.Space
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\'' or '’' ? Kind.Word
        : char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format ? Kind.Word
        : Kind.Other;

    private enum Kind
    {
        Word,
        Space,
        Other,
    }
}

internal static class Pieces
{
    /// <param name="isCut">Whether a piece ends between two characters.</param>
    public static IReadOnlyList<string> Of(string text, Func<char, char, bool> isCut)
    {
        var (pieces, start) = (new List<string>(), 0);
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && !isCut(text[at - 1], text[at])) continue;
            pieces.Add(text[start..at]);
            start = at;
        }

        return pieces;
    }

    /// <param name="end">Index after the last piece.</param>
    public static string Text(IReadOnlyList<string> pieces, int start, int end) => string.Concat(pieces.Skip(start).Take(end - start));
}
