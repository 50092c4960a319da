using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Previews;
using NewsSite.Features.Summaries.LanguageModel;
using NewsSite.Tests.Features.Accounts;
using NewsSite.Tests.Features.Summaries.LanguageModel;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>A site that logs all it can, with services that fail, and people whose every secret is remembered.</summary>
internal sealed class CanaryRun : IAsyncDisposable
{
    public const string Wrong = "canary of a wrong password";
    public const string Mail = "canary-mail@courier.example";

    private const string Renewed = "canary of a new password";
    private const string Typed = "canary-typed-into-the-wrong-field";

    private static readonly string[] Loud = ["Microsoft", "System", "Microsoft.AspNetCore", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.EntityFrameworkCore", "Microsoft.Hosting.Lifetime"];

    private readonly ModelServer model;
    private readonly TcpListener smtp = new(IPAddress.Loopback, 0);

    private CanaryRun(ModelServer model)
    {
        this.model = model;
        smtp.Start();
        model.Answer = async http =>
        {
            http.Response.StatusCode = 500;
            await http.Response.WriteAsync("You said " + http.Request.Headers.Authorization);
        };
        Secrets["password"] = StaffRoom.Password;
        foreach (var (name, value) in new[] { ("wrong password", Wrong), ("new password", Renewed), ("typed", Typed), ("SMTP password", "canary-smtp-password"), ("key of the model", "canary-model-key"), ("key of the bucket", "canary-bucket-key") }) Secrets[name] = value;
        App = NewsApp.On(new EditionFolder().Add(new Story { Slug = "story" }),
        [
            .. Loud.Select(source => ("Serilog:MinimumLevel:Override:" + source, "Verbose")), ("Serilog:MinimumLevel:Default", "Verbose"),
            ("NewsSite:Smtp:Host", "127.0.0.1"), ("NewsSite:Smtp:Port", $"{((IPEndPoint)smtp.LocalEndpoint).Port}"), ("NewsSite:Smtp:UseTls", "false"),
            ("NewsSite:Smtp:From", "desk@courier.example"), ("NewsSite:Smtp:User", "desk"), ("NewsSite:Smtp:Password", Secrets["SMTP password"]),
            ("NewsSite:LanguageModel:Kind", "OpenAI"), ("NewsSite:LanguageModel:Endpoint", $"{model.Address}v1"), ("NewsSite:LanguageModel:Model", "m"), ("NewsSite:LanguageModel:ApiKey", Secrets["key of the model"]),
            ("NewsSite:Bucket:Endpoint", model.Address.Authority), ("NewsSite:Bucket:Name", "pictures"), ("NewsSite:Bucket:AccessKey", "desk"), ("NewsSite:Bucket:SecretKey", Secrets["key of the bucket"]), ("NewsSite:Bucket:Secure", "false"),
        ]);
    }

    public NewsApp App { get; }

    /// <summary>By what they are.</summary>
    public Dictionary<string, string> Secrets { get; } = [];

    /// <summary>Answers that must hold none of them: whatever was refused or failed.</summary>
    public List<Answer> Failures { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<CanaryRun> StartAsync() => new(await ModelServer.StartAsync());

    public async Task<string> LogAsync()
    {
        var log = "";
        foreach (var file in Directory.EnumerateFiles(Path.Combine(App.DataFolder, "logs")))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            log += await new StreamReader(stream).ReadToEndAsync(Ct);
        }

        return log;
    }

    /// <summary>From the link in the log to the desk.</summary>
    /// <returns>The link's secret, which the log holds by design.</returns>
    public async Task<string> SetUpAsync()
    {
        var link = new Uri(Regex.Match(await LogAsync(), @"https://courier\.example/setup\?token=\S+").Value).PathAndQuery;
        using var browser = new StaffBrowser(App);
        await PostAsync(browser, link, null, ("form.Name", "Ines Maddern"), ("form.Email", StaffRoom.Admin), ("form.Password", StaffRoom.Password), ("form.SiteName", "The Tide"), ("form.TimeZone", "Etc/UTC"));
        Note(await browser.GetAsync(link));
        foreach (var url in new[] { "/account/reset", "/account/invite/accept", "/setup" }) Note(await browser.GetAsync($"{url}?token={Remember("a wrong link", SecretToken.New())}"));
        Note(await browser.PostAsync("/account/sign-in", [KeyValuePair.Create("form.Password", Wrong)]));
        return link.Split("token=")[1];
    }

    /// <summary>A link to a draft, as its holder and as others try it.</summary>
    public async Task SharePreviewAsync()
    {
        var ann = await App.MemberAsync("Ann", StaffRole.Author);
        var id = await App.ArticleAsync(ann);
        var link = (await App.InScopeAsync(services => services.GetRequiredService<PreviewLinkDesk>().MakeAsync(id, new PreviewLinkForm { Label = "Lawyer" }, ann, Ct)))!;
        Remember("preview", link.Split('/')[^1]);
        using var browser = new StaffBrowser(App);
        foreach (var url in new[] { link, link + "/media/00000000000000000000000000000000.png", link + "/", link + "?x=1", "/preview/" + Remember("a wrong preview", SecretToken.New()) }) Note(await browser.GetAsync(url));
    }

    public async Task SignInAsync()
    {
        await App.HireAsync(Mail, name: "Ruth Calloway");
        using var browser = new StaffBrowser(App);
        foreach (var (email, password) in new[] { (Mail, Wrong), (Typed, Wrong), ("nobody@courier.example", StaffRoom.Password), (Mail, StaffRoom.Password) })
            await PostAsync(browser, "/account/sign-in?returnUrl=%2Fadmin", null, ("form.Email", email), ("form.Password", password));
        var token = await Knocker.TokenAsync(browser, "/account/passkeys");
        Note(await browser.PostAsync("/account/passkeys?handler=Options", new Dictionary<string, string> { ["password"] = Wrong, ["__RequestVerificationToken"] = Remember("token", token) }));
        await PostAsync(browser, "/account/passkeys", "Add", ("credential", "{\"id\":\"canary-credential\"}"));
        await PostAsync(browser, "/account/security", "Password", ("form.Current", Wrong), ("form.Wanted", Renewed));
        var page = Note(await browser.GetAsync("/account/authenticator"));
        Note(await browser.GetAsync(page.Page.QuerySelector("img.qr")!.GetAttribute("src")!));
        var key = SecondFactorTests.KeyOf(page);
        Note(await browser.SubmitAsync(page, "/account/authenticator", new Dictionary<string, string> { ["form.Code"] = TimeCode.At(key, App.Clock.GetUtcNow()), ["form.Password"] = StaffRoom.Password }, "Start"));
        var codes = Note(await PostAsync(browser, "/account/authenticator", "Codes", ("form.Password", StaffRoom.Password))).Page.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();
        using var second = new StaffBrowser(App);
        await PostAsync(second, "/account/sign-in", null, ("form.Email", Mail), ("form.Password", StaffRoom.Password));
        await PostAsync(second, "/account/two-factor", null, ("form.Code", "000000"));
        await PostAsync(second, "/account/recovery", null, ("form.Code", codes[1]));
        await PostAsync(second, "/account/security", "Password", ("form.Current", StaffRoom.Password), ("form.Wanted", Renewed));
        await PostAsync(second, "/account/sign-out", null);
    }

    /// <summary>Links by hand, and by a mail server that turns the password away.</summary>
    public async Task SendLinksAsync()
    {
        using var admin = await App.BrowserOfAsync(StaffRoom.Admin);
        await PostAsync(admin, "/admin/people", "Invite", ("form.Name", "Leo"), ("form.Email", "leo@courier.example"), ("form.Work.Role", "Author"));
        await RefuseMailAsync();
        var ruth = await App.HireOnceAsync(Mail); // looks her up as the site does: a query with the address in it would be logged
        var link = (await PostAsync(admin, "/admin/people", "Link", ("id", $"{ruth}"))).Page.QuerySelector("#link")!.GetAttribute("value")!;
        Remember("reset link", link.Split("token=")[1]);
        using var browser = new StaffBrowser(App);
        await PostAsync(browser, new Uri(link).PathAndQuery, null, ("form.Password", Wrong));
        await PostAsync(browser, "/account/forgot", null, ("form.Email", Mail));
        await RefuseMailAsync();
    }

    public async Task BreakAsync()
    {
        await App.InScopeAsync(services => services.GetRequiredService<ModelDrafts>().DraftAsync("story", Ct));
        using var browser = new StaffBrowser(App);
        Note(await browser.GetAsync("/health/ready"));
        var form = Note(await browser.GetAsync("/account/sign-in"));
        var reset = await App.InScopeAsync(async services => await services.GetRequiredService<NewsSite.Features.Accounts.StaffDesk>().LinkAsync(1, Actor.CommandLine, Ct));
        Remember("broken link", reset!.Split("token=")[1]);
        await App.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE AccountSessions RENAME TO Lost", Ct));
        Note(await browser.SubmitAsync(form, "/account/sign-in", new Dictionary<string, string> { ["form.Email"] = StaffRoom.Admin, ["form.Password"] = StaffRoom.Password }));
        await App.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE AccountLinks RENAME TO LostLinks", Ct));
        Note(await browser.GetAsync(reset));
        Assert.Equal(2, Failures.Count(answer => answer.Status is HttpStatusCode.InternalServerError));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await model.DisposeAsync();
        smtp.Dispose();
    }

    private async Task RefuseMailAsync()
    {
        using var client = await smtp.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            if (line.StartsWith("AUTH", StringComparison.Ordinal)) Remember("SMTP password as sent", line.Split(' ')[^1]);
            await writer.WriteLineAsync(line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-here\r\n250 AUTH PLAIN" : line == "QUIT" ? "221 bye" : "535 no");
        }
    }

    private async Task<Answer> PostAsync(StaffBrowser browser, string url, string? handler, params (string Name, string Value)[] fields) =>
        Note(await browser.SubmitAsync(Note(await browser.GetAsync(url)), url, fields.ToDictionary(field => field.Name, field => field.Value), handler));

    private Answer Note(Answer answer)
    {
        foreach (var cookie in answer.SetCookies.Select(line => line.Split(';')[0].Split('=', 2)).Where(pair => pair[1].Length > 0)) Remember("cookie " + cookie[0], cookie[1]);
        foreach (var input in answer.Page.QuerySelectorAll<IHtmlInputElement>("input[name=__RequestVerificationToken], input[name='form.Key']")) Remember(input.Name!, input.Value);
        foreach (var code in answer.Page.QuerySelectorAll("code.key, .codes code")) Remember("code", code.TextContent);
        if ((int)answer.Status >= 400) Failures.Add(answer);
        return answer;
    }

    private string Remember(string name, string value)
    {
        Secrets[$"{name} {Secrets.Count}"] = value;
        return value;
    }
}
