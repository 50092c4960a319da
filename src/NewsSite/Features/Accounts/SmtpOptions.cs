namespace NewsSite.Features.Accounts;

/// <summary>The settings under <c>NewsSite:Smtp</c>. Without a host, no mail is sent and links are copied by hand.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>Off only for a server on the same machine: passwords and links then travel in the clear.</summary>
    public bool UseTls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Sender's address.</summary>
    public string? From { get; set; }
}
