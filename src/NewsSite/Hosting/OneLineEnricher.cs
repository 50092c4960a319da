using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;

namespace NewsSite.Hosting;

/// <summary>
/// Writes control characters in logged texts as <c>\u000a</c>, so that no request can forge a line of its own or move the reader's cursor.
/// Lines of an exception are indented, as no entry of the log is.
/// </summary>
internal sealed class OneLineEnricher : ILogEventEnricher
{
    /// <summary>Name of the property with the exception's text; templates write it in place of the exception.</summary>
    public const string Fault = "Fault";

    private const string Indent = "    ";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (Safe(value) is var safe && safe != value) logEvent.AddOrUpdateProperty(new LogEventProperty(name, safe));
        }

        if (logEvent.Exception is { } exception) logEvent.AddOrUpdateProperty(new LogEventProperty(Fault, new ScalarValue(Indented(exception.ToString()))));
    }

    private static LogEventPropertyValue Safe(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: { } thing } => thing.ToString() is { } text && text.Any(IsUnsafe) ? new ScalarValue(Escaped(text)) : value,
        SequenceValue list => new SequenceValue(list.Elements.Select(Safe)),
        StructureValue parts => new StructureValue(parts.Properties.Select(part => new LogEventProperty(part.Name, Safe(part.Value))), parts.TypeTag),
        DictionaryValue entries => new DictionaryValue(entries.Elements.Select(entry => KeyValuePair.Create((ScalarValue)Safe(entry.Key), Safe(entry.Value)))),
        _ => value,
    };

    private static string Indented(string text) =>
        string.Concat(text.Split('\n').Select(line => Indent + Escaped(line.TrimEnd('\r')) + Environment.NewLine));

    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsUnsafe(c)) safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else safe.Append(c);
        }

        return safe.ToString();
    }

    // Marks that turn the direction of writing make a line read as another.
    private static bool IsUnsafe(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
