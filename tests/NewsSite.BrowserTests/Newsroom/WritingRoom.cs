using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Setup;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>How tests write: an account, a page with the editor, and what it says.</summary>
public static class WritingRoom
{
    public const string Password = "four grey herons wade";
    public const string FirstAdministrator = "ines@courier.example";
    public const string New = "/admin/articles/new";

    // Longer than the page waits before it tries to save again.
    private static readonly LocatorAssertionsToHaveTextOptions Patiently = new() { Timeout = 20_000 };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>Path of the page that makes the first administrator.</returns>
    public static async Task<string> SetupLinkAsync(this RunningSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SetupDesk>().OfferAsync(Ct))!;
    }

    /// <summary>Fills the page for the first administrator in, and arrives on the desk.</summary>
    public static async Task FillSetupAsync(this IPage page)
    {
        await page.GetByLabel("Your name").FillAsync("Ines Maddern");
        await page.GetByLabel("E-mail").FillAsync(FirstAdministrator);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByLabel("Name of the paper").FillAsync("The Evening Tide");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up the site" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Desk" })).ToBeVisibleAsync();
    }

    /// <returns>The account's e-mail.</returns>
    public static async Task<string> HireAsync(this RunningSite site, string name, StaffRole role = StaffRole.Administrator)
    {
        var email = $"{Guid.NewGuid():N}@courier.example";
        await using var scope = site.Services.CreateAsyncScope();
        var invited = await scope.ServiceProvider.GetRequiredService<StaffDesk>().InviteAsync(email, name, role, [], Actor.CommandLine, Ct);
        var outcome = await scope.ServiceProvider.GetRequiredService<PasswordDesk>()
            .SetByLinkAsync(LinkPurpose.Invitation, invited.Link!.Split("token=")[1], Password, Ct);
        Assert.Null(outcome!.Complaint);
        return email;
    }

    /// <summary>Ends every session of an account, as its owner could from another browser.</summary>
    public static async Task SignOutEverywhereAsync(this RunningSite site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<StaffDirectory>().IdOfAsync(email, Ct);
        await scope.ServiceProvider.GetRequiredService<StaffSessions>().EndAllAsync(new Actor(id!.Value, ""), Ct);
    }

    public static async Task SignInAsync(this IPage page, RunningSite site, string email, string arrivesAt = "/admin")
    {
        await page.GotoAsync(new Uri(site.Address, "/account/sign-in").ToString());
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(site.Address, arrivesAt).ToString());
    }

    public static async Task OpenEditorAsync(this IPage page, RunningSite site, string path = New)
    {
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
    }

    public static ILocator Headline(this IPage page) => page.Locator("#Headline");

    public static ILocator Text(this IPage page) => page.Locator("#Body");

    /// <summary>All that an article needs to be published.</summary>
    public static async Task FillInAsync(this IPage page, string headline)
    {
        await page.Headline().FillAsync(headline);
        await page.Text().FillAsync(string.Join("\n\n", ModelEdition.Paragraphs));
        await page.Locator("#Byline").FillAsync("Ann Author");
        await page.Locator("#Section").SelectOptionAsync("World");
    }

    public static async Task PublishAsync(this IPage page)
    {
        await page.SavedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await Expect(page.Locator(".state.live")).ToHaveTextAsync("Published");
    }

    /// <summary>The state beside the headline begins with these words: “not saved” is not “saved”.</summary>
    public static Task SaysAsync(this IPage page, string state) => Expect(page.Locator("[data-state]")).ToHaveTextAsync(new Regex(@"^\s*" + Regex.Escape(state)), Patiently);

    public static Task RaisesAsync(this IPage page, string words) => Expect(page.Locator(".bar-note", new() { HasText = words })).ToBeVisibleAsync();

    /// <summary>Saved, and the address is that of the article.</summary>
    /// <returns>The path.</returns>
    public static async Task<string> SavedAsync(this IPage page)
    {
        await page.SaysAsync("saved");
        await Expect(page).ToHaveURLAsync(new Regex(@"/admin/articles/\d+$"));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>The browser has a copy that holds these words.</summary>
    public static Task HoldsCopyAsync(this IPage page, string words) =>
        page.WaitForFunctionAsync("words => Object.values(localStorage).some(copy => copy.includes(words))", words);

    /// <summary>Pastes as if it came from another program.</summary>
    public static Task PasteAsync(this ILocator field, string html, string text = "") => field.EvaluateAsync(
        """
        (field, [html, text]) => {
          const data = new DataTransfer();
          data.setData('text/html', html);
          data.setData('text/plain', text);
          field.focus();
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { html, text });
}
