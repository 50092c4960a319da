using System.Threading.Channels;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using NewsSite.Domain.Staff;
using NewsSite.Hosting;

namespace NewsSite.Features.Accounts;

/// <summary>Sends letters behind the requests that ask for them, so that nobody can tell by the time an answer takes whether one was sent.</summary>
public sealed partial class PostRoom(IServiceScopeFactory scopes, IOptions<SmtpOptions> options, AbsoluteUrls urls, GuessLimits limits, ILogger<PostRoom> log) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<Errand> errands = Channel.CreateBounded<Errand>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>False without an SMTP server: links must be handed over in another way.</summary>
    public bool IsOpen => options.Value.Host is not null;

    /// <param name="path">Of the page for choosing a password, with its secret.</param>
    public void SendInvitation(string email, string site, string path) => errands.Writer.TryWrite(new Errand(email, site, path));

    /// <summary>Does nothing for an e-mail that has no account, or that has had enough letters.</summary>
    public void SendReset(string email, string site)
    {
        if (IsOpen) errands.Writer.TryWrite(new Errand(email, site, null));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var errand in errands.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await LetterAsync(errand, stoppingToken) is { } letter) await SendAsync(letter, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogNotSent(e); // one letter lost must not stop the next
            }
        }
    }

    private async Task<MimeMessage?> LetterAsync(Errand errand, CancellationToken ct)
    {
        if (errand.Path is not null)
        {
            return Letter(errand.Email, $"Your account at {errand.Site}",
                $"You have been invited to the newsroom of {errand.Site}.\n\nChoose your password here, within seven days:\n{urls.Of(errand.Path)}\n");
        }

        if (!limits.MayWrite(errand.Email)) return null;
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<StaffDirectory>().IdOfAsync(errand.Email, ct) is not { } account) return null;
        if (await scope.ServiceProvider.GetRequiredService<StaffDesk>().LinkAsync(account, Actor.Nobody, ct) is not { } path) return null;
        return Letter(errand.Email, $"A new password for {errand.Site}",
            $"Somebody, probably you, asked for a new password at {errand.Site}.\n\nChoose it here, within two hours:\n{urls.Of(path)}\n\nIf it was not you, do nothing: your password stays as it is.\n");
    }

    private MimeMessage Letter(string to, string subject, string text)
    {
        var letter = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        letter.From.Add(MailboxAddress.Parse(options.Value.From!));
        letter.To.Add(OneAddress(to.Trim()));
        return letter;
    }

    // A list, a comment or a name around it is no address of an account: a letter with a secret goes to one box or to none.
    private static MailboxAddress OneAddress(string text) => MailboxAddress.TryParse(text, out var box) && box.Address == text && text.Contains('@', StringComparison.Ordinal)
        ? box
        : throw new FormatException("The account's e-mail is not one plain address.");

    private async Task SendAsync(MimeMessage letter, CancellationToken ct)
    {
        var smtp = options.Value;
        using var client = new SmtpClient(new NullProtocolLogger());
        await client.ConnectAsync(smtp.Host!, smtp.Port, smtp.UseTls ? SecureSocketOptions.Auto : SecureSocketOptions.None, ct);
        if (smtp.UseTls && !client.IsSecure) throw new InvalidOperationException("The SMTP server offers no TLS. Letters hold secrets, so none is sent.");
        if (smtp.User is not null) await client.AuthenticateAsync(smtp.User, smtp.Password!, ct);
        await client.SendAsync(letter, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A letter could not be sent")]
    private partial void LogNotSent(Exception e);

    /// <param name="Path">Null for a reset, whose link is made only when the letter is written.</param>
    private sealed record Errand(string Email, string Site, string? Path);
}
