using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>An editor does one thing with many articles of the desk, with the look of it.</summary>
public sealed class BulkTests(ReadingRoom room) : IAsyncLifetime
{
    private const string Desk = "/admin?pile=Published";

    private readonly RunningSite site = new(SampleEdition.Folder);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Three_rows_are_chosen_by_keyboard_moved_and_moved_back()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await reader.GoAsync(Root + Desk);
        await Expect(page.Locator("[data-chosen]")).ToHaveTextAsync("None chosen");
        await Expect(page.Locator("#Tags")).ToBeHiddenAsync();
        for (var row = 0; row < 3; row++)
        {
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("x");
        }

        await Expect(page.Locator("[data-chosen]")).ToHaveTextAsync("3 chosen");
        await page.Locator("#What").FocusAsync();
        await page.Keyboard.TypeAsync("Mo");
        await Expect(page.Locator("#What")).ToHaveValueAsync("Move");
        await StaffTests.LookAsync(reader, "desk-bulk");
        var before = await SectionsAsync(page);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#Into")).ToBeFocusedAsync();
        await page.Locator("#Into").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        var aim = await page.Locator("#Into option:checked").TextContentAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".bulk-note h2")).ToHaveTextAsync(new Regex($@"^\d articles? moved to {aim}\.$"));
        await StaffTests.LookAsync(reader, "desk-bulk-done");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".bulk-note h2")).ToContainTextAsync("Undone");
        Assert.Equal(before, await SectionsAsync(page));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task All_on_the_page_are_chosen_at_once_and_what_is_wrong_is_said_beside_its_field()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await reader.GoAsync(Root + Desk);
        await page.GetByLabel("Choose all on this page").CheckAsync();
        await Expect(page.Locator("[data-chosen]")).ToHaveTextAsync($"{await page.Locator("input[name=Ids]").CountAsync()} chosen");
        await page.Locator("input[name=Ids]").First.UncheckAsync();
        Assert.True(await page.Locator("#all").EvaluateAsync<bool>("box => box.indeterminate"));
        await page.Locator("#What").SelectOptionAsync("AddTags");
        await page.Locator("#Tags").FillAsync("Quay, …");
        await page.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();

        await Expect(page.Locator("#Tags-error")).ToContainTextAsync("no letter or digit");
        await Expect(page.Locator("#Tags")).ToHaveValueAsync("Quay, …");
        await Expect(page.Locator("input[name=Ids]").First).Not.ToBeCheckedAsync();
        await Expect(page.Locator("input[name=Ids]").Last).ToBeCheckedAsync();
        await StaffTests.LookAsync(reader, "desk-bulk-refused");
    }

    [Fact]
    public async Task Files_are_saved_and_the_page_stays()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await reader.GoAsync(Root + Desk);
        await page.Locator("input[name=Ids]").First.CheckAsync();
        await page.Locator("#What").SelectOptionAsync("Export");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync());

        Assert.Equal("articles.zip", download.SuggestedFilename);
        await using var zip = await System.IO.Compression.ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains(zip.Entries, entry => entry.FullName.EndsWith(".md", StringComparison.Ordinal));
        await Expect(page.Locator("input[name=Ids]").First).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Without_script_the_form_does_the_same()
    {
        await using var reader = await OpenAsync(new() { Script = false });
        var page = reader.Page;
        await reader.GoAsync(Root + Desk);
        await Expect(page.Locator("#all")).ToBeHiddenAsync();
        foreach (var row in Enumerable.Range(0, 3)) await page.Locator("input[name=Ids]").Nth(row).CheckAsync();
        await page.Locator("#What").SelectOptionAsync("AddTags");
        await page.Locator("#Tags").FillAsync("Without script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();
        await Expect(page.Locator(".bulk-note h2")).ToHaveTextAsync("3 articles tagged: Without script.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(page.Locator(".bulk-note h2")).ToContainTextAsync("Undone: 3 articles");
        if (Environment.GetEnvironmentVariable("NEWSSITE_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "desk-bulk-plain.png"), FullPage = true });
    }

    private static async Task<string> SectionsAsync(IPage page) => string.Join(", ", await page.Locator(".desk tbody .label").AllTextContentsAsync());

    private string Root => site.Address.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    private async Task<Reader> OpenAsync(ReaderSetup? setup = null)
    {
        var reader = await room.OpenAsync(site, setup);
        await reader.GoAsync(Root + await site.SetupLinkAsync());
        await reader.Page.FillSetupAsync();
        return reader;
    }
}
