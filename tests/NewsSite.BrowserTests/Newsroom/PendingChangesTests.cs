using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>A live article is changed beside what readers see, with the look of each page on the way.</summary>
public sealed class PendingChangesTests(ReadingRoom room) : IAsyncLifetime
{
    private const string Changed = "Winter crews, and who pays them";

    private ModelEdition? edition;

    private RunningSite Site => edition!.Site;

    public async ValueTask InitializeAsync() => edition = await ModelEdition.StartAsync();

    public ValueTask DisposeAsync() => edition?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Changes_are_sent_to_review_compared_approved_and_only_then_seen_by_readers()
    {
        await using var writer = await OpenAsync("Ines Maddern");
        await writer.Page.OpenEditorAsync(Site, "/admin/articles/1");
        await writer.Page.Headline().FillAsync(Changed);
        await writer.Page.SaysAsync("saved");
        await Expect(writer.Page.GetByText("changes not yet live")).ToBeVisibleAsync();
        await ChooseAsync(writer.Page, "Send to review…", "Submit");
        await Expect(writer.Page.Locator(".status")).ToContainTextAsync("changes in review");

        await using var reviewer = await OpenAsync("Eva Editor");
        var page = reviewer.Page;
        await page.GotoAsync(new Uri(Site.Address, "/admin?pile=Review").ToString());
        await StaffTests.LookAsync(reviewer, "desk-changes");
        await page.GetByRole(AriaRole.Link, new() { Name = ModelEdition.Headline }).ClickAsync();
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await Expect(page.Headline()).ToHaveValueAsync(Changed);
        await StaffTests.LookAsync(reviewer, "editor-changes");
        await page.GetByRole(AriaRole.Link, new() { Name = "What has changed" }).ClickAsync();
        await Expect(page.Locator("main ins").First).ToBeVisibleAsync();
        await StaffTests.LookAsync(reviewer, "changes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open in the editor" }).ClickAsync();
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await ChooseAsync(page, "Approve…", "Approve");
        await Expect(page.Locator(".status")).ToContainTextAsync("changes approved");
        Assert.Equal(ModelEdition.Headline, await HeadlineAsync());

        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.Locator("[data-opens=publish]").ClickAsync();
        await page.Locator("#publish button.first").ClickAsync();

        await Expect(page.Locator("[data-changes]")).ToHaveCountAsync(0);
        Assert.Equal(Changed, await HeadlineAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare them, or bring one back" }).ClickAsync();
        await StaffTests.LookAsync(reviewer, "history");
        Assert.Empty(reviewer.Complaints);
    }

    [Fact]
    public async Task Without_script_changes_are_dropped_and_stay_a_version()
    {
        await using var reader = await OpenAsync("Ines Maddern", new() { Script = false });
        var page = reader.Page;
        await page.GotoAsync(new Uri(Site.Address, "/admin/articles/1").ToString());
        await page.Headline().FillAsync(Changed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).Last.ClickAsync();
        await Expect(page.Locator(".status")).ToContainTextAsync("changes not yet live");

        await page.GetByRole(AriaRole.Button, new() { Name = "Drop the changes" }).ClickAsync();

        await Expect(page.Headline()).ToHaveValueAsync(ModelEdition.Headline);
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare them, or bring one back" }).ClickAsync();
        await Expect(page.Locator(".versions")).ToContainTextAsync("dropped");
        await Expect(page.Locator("main ins").First).ToBeVisibleAsync();
    }

    private static async Task ChooseAsync(IPage page, string button, string step)
    {
        await page.GetByText("Other steps").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.Locator($"#step-{step} button.first").ClickAsync();
    }

    private async Task<string> HeadlineAsync()
    {
        await using var reader = await room.OpenAsync(Site);
        await reader.GoAsync(ModelEdition.Path);
        return await reader.Page.Locator("h1").InnerTextAsync();
    }

    private async Task<Reader> OpenAsync(string name, ReaderSetup? setup = null)
    {
        var reader = await room.OpenAsync(Site, setup);
        await reader.Page.SignInAsync(Site, await Site.HireAsync(name));
        return reader;
    }
}
