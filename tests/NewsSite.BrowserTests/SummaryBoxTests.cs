using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

public sealed class SummaryBoxTests(ReadingRoom room)
{
    private const string Article = "/harbour/how-a-storm-surge-is-forecast";
    private const string Offer = "No time to read? Get a summary";

    [Fact]
    public async Task Both_boxes_are_closed_and_make_the_same_offer()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(Article);

        var boxes = reader.Page.Locator("details.summary");

        await Expect(boxes).ToHaveCountAsync(2);
        foreach (var box in await boxes.AllAsync())
        {
            await Expect(box).Not.ToHaveAttributeAsync("open", "");
            await Expect(box.Locator("summary")).ToHaveTextAsync(Offer);
            await Expect(box.Locator("li").First).ToBeHiddenAsync();
        }
    }

    [Theory]
    [InlineData("#summary")]
    [InlineData("#summary-end")]
    public async Task A_click_opens_a_box_and_another_one_closes_it(string id)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(Article);
        var box = reader.Page.Locator(id);

        await box.GetByText("Get a summary").ClickAsync();
        await Expect(box.Locator("li").First).ToBeVisibleAsync();

        await box.GetByText("Get a summary").ClickAsync();
        await Expect(box.Locator("li").First).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("#summary", "Enter")]
    [InlineData("#summary-end", "Space")]
    public async Task The_keyboard_alone_reaches_a_box_and_opens_and_closes_it(string id, string key)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(Article);
        var box = reader.Page.Locator(id);
        var sentence = box.Locator("li").First;

        await TabToAsync(reader.Page, $"{id} > summary");
        Assert.NotEqual("none", await box.Locator("summary").EvaluateAsync<string>("control => getComputedStyle(control).outlineStyle"));

        await reader.Page.Keyboard.PressAsync(key);
        await Expect(sentence).ToBeVisibleAsync();

        await reader.Page.Keyboard.PressAsync(key);
        await Expect(sentence).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Both_boxes_hold_the_same_sentences()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(Article);

        var top = await reader.Page.Locator("#summary li").AllTextContentsAsync();
        var bottom = await reader.Page.Locator("#summary-end li").AllTextContentsAsync();

        Assert.InRange(top.Count, 2, 5);
        Assert.Equal(top, bottom);
    }

    [Fact]
    public async Task A_summary_sentence_leads_to_its_lit_source_and_back_without_script()
    {
        await using var reader = await room.OpenAsync(new() { Script = false });
        await reader.GoAsync(Article);
        var page = reader.Page;
        await page.Locator("#summary > summary").ClickAsync();
        var item = page.Locator("#summary li").Last;
        var link = item.GetByRole(AriaRole.Link);
        var source = page.Locator((await link.GetAttributeAsync("href"))!);
        var plain = await BackgroundAsync(source);

        await link.ClickAsync();
        await Expect(source).ToBeInViewportAsync();
        Assert.NotEqual(plain, await BackgroundAsync(source));
        Assert.StartsWith(await source.InnerTextAsync(), await item.InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator(".back:visible").ClickAsync();
        await Expect(page.Locator("#summary")).ToBeInViewportAsync();
        await Expect(item).ToBeVisibleAsync();
        Assert.Equal(plain, await BackgroundAsync(source));
    }

    private static Task<string> BackgroundAsync(ILocator part) =>
        part.EvaluateAsync<string>("part => getComputedStyle(part).backgroundColor");

    private static async Task TabToAsync(IPage page, string selector)
    {
        const int MoreThanAllStops = 200;
        for (var stop = 0; stop < MoreThanAllStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"Tab never reached {selector}.");
    }
}
