using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace NewsSite.Hosting;

/// <summary>Writes control characters in logged texts as <c>\u000a</c>, so that no request can forge a line of its own.</summary>
internal sealed class OneLineEnricher : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (value is ScalarValue { Value: string text } && text.Any(char.IsControl))
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Escaped(text))));
        }
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : c.ToString()));
}
