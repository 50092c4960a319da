using System.CommandLine;
using Microsoft.Extensions.Options;

namespace NewsSite.Commands;

/// <summary>The settings that any verb takes and hands on to configuration.</summary>
internal static class Settings
{
    private static readonly HashSet<string> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        "urls", "environment", "contentRoot", "applicationName", "AllowedHosts", "NewsSite", "Serilog", "Logging", "Kestrel",
    };

    /// <returns>A line of advice when a word of the command line is neither verb, option nor setting; else null.</returns>
    public static string? Complaint(ParseResult parsed)
    {
        var isValue = false;
        foreach (var word in parsed.UnmatchedTokens)
        {
            var isSetting = IsSetting(word);
            if (!isSetting && !isValue)
                return $"“{word.Split('=')[0]}” is neither a verb nor a setting. Settings look like --NewsSite:Data=FOLDER; “newssite --help” lists them all.";
            isValue = isSetting && !word.Contains('=', StringComparison.Ordinal);
        }

        return null;
    }

    /// <returns>A line for each setting that is wrong; null when that is not what went wrong.</returns>
    public static IEnumerable<string>? Faults(Exception e) => e switch
    {
        OptionsValidationException wrong => wrong.Failures,
        AggregateException several when several.InnerExceptions.All(each => each is OptionsValidationException) => several.InnerExceptions.SelectMany(each => Faults(each)!),
        _ => null,
    };

    private static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && Sections.Contains(word[2..].Split(':', '=')[0]);
}
