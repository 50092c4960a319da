using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using NewsSite.Domain.Staff;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>One article from the first start of the site to its retraction.</summary>
public sealed class TripTests(ReadingRoom room) : IAsyncLifetime
{
    private const string Headline = "The outer mole gets its siren";
    private const string Address = "/world/the-outer-mole-gets-its-siren";

    // Clocks in Brussels go from 02:00 to 03:00 that night: 02:30 means 03:00, which is 01:00 UTC.
    private const string InTheGap = "2027-03-28T02:30";
    private static readonly DateTimeOffset Due = new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero);

    private ModelEdition? edition;

    private RunningSite Site => edition!.Site;

    public async ValueTask InitializeAsync() => edition = await ModelEdition.StartAsync();

    public ValueTask DisposeAsync() => edition?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task An_article_is_written_killed_recovered_reviewed_approved_scheduled_across_a_change_of_clocks_published_and_retracted()
    {
        await using var ines = await room.OpenAsync(Site);
        await ines.Page.GotoAsync(new Uri(Site.Address, await Site.SetupLinkAsync()).ToString());
        await ines.Page.FillSetupAsync();
        var ann = await Site.HireAsync("Ann Author", StaffRole.Contributor);

        await WriteAndDieAsync(ann);
        await RecoverAndSubmitAsync(ann);
        await ApproveAndScheduleAsync(ines.Page);
        await AppearsOnTimeAsync();
        await RetractAsync();
    }

    private async Task WriteAndDieAsync(string email)
    {
        await using var reader = await room.OpenAsync(Site);
        await reader.Page.SignInAsync(Site, email);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "New article" }).ClickAsync();
        await Expect(reader.Page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await reader.Page.Headline().FillAsync(Headline);
        await reader.Page.Text().FillAsync(string.Join("\n\n", ModelEdition.Paragraphs) + "\n\nThe last sent");
        await reader.Page.SavedAsync();
    }

    private async Task RecoverAndSubmitAsync(string email)
    {
        await using var reader = await room.OpenAsync(Site);
        var page = reader.Page;
        await page.SignInAsync(Site, email);
        await page.GetByRole(AriaRole.Link, new() { Name = "My drafts" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Headline }).ClickAsync();
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await Expect(page.Text()).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("The last sent$"));
        await page.Text().PressAsync("Control+End");
        await page.Text().PressSequentiallyAsync("ence is whole.");
        await page.Locator("#Section").SelectOptionAsync("World");
        await page.Locator("#Byline").FillAsync("Ann Author");

        await page.GetByText("Other steps").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to review…" }).ClickAsync();
        await page.GetByLabel("A word to who reads it").FillAsync("Greta checked the numbers.");
        await page.Locator("#step-Submit button.first").ClickAsync();
        await Expect(page.Locator(".state.review")).ToHaveTextAsync("In review");
        await Expect(page.Locator("[data-opens=publish]")).ToHaveCountAsync(0);
    }

    private static async Task ApproveAndScheduleAsync(IPage page)
    {
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Waiting for review 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Headline }).ClickAsync();
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await Expect(page.Text()).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("The last sentence is whole.$"));
        await page.GetByText("Other steps").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve…" }).ClickAsync();
        await page.Locator("#step-Approve button.first").ClickAsync();
        await Expect(page.Locator(".state")).ToHaveTextAsync("Approved");

        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.Locator("[data-opens=publish]").ClickAsync();
        await page.GetByLabel("At a time, Brussels").CheckAsync();
        await page.Locator("#when-at").FillAsync(InTheGap);
        await page.Locator("#when-at").BlurAsync();
        await Expect(page.Locator("#when-words")).ToContainTextAsync("03:00 Brussels / 01:00 UTC");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schedule" }).ClickAsync();
        await Expect(page.Locator(".state.due")).ToHaveTextAsync("Scheduled");
    }

    private async Task AppearsOnTimeAsync()
    {
        await using var reader = await room.OpenAsync(Site);
        Site.Clock.SetUtcNow(Due.AddSeconds(-1));
        Assert.Equal(404, (await reader.Page.GotoAsync(new Uri(Site.Address, Address).ToString()))!.Status);

        Site.Clock.SetUtcNow(Due);
        Assert.Equal(200, (await reader.Page.GotoAsync(new Uri(Site.Address, Address).ToString()))!.Status);
        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync(Headline);
        await Expect(reader.Page.Locator(".body")).ToContainTextAsync("The last sentence is whole.");
    }

    // Months have passed, so everybody's session is over.
    private async Task RetractAsync()
    {
        await using var reader = await room.OpenAsync(Site);
        var page = reader.Page;
        await page.SignInAsync(Site, WritingRoom.FirstAdministrator);
        await page.GetByRole(AriaRole.Link, new() { Name = "Recently published" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Headline }).ClickAsync();
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.GetByText("Other steps").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retract…" }).ClickAsync();
        await page.GetByLabel("Notice to readers").FillAsync("There is no siren. We are sorry.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retract it for good" }).ClickAsync();
        await Expect(page.Locator(".state.gone")).ToHaveTextAsync("Retracted");

        await page.GotoAsync(new Uri(Site.Address, Address).ToString());
        await Expect(page.Locator(".notice")).ToContainTextAsync("There is no siren. We are sorry.");
        await Expect(page.Locator("meta[name=robots]").First).ToHaveAttributeAsync("content", "noindex");
        await Expect(page.GetByText("The last sentence is whole.")).ToHaveCountAsync(0);
        await AccessibilityTests.CheckAllLooksAsync(reader);
    }
}
