using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Summaries.Guard;

/// <summary>A number in a text.</summary>
/// <param name="Text">As written, with its magnitude and percent sign.</param>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Values">What it may mean: "1.200" is 1200 to some and 1.2 to others.</param>
/// <param name="Percent">Whether it is a percentage.</param>
internal sealed record ReadNumber(string Text, int Start, IReadOnlyList<decimal> Values, bool Percent)
{
    public bool IsSupportedBy(ReadNumber other) => Percent == other.Percent && Values.Any(other.Values.Contains);
}

/// <summary>Finds numbers in digits and words, whatever separators they use.</summary>
internal static partial class NumberReader
{
    public static IReadOnlyList<ReadNumber> Read(string text, GuardWords words)
    {
        var numbers = new List<ReadNumber>();
        foreach (Match match in Word().Matches(text))
        {
            if (char.IsDigit(match.Value[0])) numbers.Add(Extend(text, match, Values(match.Value), words));
            else if (words.Numbers.TryGetValue(match.Value.ToLowerInvariant(), out var value))
                numbers.Add(Extend(text, match, [value], words));
        }

        return numbers;
    }

    private static ReadNumber Extend(string text, Match match, IReadOnlyList<decimal> values, GuardWords words)
    {
        var end = match.Index + match.Length;
        if (NextWord().Match(text, end) is { Success: true } next
            && words.Magnitudes.TryGetValue(next.Groups[1].Value.ToLowerInvariant(), out var magnitude))
        {
            values = [.. values.Select(v => v < 1e15m ? v * magnitude : v)];
            end = next.Index + next.Length;
        }

        var rest = text.AsSpan(end).TrimStart(" \u00A0\u202F");
        var gap = text.Length - end - rest.Length;
        var percent = rest.StartsWith("%", StringComparison.Ordinal) || rest.StartsWith("٪", StringComparison.Ordinal);
        var sign = percent ? 1 : 0;
        foreach (var word in words.Percent)
        {
            if (sign > 0 || !rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            (percent, sign) = (true, word.Length);
        }

        return new ReadNumber(text[match.Index..(percent ? end + gap + sign : end)], match.Index, values, percent);
    }

    private static IReadOnlyList<decimal> Values(string written)
    {
        var digits = string.Concat(written.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
        var marks = digits.Where(c => !char.IsAsciiDigit(c)).Distinct().ToArray();
        var candidates = new List<string> { Strip(digits) };
        var last = digits.LastIndexOfAny(['.', ',']);
        var isGroup = last > 0 && digits.Length - last - 1 == 3;
        var repeated = last > 0 && digits.IndexOf(digits[last], StringComparison.Ordinal) != last;
        if (last > 0 && !repeated)
        {
            var withFraction = $"{Strip(digits[..last])}.{digits[(last + 1)..]}";
            if (isGroup && marks.Length == 1) candidates.Add(withFraction);
            else candidates = [withFraction];
        }

        return [.. candidates
            .Where(c => c.Length <= 20)
            .Select(c => decimal.TryParse(c, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var v) ? v : -1)];
    }

    private static string Strip(string digits) => string.Concat(digits.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"\d+(?:[.,'’\u00A0\u202F ]\d{3})*(?:[.,]\d+)?|[\p{L}'’]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\G[\s\u00A0-]?(\p{L}+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex NextWord();
}
