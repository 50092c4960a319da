using System.Globalization;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests;

/// <summary>The first person comes in and looks at every page.</summary>
public sealed class StaffTests(ReadingRoom room) : IAsyncLifetime
{
    private readonly RunningSite site = new(SampleEdition.Folder);

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
