using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace NewsSite.Hosting;

/// <summary>Writes each event as one line, and its exception as indented lines below: nothing that anybody sends can look like an event, or steer a terminal.</summary>
/// <param name="template">Of the line, without its end and without the exception.</param>
internal sealed class OneLineFormatter(string template) : ITextFormatter
{
    private const string Indent = "    ";

    private static readonly string[] LineEnds = ["\r\n", "\n"];

    private readonly MessageTemplateTextFormatter line = new(template, CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        line.Format(logEvent, text);
        output.WriteLine(Plain(text.ToString()));
        if (logEvent.Exception is not { } exception) return;

        foreach (var part in exception.ToString().Split(LineEnds, StringSplitOptions.RemoveEmptyEntries)) output.WriteLine(Indent + Plain(part));
    }

    /// <summary>With what no eye sees, or what turns or breaks a line, as <c>\u000a</c>.</summary>
    private static string Plain(string text)
    {
        if (!text.Any(IsUnseen)) return text;

        var plain = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) plain.Append(text[i]).Append(text[++i]);
            else if (IsUnseen(text[i])) plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            else plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}
