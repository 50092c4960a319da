namespace NewsSite.Markup;

/// <summary>
/// Looks over a body in one linear pass before it is parsed, and refuses the shapes that make a Markdown parser slow:
/// Markdig is quadratic in unclosed brackets, back-tick runs, bars and nested emphasis within one block, and cannot be interrupted;
/// HtmlSanitizer is quadratic in the number of elements (4.4 s for 20 000 paragraphs). Line, mark and cell limits keep both below a second.
/// </summary>
internal static class BodyScan
{
    public const int MaxCharacters = 200_000;
    private const int MaxNesting = 12;
    private const int MaxLines = 4_000;
    private const int MaxMarks = 8_000;
    private const int MaxHeadings = 500;
    private const int MaxFootnotes = 1_000;
    private const int MaxLinks = 2_000;
    private const int MaxTableCells = 5_000;

    public static MarkupRefusal? TooLong(string markdown) =>
        markdown.Length <= MaxCharacters
            ? null
            : new($"The text has {markdown.Length} characters; at most {MaxCharacters} are allowed. Split it into several articles.", null);

    public static MarkupRefusal? Refusal(string markdown)
    {
        var totals = new Totals();
        var block = new BlockScan();
        var line = 0;
        foreach (var text in markdown.AsSpan().EnumerateLines())
        {
            line++;
            if (text.IsWhiteSpace())
            {
                block = new BlockScan();
                continue;
            }

            var reason = NestingReason(text) ?? block.Add(text) ?? totals.Add(text);
            if (reason is not null) return new(reason, line);
        }

        return null;
    }

    private static string? NestingReason(ReadOnlySpan<char> line)
    {
        int depth = 0, at = 0;
        while (at < line.Length)
        {
            var c = line[at];
            if (c is '>' || (c is '-' or '*' or '+' && at + 1 < line.Length && line[at + 1] is ' ' or '\t')) depth++;
            else if (char.IsAsciiDigit(c)) at = PastNumber(line, at, ref depth);
            else if (c is not (' ' or '\t')) break;
            at++;
        }

        return depth > MaxNesting && !IsRule(line)
            ? $"Lists or quotations are nested more than {MaxNesting} deep here. Take some levels out."
            : null;
    }

    /// <returns>The index of the list number's closing mark, or the line's end when it is no list number.</returns>
    private static int PastNumber(ReadOnlySpan<char> line, int at, ref int depth)
    {
        while (at < line.Length && char.IsAsciiDigit(line[at])) at++;
        if (at >= line.Length || line[at] is not ('.' or ')')) return line.Length;

        depth++;
        return at;
    }

    /// <summary>A thematic break such as "* * * *" looks like nested lists.</summary>
    private static bool IsRule(ReadOnlySpan<char> line) => !line.ContainsAnyExcept("-*_ \t") && line.Length <= 200;

    /// <summary>What is counted over the whole body.</summary>
    private sealed class Totals
    {
        private static readonly string[] LinkBeginnings = ["](", "][", "]:", "://", "www.", "tel:", "mailto:"];

        private int lines;
        private int marks;
        private int headings;
        private int footnotes;
        private int links;
        private int cells;

        public string? Add(ReadOnlySpan<char> line)
        {
            var text = line.TrimStart();
            lines++;
            marks += Marks(line);
            if (text.StartsWith("#") || IsUnderline(text)) headings++;
            footnotes += line.Count("[^");
            foreach (var beginning in LinkBeginnings) links += line.Count(beginning);
            cells += line.Count('|');
            return lines > MaxLines ? $"The text has more than {MaxLines} lines with words. Split it into several articles."
                : marks > MaxMarks ? $"The text has more than {MaxMarks} marks such as *, _, `, [ and <. Write it more plainly, or split it."
                : headings > MaxHeadings ? $"The text has more than {MaxHeadings} headings. Use fewer, or split the article."
                : footnotes > MaxFootnotes ? $"The text has more than {MaxFootnotes} footnotes and footnote marks. Use fewer, or split the article."
                : links > MaxLinks ? $"The text has more than {MaxLinks} links and pictures. Use fewer, or split the article."
                : cells > MaxTableCells ? $"The tables have more than {MaxTableCells} cells together. Offer the data as a file instead."
                : null;
        }

        /// <summary>Runs of the characters that may begin an element within a line.</summary>
        private static int Marks(ReadOnlySpan<char> line)
        {
            var marks = 0;
            for (var i = 0; i < line.Length; i++)
                if (line[i] is '*' or '_' or '~' or '`' or '[' or '<' && (i is 0 || line[i - 1] != line[i])) marks++;
            return marks;
        }

        private static bool IsUnderline(ReadOnlySpan<char> text) =>
            text.Length > 0 && text[0] is '=' or '-' && !text.TrimEnd().ContainsAnyExcept(text[0], ' ');
    }

    /// <summary>What is counted between two blank lines.</summary>
    private sealed class BlockScan
    {
        private const int MaxCharactersInBlock = 60_000;
        private const int MaxOpenBrackets = 100;
        private const int MaxEmphasisRuns = 1_000;
        private const int MaxLongestRun = 200;
        private const int MaxBacktickRuns = 400;

        private int characters;
        private int brackets;
        private int opened;
        private int emphasis;
        private int backticks;

        public string? Add(ReadOnlySpan<char> line)
        {
            characters += line.Length;
            for (var i = 0; i < line.Length; i++)
            {
                var run = RunLength(line[i..]);
                if (run > MaxLongestRun) return $"The same mark is repeated more than {MaxLongestRun} times in a row. Take the row out.";
                Count(line[i], ref i, run);
            }

            return Reason();
        }

        private static int RunLength(ReadOnlySpan<char> text)
        {
            if (text[0] is not ('*' or '_' or '~' or '`' or '[' or ']' or '!' or '<' or '>' or '&' or '|' or '{' or '(' or ')' or '^')) return 1;
            var end = text.IndexOfAnyExcept(text[0]);
            return end < 0 ? text.Length : end;
        }

        private void Count(char c, ref int at, int run)
        {
            if (c is '[') (brackets, opened) = (brackets + run, opened + run);
            else if (c is ']') brackets = Math.Max(0, brackets - run);
            else if (c is '*' or '_' or '~') emphasis++;
            else if (c is '`') backticks++;
            at += run - 1;
        }

        private string? Reason() =>
            characters > MaxCharactersInBlock ? $"A paragraph has more than {MaxCharactersInBlock} characters. Split it with blank lines."
            : brackets > MaxOpenBrackets ? $"More than {MaxOpenBrackets} square brackets are opened and not closed in one paragraph. Close them or write \\[."
            : emphasis > MaxEmphasisRuns ? $"One paragraph holds more than {MaxEmphasisRuns} marks of emphasis (*, _ or ~). Split it or write \\*."
            : backticks > MaxBacktickRuns ? $"One paragraph holds more than {MaxBacktickRuns} back-tick marks. Use a fenced code block or split it."
            : null;
    }
}
