using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Commands;

public sealed class UserCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_is_created_reset_and_disabled_beside_the_running_site()
    {
        using var app = new NewsApp();
        using var browser = new StaffBrowser(app);

        var created = await RunAsync(app, "user", "create", "ruth@courier.example", "--name", "Ruth Calloway", "--role", "Administrator");
        Assert.Equal(0, created.Code);
        var accept = new Uri(created.Output).PathAndQuery;
        Assert.StartsWith("/account/invite/accept?token=", accept, StringComparison.Ordinal);
        await browser.SubmitAsync(accept, new Dictionary<string, string> { ["form.Password"] = StaffRoom.Password });
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("ruth@courier.example")).Status);
        Assert.Equal(
            ("Ruth Calloway", StaffRole.Administrator),
            await app.WithDatabaseAsync(db => db.Users.Select(account => ValueTuple.Create(account.DisplayName, account.Role)).SingleAsync(Ct)));

        var reset = await RunAsync(app, "user", "reset", "ruth@courier.example");
        Assert.StartsWith("https://courier.example/account/reset?token=", reset.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(reset.Output).PathAndQuery)).Status);

        Assert.Equal(1, (await RunAsync(app, "user", "disable", "ruth@courier.example")).Code); // the last administrator
        await RunAsync(app, "user", "create", "second@courier.example", "--role", "Administrator");
        Assert.Equal((0, "Done."), await RunAsync(app, "user", "disable", "ruth@courier.example"));
        Assert.False(await browser.IsInAsync());
        Assert.Equal(1, (await RunAsync(app, "user", "reset", "nobody@courier.example")).Code);
    }

    private static async Task<(int Code, string Output)> RunAsync(NewsApp app, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "newssite.dll"), .. words, $"--NewsSite:Data={app.DataFolder}", "--NewsSite:Content=", "--NewsSite:BaseUrl=https://courier.example", "--Serilog:MinimumLevel:Default=Fatal"])
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, output.Trim().Split('\n')[^1]);
    }
}
