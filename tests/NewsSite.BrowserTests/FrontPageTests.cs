using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

public sealed class FrontPageTests(ReadingRoom room)
{
    [Fact]
    public async Task The_front_shows_one_lead_then_a_band_for_every_section_in_the_order_of_the_paper()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.Front);

        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync("The Harbour Courier");
        await Expect(reader.Page.Locator(".lead")).ToHaveCountAsync(1);
        await Expect(reader.Page.Locator(".lead > .lead-head h2")).ToBeInViewportAsync();
        Assert.Equal(["Harbour", "Council", "Business", "Schools", "Culture", "Sport"], await reader.Page.Locator(".band > h2").AllInnerTextsAsync());
    }

    [Fact]
    public async Task Latest_lists_articles_newest_first()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.Front);

        var instants = await InstantsAsync(reader.Page.Locator(".latest li time"));

        Assert.Equal(SampleEdition.VisibleInstants.Reverse().Take(instants.Count), instants);
        Assert.True(instants.Count >= 5, $"Latest lists only {instants.Count} articles.");
    }

    [Fact]
    public async Task Articles_of_the_future_and_drafts_are_nowhere_on_the_front()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.Front);

        await Expect(reader.Page.Locator("main a[href*='/opened-today-letters-from-2026']")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator("main a[href*='/grain-terminal-lease']")).ToHaveCountAsync(0);
        Assert.All(await InstantsAsync(reader.Page.Locator("main time")), at => Assert.True(at <= RunningSite.Now));
    }

    [Theory]
    [InlineData(".lead .lead-head h2 a")]
    [InlineData(".latest li:nth-child(2) a")]
    [InlineData(".band .list a")]
    public async Task A_headline_on_the_front_opens_its_article(string selector)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.Front);
        var link = reader.Page.Locator(selector).First;
        var headline = await link.InnerTextAsync();

        await link.ClickAsync();

        await Expect(reader.Page.Locator("article.story h1")).ToHaveTextAsync(headline);
        await Expect(reader.Page.Locator("article.story .body p").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_page_of_the_sample_says_that_it_is_one()
    {
        await using var reader = await room.OpenAsync();
        foreach (var path in PageKinds.All)
        {
            await reader.GoAsync(path.Data);
            await Expect(reader.Page.Locator(".sample")).ToContainTextAsync("Sample edition");
            await Expect(reader.Page.Locator("meta[name=robots]")).ToHaveAttributeAsync("content", "noindex");
        }
    }

    private static async Task<List<DateTimeOffset>> InstantsAsync(ILocator times) =>
        [.. (await times.EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)"))
            .Select(text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
}
