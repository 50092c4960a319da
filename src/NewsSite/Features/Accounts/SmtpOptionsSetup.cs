using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace NewsSite.Features.Accounts;

/// <summary>Reads the settings by hand, so that a wrong value gives a line of advice and never shows the password.</summary>
internal sealed class SmtpOptionsSetup(IConfiguration configuration) : IConfigureOptions<SmtpOptions>, IValidateOptions<SmtpOptions>
{
    private const string Section = "NewsSite:Smtp";

    private static readonly string[] Known = [.. typeof(SmtpOptions).GetProperties().Select(property => property.Name)];

    public void Configure(SmtpOptions options)
    {
        options.Host = Text(nameof(options.Host));
        options.Port = Text(nameof(options.Port)) is { } port ? PortOf(port) ?? 0 : options.Port;
        options.UseTls = Text(nameof(options.UseTls)) is not { } tls || !bool.TryParse(tls, out var uses) || uses;
        options.User = Text(nameof(options.User));
        options.Password = configuration[$"{Section}:{nameof(options.Password)}"];
        options.From = Text(nameof(options.From));
    }

    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var wrong = Complaints(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> Complaints(SmtpOptions options)
    {
        foreach (var setting in configuration.GetSection(Section).GetChildren().Where(setting => !Known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)))
            yield return $"{Section}:{setting.Key} is not a setting; known are {string.Join(", ", Known)}.";
        if (options.Port == 0) yield return $"{Section}:Port must be a number from 1 to {IPEndPoint.MaxPort}.";
        if (Text(nameof(options.UseTls)) is { } tls && !bool.TryParse(tls, out _)) yield return $"{Section}:UseTls must be true or false.";
        if (options.From is { } from && !new EmailAddressAttribute().IsValid(from)) yield return $"{Section}:From must be an e-mail address.";
        if (options is { Host: not null, From: null }) yield return $"{Section}:From is missing: name the address that letters come from.";
        if (options.User is not null && string.IsNullOrEmpty(options.Password)) yield return $"{Section}:Password is missing beside {Section}:User.";
    }

    private string? Text(string key) => configuration[$"{Section}:{key}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static int? PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort ? port : null;
}
