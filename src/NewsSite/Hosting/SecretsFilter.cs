using Serilog.Core;
using Serilog.Events;

namespace NewsSite.Hosting;

/// <summary>
/// Keeps out of the log what the framework writes of a request's own values, whatever an administrator turns on:
/// whole addresses and routes, with the secrets of one-time links in them, and what was handed to a page.
/// </summary>
internal sealed class SecretsFilter : ILogEventFilter
{
    private static readonly (string Source, LogEventLevel Least)[] Rules =
    [
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning),
        ("Microsoft.AspNetCore.Routing", LogEventLevel.Information),
        ("Microsoft.", LogEventLevel.Debug),
        ("System.", LogEventLevel.Debug),
    ];

    public bool IsEnabled(LogEvent logEvent) =>
        !(logEvent.Properties.TryGetValue(Constants.SourceContextPropertyName, out var found) && found is ScalarValue { Value: string source }
            && Rules.Any(rule => logEvent.Level < rule.Least && source.StartsWith(rule.Source, StringComparison.Ordinal)));
}
