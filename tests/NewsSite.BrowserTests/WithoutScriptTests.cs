using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

public sealed class WithoutScriptTests(ReadingRoom room)
{
    [Fact]
    public async Task A_reader_without_script_gets_from_the_front_through_a_section_to_an_article_and_its_summary()
    {
        await using var reader = await room.OpenAsync(new() { Script = false, Width = ReaderSetup.Phone });
        var page = reader.Page;
        await reader.GoAsync(PageKinds.Front);

        await page.Locator(".band > h2").GetByRole(AriaRole.Link, new() { Name = "Business" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Business");

        await page.Locator("main .hed a").First.ClickAsync();
        await Expect(page.Locator(".body p").First).ToBeVisibleAsync();

        await page.Locator("#summary > summary").ClickAsync();
        await Expect(page.Locator("#summary li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reader_without_script_can_search()
    {
        await using var reader = await room.OpenAsync(new() { Script = false });
        await reader.GoAsync("/search");

        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("herring");
        await reader.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");

        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Dredging pauses for the herring" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_skip_link_leads_the_keyboard_past_the_navigation()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.Article);
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(reader.Page.Locator(".skip")).ToBeInViewportAsync();

        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");

        await Expect(reader.Page.Locator("main a").First).ToBeFocusedAsync();
    }
}
