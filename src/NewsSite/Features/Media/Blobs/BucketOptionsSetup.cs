using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace NewsSite.Features.Media.Blobs;

/// <summary>Reads the settings by hand, so that a wrong value gives a line of advice and never shows a key.</summary>
internal sealed partial class BucketOptionsSetup(IConfiguration configuration) : IConfigureOptions<BucketOptions>, IValidateOptions<BucketOptions>
{
    private const string Section = "NewsSite:" + BucketOptions.Key;

    private const int MaxPrefixLength = 200;

    private static readonly string[] Known = [.. typeof(BucketOptions).GetProperties().Select(property => property.Name)];

    public void Configure(BucketOptions options)
    {
        options.Endpoint = Text(nameof(options.Endpoint));
        options.Name = Text(nameof(options.Name)) ?? "";
        options.AccessKey = Text(nameof(options.AccessKey)) ?? "";
        options.SecretKey = Text(nameof(options.SecretKey)) ?? "";
        options.Region = Text(nameof(options.Region)) ?? options.Region;
        options.Prefix = Text(nameof(options.Prefix)) is { } prefix ? prefix.TrimEnd('/') + "/" : "";
        options.Secure = Text(nameof(options.Secure)) is not { } secure || !bool.TryParse(secure, out var isSecure) || isSecure;
    }

    public ValidateOptionsResult Validate(string? name, BucketOptions options)
    {
        var wrong = configuration.GetSection(Section).GetChildren()
            .Where(setting => !Known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            .Select(setting => $"{Section}:{setting.Key} is not a setting; known are {string.Join(", ", Known)}.")
            .ToList();
        if (options.Endpoint is { } endpoint) wrong.AddRange(Complaints(options, endpoint));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> Complaints(BucketOptions options, string endpoint)
    {
        if (!IsHost(endpoint))
            yield return $"{Section}:Endpoint is not a host (values are not repeated here); write one such as s3.eu-central-1.amazonaws.com or localhost:9000, without https:// and without a path.";
        if (!BucketName().IsMatch(options.Name))
            yield return $"{Section}:Name is missing or no name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens.";
        if (!IsKey(options.AccessKey))
            yield return $"{Section}:AccessKey is missing or has characters that no key has (it is not repeated here); it takes visible ASCII characters only.";
        if (!IsKey(options.SecretKey))
            yield return $"{Section}:SecretKey is missing or has characters that no key has (it is not repeated here); it takes visible ASCII characters only.";
        if (!RegionName().IsMatch(options.Region))
            yield return $"{Section}:Region is no region; write one such as eu-central-1, or leave it out.";
        if (options.Prefix.Length > MaxPrefixLength || (options.Prefix.Length > 0 && !FolderName().IsMatch(options.Prefix)))
            yield return $"{Section}:Prefix takes at most {MaxPrefixLength} letters, digits, hyphens, underlines and slashes, such as news/pictures.";
        if (Text(nameof(options.Secure)) is { } secure && !bool.TryParse(secure, out _))
            yield return $"{Section}:Secure must be true or false.";
    }

    private static bool IsHost(string text) =>
        HostAndPort().IsMatch(text) && Uri.TryCreate($"https://{text}/", UriKind.Absolute, out var address) && address is { AbsolutePath: "/", UserInfo: "" };

    private static bool IsKey(string text) => text.Length > 0 && text.All(c => c is > ' ' and <= '~');

    private string? Text(string key) => configuration[$"{Section}:{key}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]|\.[a-z0-9]){1,61}[a-z0-9]\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BucketName();

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RegionName();

    [GeneratedRegex(@"^([A-Za-z0-9_-]+/)+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FolderName();
}
