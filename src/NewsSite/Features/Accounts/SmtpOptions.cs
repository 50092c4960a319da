using System.ComponentModel.DataAnnotations;

namespace NewsSite.Features.Accounts;

/// <summary>The settings under <c>NewsSite:Smtp</c>. Without a host, no mail is sent and links are copied by hand.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "NewsSite:Smtp";

    public string? Host { get; set; }

    [Range(1, 65535, ErrorMessage = "NewsSite:Smtp:Port must be a number from 1 to 65535.")]
    public int Port { get; set; } = 587;

    /// <summary>Off only for a server on the same machine: passwords and links then travel in the clear.</summary>
    public bool UseTls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Sender's address.</summary>
    [EmailAddress(ErrorMessage = "NewsSite:Smtp:From must be an e-mail address.")]
    public string? From { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host is not null && From is null) yield return new ValidationResult("NewsSite:Smtp:From is missing: name the address that letters come from.");
        if (User is not null && Password is null) yield return new ValidationResult("NewsSite:Smtp:Password is missing beside NewsSite:Smtp:User.");
    }
}
