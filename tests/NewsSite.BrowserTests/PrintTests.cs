using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

public sealed class PrintTests(ReadingRoom room)
{
    [Fact]
    public async Task On_paper_the_summary_is_open_once_and_what_cannot_be_clicked_is_left_out()
    {
        await using var reader = await room.OpenAsync();
        var page = reader.Page;
        await reader.GoAsync(PageKinds.ManyForms);
        await Expect(page.Locator("#summary li").First).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var sentence in await page.Locator("#summary li").AllAsync()) await Expect(sentence).ToBeVisibleAsync();
        await Expect(page.Locator("#summary-end li").First).ToBeHiddenAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator(".body p").Last).ToBeVisibleAsync();
        foreach (var gone in new[] { "nav.sections", ".turn", ".tags", "footer" }) await Expect(page.Locator(gone).First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_opened_summary_takes_room_on_the_printed_sheet()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.ManyForms);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var list = await reader.Page.Locator("#summary ol").BoundingBoxAsync();
        var body = await reader.Page.Locator(".body").BoundingBoxAsync();

        Assert.NotNull(list);
        Assert.True(list.Height > 40, $"The list is {list.Height} pixels high.");
        Assert.True(list.Y + list.Height <= body!.Y, "The summary lies over the body.");
    }
}
