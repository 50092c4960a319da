using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>Reads the settings by hand, so that a wrong value gives a line of advice and never shows a key.</summary>
internal sealed class LanguageModelOptionsSetup(IConfiguration configuration)
    : IConfigureOptions<LanguageModelOptions>, IValidateOptions<LanguageModelOptions>
{
    private const string Prefix = "NewsSite:" + LanguageModelOptions.Name + ":";
    private const int MaxModelLength = 200;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(LanguageModelOptions.Kind), nameof(LanguageModelOptions.Endpoint), nameof(LanguageModelOptions.Model),
        nameof(LanguageModelOptions.ApiKey), TimeoutSeconds,
    };

    private const string TimeoutSeconds = "TimeoutSeconds";

    public void Configure(LanguageModelOptions options)
    {
        options.Kind = KindOf(Text(nameof(options.Kind)));
        options.Endpoint = EndpointOf(Text(nameof(options.Endpoint)));
        options.Model = Text(nameof(options.Model)) ?? "";
        options.ApiKey = Text(nameof(options.ApiKey));
        if (SecondsOf(Text(TimeoutSeconds)) is { } seconds) options.Timeout = TimeSpan.FromSeconds(seconds);
    }

    public ValidateOptionsResult Validate(string? name, LanguageModelOptions options)
    {
        var wrong = new List<string>();
        foreach (var setting in configuration.GetSection(Prefix[..^1]).GetChildren().Where(setting => !Known.Contains(setting.Key)))
            wrong.Add($"{Prefix}{setting.Key} is not a setting; known are {string.Join(", ", Known)}.");
        if (Known.Any(key => Text(key) is not null)) wrong.AddRange(Complaints(options));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> Complaints(LanguageModelOptions options)
    {
        if (options.Kind is null)
            yield return $"{Prefix}Kind is {Quoted(nameof(options.Kind))}; write OpenAI (any endpoint that speaks its chat completions) or Ollama, or remove all of {Prefix[..^1]}.";
        if (options.Endpoint is null)
            yield return $"{Prefix}Endpoint is not a base address (values are not repeated here); write one such as https://api.openai.com/v1 or http://localhost:11434, without name, password, query or fragment.";
        else if (options is { ApiKey: not null, Endpoint: { Scheme: "http", IsLoopback: false } })
            yield return $"{Prefix}Endpoint is http to another machine, where the ApiKey could be read on the way; use https.";
        if (options.Model.Length is 0 or > MaxModelLength || options.Model.Any(char.IsControl))
            yield return $"{Prefix}Model is missing or no name; write the model's name as the endpoint knows it, at most {MaxModelLength} characters.";
        if (options.ApiKey is { } key && !key.All(c => c is > ' ' and <= '~'))
            yield return $"{Prefix}ApiKey has characters that no key has (it is not repeated here); it takes visible ASCII characters only.";
        if (Text(TimeoutSeconds) is { } written && SecondsOf(written) is null)
            yield return $"{Prefix}{TimeoutSeconds} is “{written}”; write a number from 1 to {LanguageModelOptions.MaxTimeoutSeconds}.";
    }

    private string Quoted(string key) => Text(key) is { } text ? $"“{text}”" : "missing";

    private string? Text(string key) => configuration[Prefix + key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static LanguageModelKind? KindOf(string? text) =>
        Enum.GetValues<LanguageModelKind>().Where(kind => kind.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).Select(kind => (LanguageModelKind?)kind).FirstOrDefault();

    private static Uri? EndpointOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { UserInfo: "", Query: "", Fragment: "" }
            ? address
            : null;

    private static int? SecondsOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LanguageModelOptions.MaxTimeoutSeconds
            ? seconds
            : null;
}
