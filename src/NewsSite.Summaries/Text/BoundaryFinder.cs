using System.Buffers;
using System.Globalization;

namespace NewsSite.Summaries.Text;

/// <summary>Walks one paragraph from mark to mark. Reads each character a bounded number of times.</summary>
internal sealed class BoundaryFinder(string text, SplittingRules rules)
{
    private const int LongestInnerQuotation = 200;
    private const int LongestSpeaker = 16;

    private static readonly SearchValues<char> Opening = SearchValues.Create("\"'“‘„«‹([{¿¡-–—•*");
    private static readonly SearchValues<char> Closing = SearchValues.Create("\"'”’“»›)]}");
    private static readonly SearchValues<char> FullWidthClosing = SearchValues.Create("」』”’）】》〉");
    private static readonly SearchValues<char> FullWidth = SearchValues.Create("。！？｡．।॥");
    private static readonly SearchValues<char> SpacedMarks = SearchValues.Create(".!?…؟۔‼⁇⁈⁉");
    private static readonly SearchValues<char> SpeechVerbs = SearchValues.Create("说說道称稱问問");
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?…؟۔‼⁇⁈⁉。！？｡．।॥\n「『（");

    private readonly FullStopRules _fullStops = new(text, rules);

    /// <summary>Offset just behind the sentence that begins at <paramref name="start"/>; at least one character on.</summary>
    public int EndOfSentence(int start)
    {
        var i = start;
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        var first = i;
        while (i < text.Length)
        {
            var step = text.AsSpan(i).IndexOfAny(Stops);
            if (step < 0) break;
            i += step;
            var end = EndAt(i, start, out var next);
            if (end > first) return end;
            i = next;
        }

        return text.Length;
    }

    // Returns the end of the sentence when the mark at i ends one, else -1 and where to read on.
    private int EndAt(int i, int start, out int next)
    {
        var c = text[i];
        if (SpacedMarks.Contains(c)) return AfterSpacedMark(i, start, out next);
        if (FullWidth.Contains(c)) return AfterFullWidthMark(i, out next);
        next = i + 1;
        if (c == '\n') return IsEmptyLineAfter(i) ? i : -1;
        next = BehindInnerQuotation(i);
        return -1;
    }

    private int AfterSpacedMark(int i, int start, out int next)
    {
        var markEnd = i;
        while (markEnd < text.Length && SpacedMarks.Contains(text[markEnd])) markEnd++;
        var end = markEnd;
        while (end < text.Length && Closing.Contains(text[end])) end++;
        end = TakeSpacedGuillemet(end);
        next = Math.Max(end, markEnd);
        if (end == text.Length) return end;
        if (!char.IsWhiteSpace(text[end]) && !IsEastAsian(text[end]))
        {
            next = markEnd;
            return -1;
        }

        return IsBoundary(i, markEnd, end, start) ? end : -1;
    }

    private bool IsBoundary(int mark, int markEnd, int end, int start)
    {
        var visible = end;
        while (visible < text.Length && (char.IsWhiteSpace(text[visible]) || Opening.Contains(text[visible]))) visible++;
        if (visible < text.Length && char.IsLower(text[visible])) return false;
        return markEnd - mark > 1 || text[mark] != '.' || _fullStops.Ends(new FullStop(mark, end, visible, start));
    }

    // French sets a space before the closing guillemet; a word right behind it would mean that it opens.
    private int TakeSpacedGuillemet(int end)
    {
        if (end >= text.Length || text[end] is not (' ' or '\u00A0' or '\u202F')) return end;
        if (end + 1 >= text.Length || text[end + 1] is not ('»' or '”')) return end;
        return end + 2 == text.Length || char.IsWhiteSpace(text[end + 2]) || char.IsPunctuation(text[end + 2]) ? end + 2 : end;
    }

    private int AfterFullWidthMark(int i, out int next)
    {
        var end = i + 1;
        while (end < text.Length && (FullWidth.Contains(text[end]) || FullWidthClosing.Contains(text[end]))) end++;
        if (end < text.Length && text[end] is '"' or '\'' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]))) end++;
        next = end;
        var closed = FullWidthClosing.Contains(text[end - 1]);
        return closed && end < text.Length && (IsParticle(text[end]) || NamesSpeaker(end)) ? -1 : end;
    }

    // 「…。」と述べた: the quotation is a part of the sentence around it.
    private static bool IsParticle(char c) =>
        c is 'と' or 'っ' or 'な' or 'で' or 'に' or 'を' or 'は' or 'が' or 'の' or 'も' or '、' or '，';

    // “……。”市长说。
    private bool NamesSpeaker(int at)
    {
        var rest = text.AsSpan(at, Math.Min(LongestSpeaker, text.Length - at));
        var end = rest.IndexOfAny(FullWidth);
        return rest[..(end < 0 ? rest.Length : end)].ContainsAny(SpeechVerbs);
    }

    // Full stops inside brackets or a short East Asian quotation do not end the sentence around them.
    private int BehindInnerQuotation(int open)
    {
        var close = text[open] switch { '「' => '」', '『' => '』', _ => '）' };
        var window = text.AsSpan(open + 1, Math.Min(LongestInnerQuotation, text.Length - open - 1));
        var length = window.IndexOf(close);
        if (length < 0) return open + 1;
        var (lastInside, behind) = (open + length, open + length + 2);
        // A quotation that ends with its own full stop and is not carried on ends the sentence.
        var ends = close != '）' && FullWidth.Contains(text[lastInside]) && (behind >= text.Length || !IsParticle(text[behind]));
        return ends ? lastInside : behind;
    }

    private bool IsEmptyLineAfter(int newline)
    {
        for (var i = newline + 1; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n') return true;
        }

        return false;
    }

    private static bool IsEastAsian(char c) =>
        Marks.IsIdeographOrKana(c) && char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter;
}
