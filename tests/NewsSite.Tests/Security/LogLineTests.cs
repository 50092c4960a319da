using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>Whatever is logged, an entry is one line, and nothing in it is an order to a terminal.</summary>
public sealed partial class LogLineTests
{
    private const string Forged = "x\r\n2026-01-01 00:00:00.000 +00:00 ERR NewsSite forged\u001b[31m\u0085\u2028\u202egnp.exe\0\u0007";

    [Fact]
    public async Task No_value_and_no_exception_can_write_a_line_of_its_own()
    {
        using var app = NewsApp.Logging();
        var log = app.Services.GetRequiredService<ILogger<LogLineTests>>();
        var texts = HostileRow.Read("strings").Select(row => row.Text).Append(Forged).ToList();

        foreach (var text in texts)
        {
            LogText(log, text);
            LogList(log, [text, "b"]);
            LogObject(log, new { Text = text });
            LogOther(log, new Spoken(text));
            LogFault(log, new InvalidOperationException(text, new ArgumentException(text)));
        }

        var written = await WrittenAsync(app);
        Assert.Equal(5 * texts.Count, written.Count(line => line.Contains("LogLineTests", StringComparison.Ordinal) && Entry().IsMatch(line)));
        Assert.All(written, line => Assert.True(Entry().IsMatch(line) || line.StartsWith("    ", StringComparison.Ordinal), line));
        Assert.DoesNotContain(written, line => line.Any(c => char.IsControl(c) || c is '\u2028' or '\u202e'));
        Assert.DoesNotContain(written, line => line.StartsWith("2026-01-01", StringComparison.Ordinal));
        Assert.Contains(written, line => line.Contains(@"x\u000d\u000a2026-01-01", StringComparison.Ordinal));
    }

    private static async Task<List<string>> WrittenAsync(NewsApp app)
    {
        await using var stream = new FileStream(Assert.Single(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "logs"))), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return [.. (await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'))];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Text {Text}")]
    private static partial void LogText(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "List {List}")]
    private static partial void LogList(ILogger log, string[] list);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Object {@Thing}")]
    private static partial void LogObject(ILogger log, object thing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other {Thing}")]
    private static partial void LogOther(ILogger log, object thing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Fault")]
    private static partial void LogFault(ILogger log, Exception fault);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d (INF|WRN|ERR) ")]
    private static partial Regex Entry();

    private sealed class Spoken(string text)
    {
        public override string ToString() => text;
    }
}
