using System.CommandLine;

namespace NewsSite.Commands;

/// <summary>Serves the site until it is told to stop.</summary>
internal static class ServeCommand
{
    private const int WrongSetting = 2;

    public static Command Create()
    {
        var command = new Command("serve", "Serve the site (the default verb).");
        Fill(command);
        return command;
    }

    public static void Fill(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, ct) => Settings.Complaint(parsed) is { } complaint
            ? RefuseAsync(complaint)
            : ServeAsync([.. parsed.UnmatchedTokens], ct));
    }

    private static async Task<int> ServeAsync(string[] settings, CancellationToken ct)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppFolder.Find(settings) });
            builder.AddNewsSite();
            builder.AddServing();
            await using var app = builder.Build();
            app.UseNewsSite();
            await app.RunAsync(ct);
            return 0;
        }
        catch (Exception e) when (Settings.Faults(e) is { } faults)
        {
            return await RefuseAsync(string.Join(Environment.NewLine, faults));
        }
    }

    private static async Task<int> RefuseAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return WrongSetting;
    }
}
