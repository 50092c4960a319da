using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;
using NewsSite.Data.Accounts;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

/// <summary>A passkey opens the newsroom to whoever holds it; what it answered once, or what somebody else was asked, opens nothing.</summary>
public sealed class PasskeyTests(ReadingRoom room) : IAsyncLifetime
{
    private const string Challenge = "newsroom-passkey";
    private const string NewPasskey = "/account/passkeys";

    private readonly RunningSite site = new(SampleEdition.Folder);

    // Passkeys belong to a name, never to a number.
    private string Root => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{site.Address.Port}");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_passkey_that_was_added_opens_the_newsroom_and_one_that_was_removed_does_not()
    {
        await using var reader = await ArriveAsync();
        var page = reader.Page;
        await AskForNewAsync(page, "not the right one");
        await Expect(page.GetByText("That is not your password.")).ToBeVisibleAsync();
        await AddAsync(page);

        await LeaveAsync(page);
        await UseAsync(page);
        await Expect(page).ToHaveURLAsync(Root + "/admin");

        await reader.GoAsync(Root + NewPasskey);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Work laptop" }).ClickAsync();
        await LeaveAsync(page);
        await UseAsync(page);
        await Expect(page.GetByText("This passkey opens no account here.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_a_passkey_answered_opens_the_newsroom_once_and_only_to_the_browser_that_was_asked()
    {
        await using var reader = await ArriveAsync();
        await AddAsync(reader.Page);
        await LeaveAsync(reader.Page);
        var answer = await HeldForm.HoldAsync(reader.Page, "Passkey", () => UseAsync(reader.Page));
        await using var stranger = await room.OpenAsync(site);
        await stranger.GoAsync(Root + "/account/sign-in");
        await HeldForm.HoldAsync(stranger.Page, "Passkey", () => AnswerAnythingAsync(stranger.Page));
        var others = await answer.FromAsync(stranger.Page);

        Assert.False(await EntersAsync(answer.WithoutCookie(Challenge)));
        Assert.False(await EntersAsync(others));
        Assert.True(await EntersAsync(answer));
        await ForgetCountAsync(site);
        Assert.False(await EntersAsync(answer));
    }

    [Fact]
    public async Task What_was_asked_before_a_restart_is_not_asked_any_more()
    {
        await using var reader = await ArriveAsync();
        await AddAsync(reader.Page);
        await LeaveAsync(reader.Page);
        var answer = await HeldForm.HoldAsync(reader.Page, "Passkey", () => UseAsync(reader.Page));
        Assert.True(await EntersAsync(answer));

        await site.StopAsync();
        await using var restarted = site.Restarted();
        await ForgetCountAsync(restarted);

        Assert.False(await EntersAsync(answer));
    }

    [Fact]
    public async Task A_new_passkey_is_taken_once_and_only_for_the_account_that_was_asked()
    {
        await using var reader = await ArriveAsync();
        await using var colleague = await room.OpenAsync(site);
        await colleague.Page.SignInAsync(site, await site.HireAsync("Tomas Okell"));
        await colleague.GoAsync(NewPasskey);

        var answer = await HeldForm.HoldAsync(reader.Page, "Add", () => AskForNewAsync(reader.Page));
        Assert.False(await AddsAsync((await answer.FromAsync(colleague.Page)).WithCookie(Challenge, answer.Cookies[Challenge])));
        Assert.False(await AddsAsync(answer)); // it was spent on the colleague

        answer = await HeldForm.HoldAsync(reader.Page, "Add", () => AskForNewAsync(reader.Page));
        Assert.True(await AddsAsync(answer));
        await reader.Page.ReloadAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Work laptop" }).ClickAsync();
        Assert.False(await AddsAsync(answer));
        await Expect(reader.Page.GetByLabel("Name of the passkey")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task After_too_many_tries_the_page_says_how_long_to_wait()
    {
        await using var reader = await room.OpenAsync(site);
        await reader.GoAsync(Root + "/account/sign-in");
        await reader.Page.EvaluateAsync("""
            async () => {
              const form = document.querySelector("form[data-passkey]");
              while ((await fetch(form.dataset.options, { method: "POST", body: new FormData(form) })).ok);
            }
            """);

        await UseAsync(reader.Page);

        await Expect(reader.Page.Locator("[data-passkey] .error")).ToHaveTextAsync("There were too many tries. Wait 10 minutes.");
    }

    private async Task<Reader> ArriveAsync()
    {
        var reader = await room.OpenAsync(site);
        await AddAuthenticatorAsync(reader.Page);
        await reader.GoAsync(Root + await site.SetupLinkAsync());
        await reader.Page.FillSetupAsync();
        await reader.GoAsync(Root + NewPasskey);
        return reader;
    }

    private static async Task AskForNewAsync(IPage page, string password = WritingRoom.Password)
    {
        await page.GetByLabel("Name, so that you know it again").FillAsync("Work laptop");
        await page.GetByLabel("Your password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
    }

    private static async Task AddAsync(IPage page)
    {
        await AskForNewAsync(page);
        await Expect(page.GetByLabel("Name of the passkey")).ToHaveValueAsync("Work laptop");
    }

    private static async Task LeaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey instead" })).ToBeVisibleAsync();
    }

    private static Task UseAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey instead" }).ClickAsync();

    // A browser without a passkey is asked all the same.
    private static async Task AnswerAnythingAsync(IPage page) => await page.EvaluateAsync("""
        async () => {
          const form = document.querySelector("form[data-passkey]");
          await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
          form.submit();
        }
        """);

    // Passkeys that live on several devices do not count what they answered; this one does, and would give a second answer away.
    private static async Task ForgetCountAsync(RunningSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var account = (await users.FindByIdAsync("1"))!;
        var passkey = (await users.GetPasskeysAsync(account)).Single();
        passkey.SignCount = 0;
        Assert.True((await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded);
    }

    private static async Task<bool> EntersAsync(HeldForm form)
    {
        using var answer = await form.PostAsync();
        var isIn = answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("newsroom-session=", StringComparison.Ordinal));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(isIn ? "/admin" : null, answer.Headers.Location?.ToString());
        Assert.Equal(isIn, !page.Contains("This passkey opens no account here.", StringComparison.Ordinal));
        return isIn;
    }

    private static async Task<bool> AddsAsync(HeldForm form)
    {
        using var answer = await form.PostAsync();
        var isAdded = answer.Headers.Location?.ToString() == NewPasskey;
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(isAdded, !page.Contains("The passkey could not be added.", StringComparison.Ordinal));
        return isAdded;
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
