using System.CommandLine;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Hosting;

namespace NewsSite.Commands;

/// <summary>Accounts from the command line: the way in when nobody can sign in any more.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "Create, reset or disable a staff account.")
    {
        CreateOne(), Reset(), Disable(),
    };

    private static Command CreateOne()
    {
        var email = Email();
        var name = new Option<string>("--name") { Description = "Name that colleagues see; the e-mail without it." };
        var role = new Option<StaffRole>("--role") { Description = "Contributor, Author, Editor or Administrator.", DefaultValueFactory = _ => StaffRole.Contributor };
        return Verb(new Command("create", "Create an account; prints a link, good once for seven days, for choosing its password.") { email, name, role }, (parsed, services, ct) =>
        {
            var address = parsed.GetValue(email)!;
            return services.GetRequiredService<StaffDesk>().InviteAsync(address, parsed.GetValue(name) ?? address, parsed.GetValue(role), [], Actor.CommandLine, ct);
        });
    }

    private static Command Reset()
    {
        var email = Email();
        var forget = new Option<bool>("--forget-second-factor") { Description = "Also remove the authenticator app, recovery codes and passkeys." };
        return Verb(new Command("reset", "Print a link, good once, for choosing a new password.") { email, forget }, async (parsed, services, ct) =>
        {
            var desk = services.GetRequiredService<StaffDesk>();
            if (await services.GetRequiredService<StaffDirectory>().IdOfAsync(parsed.GetValue(email)!, ct) is not { } id) return Unknown;
            if (parsed.GetValue(forget) && await desk.ForgetSecondFactorAsync(id, Actor.CommandLine, ct) is { Complaint: not null } refused) return refused;
            return await desk.LinkAsync(id, Actor.CommandLine, ct) is { } link ? StaffOutcome.Done(id, link) : StaffOutcome.Refused("This account is disabled.");
        });
    }

    private static Command Disable()
    {
        var email = Email();
        return Verb(new Command("disable", "Keep somebody out from now on.") { email }, async (parsed, services, ct) =>
            await services.GetRequiredService<StaffDirectory>().IdOfAsync(parsed.GetValue(email)!, ct) is { } id
                ? await services.GetRequiredService<StaffDesk>().DisableAsync(id, Actor.CommandLine, ct)
                : Unknown);
    }

    private static StaffOutcome Unknown => StaffOutcome.Refused("There is no account with this e-mail.");

    private static Argument<string> Email() => new("email") { Description = "E-mail address of the account." };

    private static Command Verb(Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<StaffOutcome>> work)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, ct) =>
        {
            var refused = false;
            var code = await OneShot.RunAsync(parsed, async services =>
            {
                var outcome = await work(parsed, services, ct);
                refused = outcome.Complaint is not null;
                if (refused) await Console.Error.WriteLineAsync(outcome.Complaint);
                else Console.WriteLine(outcome.Link is null ? "Done." : services.GetRequiredService<AbsoluteUrls>().Of(outcome.Link));
            }, ct);
            return refused ? 1 : code;
        });
        return command;
    }
}
