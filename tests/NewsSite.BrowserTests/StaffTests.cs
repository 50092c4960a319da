using System.Globalization;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests;

/// <summary>The first person comes in, looks at every page, and comes back with a passkey.</summary>
public sealed class StaffTests(ReadingRoom room) : IAsyncLifetime
{
    private readonly RunningSite site = new(SampleEdition.Folder);

    // Passkeys belong to a name, never to a number.
    private string Root => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{site.Address.Port}");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Axe_and_the_content_policy_find_nothing_on_the_way_in_and_inside()
    {
        await using var reader = await room.OpenAsync(site);
        await reader.GoAsync(Root + await site.SetupLinkAsync());
        await LookAsync(reader, "setup");
        await reader.Page.FillSetupAsync();

        foreach (var (path, name) in new[] { ("/admin", "desk"), ("/admin/people", "people"), ("/account/security", "security"), ("/account/authenticator", "authenticator"), ("/account/passkeys", "passkeys") })
        {
            await reader.GoAsync(Root + path);
            await LookAsync(reader, name);
        }

        await reader.GoAsync(Root + "/admin/people");
        await reader.Page.Locator(".people summary").First.ClickAsync();
        await LookAsync(reader, "people-open");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await reader.Page.GetByLabel("E-mail").FillAsync("ines@courier.example");
        await reader.Page.GetByLabel("Password").FillAsync("not the right one");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await LookAsync(reader, "sign-in");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_passkey_that_was_added_opens_the_newsroom_and_one_that_was_removed_does_not()
    {
        await using var reader = await room.OpenAsync(site);
        await AddAuthenticatorAsync(reader.Page);
        await reader.GoAsync(Root + await site.SetupLinkAsync());
        await reader.Page.FillSetupAsync();

        await reader.GoAsync(Root + "/account/passkeys");
        await reader.Page.GetByLabel("Name, so that you know it again").FillAsync("Work laptop");
        await reader.Page.GetByLabel("Your password").FillAsync("not the right one");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(reader.Page.GetByText("That is not your password.")).ToBeVisibleAsync();
        await reader.Page.GetByLabel("Your password").FillAsync(WritingRoom.Password);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(reader.Page.GetByLabel("Name of the passkey")).ToHaveValueAsync("Work laptop");

        await ComeBackAsync(reader.Page);
        await Assertions.Expect(reader.Page).ToHaveURLAsync(Root + "/admin");

        await reader.GoAsync(Root + "/account/passkeys");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Work laptop" }).ClickAsync();
        await ComeBackAsync(reader.Page);
        await Assertions.Expect(reader.Page.GetByText("This passkey opens no account here.")).ToBeVisibleAsync();
    }

    private static async Task ComeBackAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey instead" }).ClickAsync();
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

    internal static async Task LookAsync(Reader reader, string name)
    {
        if (Environment.GetEnvironmentVariable("NEWSSITE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            foreach (var width in new[] { ReaderSetup.Desk, ReaderSetup.Phone })
            {
                await reader.Page.SetViewportSizeAsync(width, ReaderSetup.HeightFor(width));
                foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
                {
                    await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), FullPage = true });
                }
            }
        }

        await AccessibilityTests.CheckAllLooksAsync(reader);
    }
}
