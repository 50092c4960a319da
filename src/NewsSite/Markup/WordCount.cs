using System.Text;

namespace NewsSite.Markup;

/// <summary>
/// Counts words for the reading time. A word is a run of letters, marks and digits, which an apostrophe, hyphen, point or comma
/// between two of them does not end ("don't", "sixty-four", "1,200.50"). Chinese and Japanese have no spaces: two Han or Kana characters
/// count as one word. Thai, Lao, Burmese and Khmer have none either: five of their letters count as one word.
/// </summary>
public static class WordCount
{
    private const int CjkCharactersPerWord = 2;
    private const int SoutheastAsianLettersPerWord = 5;

    public static int Of(string text)
    {
        int words = 0, cjk = 0, southeast = 0;
        bool inWord = false, joined = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsCjk(rune.Value)) (cjk, inWord, joined) = (cjk + 1, false, false);
            else if (IsSoutheastAsian(rune.Value)) (southeast, inWord, joined) = (southeast + (Rune.IsLetter(rune) ? 1 : 0), false, false);
            else if (IsWordPart(rune))
            {
                if (!inWord && !joined) words++;
                (inWord, joined) = (true, false);
            }
            else (inWord, joined) = (false, inWord && rune.Value is '\'' or '’' or '-' or '\u2010' or '.' or ',');
        }

        return words + Ceiling(cjk, CjkCharactersPerWord) + Ceiling(southeast, SoutheastAsianLettersPerWord);
    }

    private static int Ceiling(int count, int per) => (count + per - 1) / per;

    private static bool IsWordPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format;

    private static bool IsCjk(int c) =>
        c is (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x323AF);

    private static bool IsSoutheastAsian(int c) => c is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF);
}
