using System.CommandLine;

namespace NewsSite.Commands;

/// <summary>The settings that any verb takes and hands on to configuration.</summary>
internal static class Settings
{
    private static readonly string[] Prefixes =
        ["--urls", "--environment", "--contentRoot", "--applicationName", "--AllowedHosts", "--NewsSite:", "--Serilog:", "--Logging:", "--Kestrel:"];

    /// <summary>Lets <paramref name="command"/> take settings; a word that is none is turned away with advice.</summary>
    public static void TakeSettings(this Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.Validators.Add(result =>
        {
            if (Unknown(result.Tokens.Select(token => token.Value)) is { } word) result.AddError(Advice(word));
        });
    }

    /// <returns>A line of advice when a word of the command line is neither verb, option nor setting; else null.</returns>
    public static string? Complaint(ParseResult parsed) => Unknown(parsed.UnmatchedTokens) is { } word ? Advice(word) : null;

    private static string? Unknown(IEnumerable<string> words)
    {
        var isValue = false;
        foreach (var word in words)
        {
            var isSetting = Prefixes.Any(prefix => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
            if (!isSetting && !isValue) return word;
            isValue = isSetting && !word.Contains('=', StringComparison.Ordinal);
        }

        return null;
    }

    private static string Advice(string word) =>
        $"“{word}” is neither a verb nor a setting. Settings look like --NewsSite:Data=FOLDER; “newssite --help” lists them all.";
}
