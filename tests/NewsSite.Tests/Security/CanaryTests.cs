using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>Secrets are set out like canaries, everything goes wrong, and then they are looked for.</summary>
public sealed class CanaryTests
{
    private static readonly string[] PublicPages = ["/", "/harbour", "/harbour/story", "/author/ines-maddern", "/search?q=canary", "/nothing", "/account/sign-in", "/account/forgot", "/error/500"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_is_logged_shown_or_written_down_whatever_fails_and_however_much_is_logged()
    {
        await using var run = await CanaryRun.StartAsync();
        var byDesign = await run.SetUpAsync();
        await run.SignInAsync();
        await run.SendLinksAsync();
        await run.SharePreviewAsync();
        var pages = new List<string>();
        foreach (var url in PublicPages)
        {
            using var answer = await run.App.GetAsync(url);
            pages.Add($"{answer.Headers}{await answer.Content.ReadAsStringAsync(Ct)}");
        }

        await run.BreakAsync();
        foreach (var key in Directory.EnumerateFiles(Path.Combine(run.App.DataFolder, "keys")).Select(XDocument.Load).SelectMany(file => file.Descendants("value"))) run.Secrets["protection key"] = key.Value;
        var (log, rows) = (await run.LogAsync(), await RowsAsync(run.App));

        Assert.InRange(run.Secrets.Count, 60, int.MaxValue);
        Assert.True(run.Secrets.ContainsKey("protection key") && run.Secrets.Keys.Any(name => name.StartsWith("SMTP password as sent", StringComparison.Ordinal)));
        Assert.Contains("Executing DbCommand", log, StringComparison.Ordinal); // it did log all it can
        Assert.Contains("A letter could not be sent", log, StringComparison.Ordinal);
        Assert.Contains("Pictures cannot be read or written. The bucket answered 500.", log, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(log, Regex.Escape(byDesign)));
        Assert.Empty(Found(run, log).Select(found => "log: " + found));
        Assert.Empty(Found(run, rows).Select(found => "audit: " + found));
        Assert.Empty(pages.SelectMany(page => Mails(page).Concat(run.Secrets.Values.Where(secret => page.Contains(secret, StringComparison.Ordinal)))));
        Assert.DoesNotContain(run.Failures.SelectMany(answer => Found(run, answer.Text + answer.Headers).Concat(Mails(answer.Text)).Select(found => $"{answer.Status}: {found}")), IsNoCookie);
        Assert.Empty(Mails(log));
    }

    [Fact]
    public async Task The_console_holds_no_secret_and_no_line_that_a_request_has_forged()
    {
        using var folder = new TempFolder();
        using var process = Start(folder, "--urls=http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Verbose", "--Serilog:MinimumLevel:Override:Microsoft=Verbose", "--NewsSite:Smtp:Password=canary-smtp-password", "--NewsSite:Smtp:User=desk");
        var listening = new TaskCompletionSource<Uri>();
        var reading = ReadAsync(process, listening);

        using (var client = new HttpClient { BaseAddress = await listening.Task.WaitAsync(TimeSpan.FromMinutes(2), Ct) })
        {
            foreach (var path in new[] { "/a%0d%0a12:00:00%20ERR%20forged", "/a%1b[2J%1b]0;forged%07", "/a%e2%80%a812:00:00%20ERR%20forged", "/account/reset?token=canary-token-of-a-link", "/harbour%0a/x" })
                using (await client.GetAsync(new Uri(path, UriKind.Relative), Ct)) { }
        }

        process.Kill();
        var lines = await reading;
        Assert.Contains(lines, line => line.Contains("ERR forged", StringComparison.Ordinal)); // they did get as far as the log
        Assert.All(lines, line => Assert.Matches(@"^(\d\d:\d\d:\d\d (VRB|DBG|INF|WRN|ERR|FTL) |    )", line));
        Assert.All(lines, line => Assert.DoesNotContain(line.TrimEnd('\r'), c => char.IsControl(c)));
        Assert.DoesNotContain(lines, line => line.Contains("canary", StringComparison.Ordinal) || line.StartsWith("12:00:00 ERR forged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NewsSite:Smtp:Port", "--NewsSite:Smtp:Port=canary")]
    [InlineData("NewsSite:Smtp:Port", "--NewsSite:Smtp:Port=99999", "--NewsSite:Smtp:Password=canary", "--NewsSite:Smtp:User=desk")]
    [InlineData("NewsSite:Smtp:UseTls", "--NewsSite:Smtp:UseTls=canary")]
    [InlineData("NewsSite:SmtpPassword", "--NewsSite:SmtpPassword=canary")]
    [InlineData("--NewSite:Smtp:Password", "--NewSite:Smtp:Password=canary")]
    [InlineData("NewsSite:Smtp:Pasword", "--NewsSite:Smtp:Pasword=canary")]
    [InlineData("NewsSite:Smtp:From", "--NewsSite:Smtp:Host=mail.example", "--NewsSite:Smtp:User=desk", "--NewsSite:Smtp:Password=canary")]
    [InlineData("NewsSite:Bucket:Name", "--NewsSite:Bucket:Endpoint=localhost:9000", "--NewsSite:Bucket:AccessKey=canary", "--NewsSite:Bucket:SecretKey=canary")]
    [InlineData("NewsSite:Bucket:SecretKeys", "--NewsSite:Bucket:SecretKeys=canary")]
    [InlineData("NewsSite:LanguageModel:ApiKey", "--NewsSite:LanguageModel:Kind=OpenAI", "--NewsSite:LanguageModel:Endpoint=https://models.example", "--NewsSite:LanguageModel:Model=m", "--NewsSite:LanguageModel:ApiKey=canary canary")]
    public async Task A_wrong_setting_stops_the_start_with_lines_that_name_it_and_repeat_no_secret(string named, params string[] settings)
    {
        using var folder = new TempFolder();
        using var process = Start(folder, settings);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);

        var line = Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, process.ExitCode);
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", await output + line, StringComparison.Ordinal);
    }

    // All the while: a full pipe would hold the site up.
    private static async Task<List<string>> ReadAsync(Process process, TaskCompletionSource<Uri> listening)
    {
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            lines.Add(line);
            if (Regex.Match(line, @"Now listening on: (http://\S+)") is { Success: true } found) listening.TrySetResult(new Uri(found.Groups[1].Value));
        }

        listening.TrySetException(new InvalidOperationException(string.Join('\n', lines)));
        return lines;
    }

    // An answer may set a cookie; it is the only place for one.
    private static bool IsNoCookie(string found) => !found.Contains(": cookie ", StringComparison.Ordinal) && !found.Contains(": __RequestVerificationToken", StringComparison.Ordinal);

    private static IEnumerable<string> Found(CanaryRun run, string text) =>
        run.Secrets.Where(secret => text.Contains(secret.Value, StringComparison.Ordinal) || text.Contains(Uri.EscapeDataString(secret.Value), StringComparison.Ordinal)).Select(secret => secret.Key);

    private static IEnumerable<string> Mails(string text) => new[] { CanaryRun.Mail, StaffRoom.Admin }.Where(mail => text.Contains(mail, StringComparison.OrdinalIgnoreCase));

    private static Task<string> RowsAsync(NewsApp app) => app.WithDatabaseAsync(async db =>
        string.Join('\n', (await db.AuditLog.ToListAsync(Ct)).Select(entry => $"{entry.Name} {entry.Action} {entry.Subject} {entry.Detail}")));

    private static Process Start(TempFolder folder, params string[] settings) => Process.Start(new ProcessStartInfo("dotnet",
        [typeof(NewsSiteOptions).Assembly.Location, "serve", $"--NewsSite:Data={folder.File("data")}", "--NewsSite:Content=", .. settings])
    { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path })!;
}
