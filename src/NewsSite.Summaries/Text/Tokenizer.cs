using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsSite.Summaries.Text;

/// <summary>The tokens of one sentence: lower case, composed, joined by single spaces in one string.</summary>
internal sealed class SentenceTokens(string joined, TextRange[] ranges)
{
    public static readonly SentenceTokens None = new("", []);

    /// <summary>Equal for sentences with the same tokens.</summary>
    public string Joined { get; } = joined;

    public int Count => ranges.Length;

    public ReadOnlySpan<char> this[int index] => Joined.AsSpan(ranges[index].Start, ranges[index].Length);
}

/// <summary>Cuts text into runs of letters and digits; each ideograph or kana is a token.</summary>
internal static class Tokenizer
{
    private const int StemLength = 6;

    public static SentenceTokens Read(string sentence)
    {
        var text = Compose(sentence);
        // Each token costs at most its length in lower case and one space.
        var buffer = ArrayPool<char>.Shared.Rent((2 * text.Length) + 2);
        try
        {
            var run = new TokenRun(buffer);
            for (var at = 0; at < text.Length;)
            {
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used);
                run.Add(rune);
                at += used;
            }

            return run.Finish();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>First six characters: enough to join most inflected forms in any alphabet.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> token)
    {
        var end = 0;
        for (var taken = 0; taken < StemLength && end < token.Length; taken++)
        {
            Rune.DecodeFromUtf16(token[end..], out _, out var used);
            end += used;
        }

        return token[..end];
    }

    /// <summary>Length in characters (code points), not code units.</summary>
    public static int CharacterCount(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) count--;
        }

        return count;
    }

    private static string Compose(string text)
    {
        // No character below U+0300 composes with a neighbour, and normalization refuses lone surrogates.
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0) return text;
        var clean = HasLoneSurrogate(text) ? ReplaceLoneSurrogates(text) : text;
        return clean.Normalize(NormalizationForm.FormC);
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }

        return false;
    }

    private static string ReplaceLoneSurrogates(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune); // lone surrogates come out as U+FFFD
        return clean.ToString();
    }

    private ref struct TokenRun(char[] buffer)
    {
        private readonly List<TextRange> _ranges = [];
        private int _start;
        private int _end;

        public void Add(Rune rune)
        {
            if (Marks.IsIdeographOrKana(rune.Value))
            {
                Close();
                Append(rune);
                Close();
            }
            else if (IsLetterOrNumber(rune)) Append(Rune.ToLowerInvariant(rune));
            else if (!IsMark(rune)) Close();
            else if (_end > _start && !IsArabicDecoration(rune)) Append(rune);
        }

        public SentenceTokens Finish()
        {
            Close();
            if (_ranges.Count == 0) return SentenceTokens.None;
            return new SentenceTokens(new string(buffer, 0, _start - 1), [.. _ranges]);
        }

        private void Append(Rune rune) => _end += rune.EncodeToUtf16(buffer.AsSpan(_end));

        private void Close()
        {
            if (_end == _start) return;
            _ranges.Add(new TextRange(_start, _end - _start));
            buffer[_end++] = ' ';
            _start = _end;
        }

        private static bool IsLetterOrNumber(Rune rune)
        {
            if (rune.IsAscii) return char.IsAsciiLetterOrDigit((char)rune.Value);
            return rune.Value != 0x640 && Rune.GetUnicodeCategory(rune) is
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
        }

        private static bool IsMark(Rune rune) => rune.Value == 0x640 || (!rune.IsAscii && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

        // Vowel signs and the stretching tatweel are optional in Arabic: with and without is the same word.
        private static bool IsArabicDecoration(Rune rune) => rune.Value is 0x640 or (>= 0x64B and <= 0x652) or 0x670;
    }
}
