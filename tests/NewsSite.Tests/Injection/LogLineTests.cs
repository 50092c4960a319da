using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Injection;

/// <summary>One event is one line, or lines below it that are indented; nothing that is logged can look like another event.</summary>
public sealed partial class LogLineTests
{
    [Fact]
    public async Task No_value_begins_a_line_of_its_own_and_none_steers_a_terminal()
    {
        using var app = NewsApp.Logging();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("NewsSite.Hostile");
        var texts = HostileText.Lines.Concat(HostileText.Sql).Concat(HostileRow.Read("strings").Select(row => row.Text)).ToList();
        var before = (await EventsAsync(app)).Count;

#pragma warning disable CA1848, CA1873, CA2254 // this is about what a value can do, not about speed
        foreach (var text in texts)
        {
            log.LogInformation("A value {Value} in the middle", text);
            log.LogWarning("In a list {Values} and in an object {@Object}", new[] { text, "b" }, new { Name = text, Inner = new { Text = text } });
            log.LogError(new InvalidOperationException(text, new FormatException($"inner {text}")), "With an exception {Value}", text);
            log.LogInformation("Something that speaks for itself {Thing}", new Spoken(text));
            log.LogInformation(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }
#pragma warning restore CA1848, CA1873, CA2254

        var lines = await LinesAsync(app);
        Assert.Equal(5 * texts.Count, (await EventsAsync(app)).Count - before);
        Assert.All(lines, line => Assert.True(EventStart().IsMatch(line) || line.StartsWith("    ", StringComparison.Ordinal), line));
        Assert.All(lines, line => Assert.DoesNotMatch(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]", line));
        Assert.Contains(lines, line => line.Contains(@"a\u000d\u000aX-Injected: 1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("    ", StringComparison.Ordinal) && line.Contains("FormatException", StringComparison.Ordinal));
    }

    private static async Task<List<string>> LinesAsync(NewsApp app)
    {
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "logs")));
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return [.. (await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static async Task<List<string>> EventsAsync(NewsApp app) => [.. (await LinesAsync(app)).Where(line => EventStart().IsMatch(line))];

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d [A-Z]{3} ")]
    private static partial Regex EventStart();

    private sealed class Spoken(string text)
    {
        public override string ToString() => text;
    }
}
