using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>Editors arrange the front page of the sample edition, with the look of each page.</summary>
public sealed class FrontArrangingTests(ReadingRoom room) : IAsyncLifetime
{
    private readonly RunningSite site = new(SampleEdition.Folder);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Dragging_does_what_the_buttons_do()
    {
        await using var reader = await OpenAsync("Ines Maddern");
        var page = reader.Page;
        var (first, second) = (await ShelfHeadlineAsync(page, 6), await ShelfHeadlineAsync(page, 8));

        await DragAsync(page, Shelf(page, first), "#slot-0");
        await Expect(Slot(page, 0)).ToHaveTextAsync(first);
        await Shelf(page, second).Locator("select").SelectOptionAsync("1");
        await Shelf(page, second).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Slot(page, 1)).ToHaveTextAsync(second);

        await DragAsync(page, page.Locator("#slot-1"), "#slot-0");
        await Expect(Slot(page, 0)).ToHaveTextAsync(second);
        await Expect(Slot(page, 1)).ToHaveTextAsync(first);
        await page.Locator("#slot-0").GetByRole(AriaRole.Button, new() { Name = "Down" }).ClickAsync();
        await Expect(Slot(page, 0)).ToHaveTextAsync(first);
        await Expect(Slot(page, 1)).ToHaveTextAsync(second);
        await DragAsync(page, page.Locator("#slot-0"), "#slot-4");
        await Expect(Slot(page, 4)).ToHaveTextAsync(first);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Two_editors_at_once_see_both_and_lose_nothing()
    {
        await using var ines = await OpenAsync("Ines Maddern");
        await using var tomas = await OpenAsync("Tomas Okell");
        var (first, second) = (await ShelfHeadlineAsync(ines.Page, 6), await ShelfHeadlineAsync(ines.Page, 8));
        await DragAsync(ines.Page, Shelf(ines.Page, first), "#slot-0");
        await Expect(Slot(ines.Page, 0)).ToHaveTextAsync(first);

        await DragAsync(tomas.Page, Shelf(tomas.Page, second), "#slot-0");

        await Expect(tomas.Page.Locator(".note[role=alert]")).ToContainTextAsync("Ines Maddern changed the front page");
        await Expect(tomas.Page.Locator(".note[role=alert]")).ToContainTextAsync($"You wanted to place “{second}” in the slot “Lead”.");
        await Expect(Slot(tomas.Page, 0)).ToHaveTextAsync(first);
        await StaffTests.LookAsync(tomas, "front-late");
        await tomas.Page.GetByRole(AriaRole.Button, new() { Name = "Do it as things stand now" }).ClickAsync();
        await Expect(Slot(tomas.Page, 0)).ToHaveTextAsync(second);
        await Expect(Slot(tomas.Page, 1)).ToHaveTextAsync(first);

        await ines.Page.GetByLabel("Line", new() { Exact = true }).FillAsync("The old harbour bridge is closed");
        await ines.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the banner" }).ClickAsync();
        await Expect(ines.Page.Locator(".note[role=alert]")).ToContainTextAsync("stands in its field still");
        await Expect(ines.Page.GetByLabel("Line", new() { Exact = true })).ToHaveValueAsync("The old harbour bridge is closed");
    }

    [Fact]
    public async Task Axe_and_the_content_policy_find_nothing_from_the_first_placement_to_what_went_out()
    {
        await using var reader = await OpenAsync("Ines Maddern");
        var page = reader.Page;
        await StaffTests.LookAsync(reader, "front-nothing");
        foreach (var (place, slot) in new[] { (7, "0"), (9, "2"), (11, "3") })
        {
            var shelf = Shelf(page, await ShelfHeadlineAsync(page, place));
            await shelf.Locator("select").SelectOptionAsync(slot);
            await shelf.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"#slot-{slot}$"));
        }

        await page.Locator("#slot-2").GetByRole(AriaRole.Combobox).SelectOptionAsync("Pinned");
        await page.Locator("#slot-2").GetByRole(AriaRole.Button, new() { Name = "Set how long it stays" }).ClickAsync();
        await page.GetByLabel("Line", new() { Exact = true }).FillAsync(new string('x', 201));
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the banner" }).ClickAsync();
        await Expect(page.Locator("#Text-error")).ToBeVisibleAsync();
        await page.GetByLabel("Line", new() { Exact = true }).FillAsync("The old harbour bridge is closed after a ship struck its northern pier; nobody was hurt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the banner" }).ClickAsync();
        await Expect(page.Locator(".kept-banner")).ToBeVisibleAsync();
        await StaffTests.LookAsync(reader, "front-waiting");

        await reader.GoAsync(Root + "/admin/front/preview");
        await StaffTests.LookAsync(reader, "front-preview");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the front page’s slots" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it out" }).ClickAsync();
        await Expect(page.Locator(".front-state")).ToContainTextAsync("Ines Maddern put it out");
        await reader.GoAsync(Root + "/admin/front/history");
        await StaffTests.LookAsync(reader, "front-history");
        await reader.GoAsync(Root + "/");
        await Expect(page.Locator(".breaking")).ToContainTextAsync("northern pier");
        await StaffTests.LookAsync(reader, "front-breaking");
        // A refused form is answered with 422, which the console counts as an error.
        Assert.DoesNotContain(reader.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }

    private string Root => site.Address.ToString().TrimEnd('/');

    private async Task<Reader> OpenAsync(string name)
    {
        var reader = await room.OpenAsync(site);
        await reader.Page.SignInAsync(site, await site.HireAsync(name));
        await reader.GoAsync(Root + "/admin/front");
        return reader;
    }

    private static ILocator Slot(IPage page, int slot) => page.Locator($"#slot-{slot} h3");

    private static ILocator Shelf(IPage page, string headline) => page.Locator(".shelf-list li", new() { Has = page.GetByText(headline, new() { Exact = true }) });

    private static Task<string> ShelfHeadlineAsync(IPage page, int place) => page.Locator(".shelf-hed").Nth(place).InnerTextAsync();

    // On a window so tall that nothing scrolls: the mouse of a test presses before it scrolls, and moves after.
    private static async Task DragAsync(IPage page, ILocator from, string to)
    {
        await page.SetViewportSizeAsync(ReaderSetup.Desk, 4000);
        await from.DragToAsync(page.Locator(to).Locator(".slot-name"), new() { SourcePosition = new() { X = 5, Y = 5 } });
    }
}
