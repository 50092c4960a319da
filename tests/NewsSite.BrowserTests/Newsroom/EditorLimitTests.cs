using System.Globalization;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>What the server refuses for its size, or puts off, costs no character either: the page says why and goes on.</summary>
public sealed class EditorLimitTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    private const string Saves = "**/*handler=Save";
    private const string Previews = "**/*handler=Preview";
    private const string Begun = "The water rose in the night, and nobody";
    private const string TooLong = "All fields together may hold 1,000,000 characters. Take something out.";
    private const string TooLarge = "What was sent is larger than the site takes, and nothing of it was kept. Send less.";
    private const string IsSafe = " Your text is safe in this browser.";

    private RunningSite Site => model.Site;

    [Fact]
    public async Task A_text_that_is_too_long_stays_and_is_saved_once_it_is_shorter()
    {
        await using var reader = await OpenAsync();

        await FillAsync(reader.Page, 1_000_001);
        await reader.Page.RaisesAsync(TooLong + IsSafe);
        await reader.Page.SaysAsync("not saved");
        Assert.Equal(1_000_001, await LengthAsync(reader.Page));
        await reader.Page.HoldsCopyAsync("xxx");

        await reader.Page.Text().FillAsync(Begun);
        await IsSavedAsync(reader.Page);
    }

    [Fact]
    public async Task A_text_beyond_what_a_form_may_hold_stays_and_is_saved_once_it_is_shorter()
    {
        await using var reader = await OpenAsync();

        await FillAsync(reader.Page, 11 * 1024 * 1024);
        await reader.Page.GetByText(TooLarge).First.WaitForAsync(new() { Timeout = 60_000 }); // eleven megabytes take their time
        await reader.Page.RaisesAsync(TooLarge);
        await Expect(reader.Page.Locator("[data-refusal]")).ToHaveTextAsync(TooLarge);
        await reader.Page.RaisesAsync("This browser cannot keep a copy of your text.");
        await Expect(reader.Page.Locator(".bar-note", new() { HasText = "is safe in this browser" })).ToHaveCountAsync(0);
        Assert.Equal(11 * 1024 * 1024, await LengthAsync(reader.Page));

        await reader.Page.Text().FillAsync(Begun);
        await IsSavedAsync(reader.Page);
        await Expect(reader.Page.Locator("[data-refusal]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_server_that_asks_for_a_pause_gets_the_text_after_it_and_not_before()
    {
        await using var reader = await OpenAsync();
        await reader.Page.Clock.InstallAsync();
        await reader.Page.RouteAsync(Saves, route => PutOffAsync(route, seconds: 600), new() { Times = 1 });

        await reader.Page.Text().FillAsync(Begun);
        await reader.Page.RaisesAsync("Not saved yet: the server asks for a pause." + IsSafe);
        await reader.Page.SaysAsync("not saved");
        await reader.Page.HoldsCopyAsync(Begun);
        await reader.Page.Clock.FastForwardAsync(500_000);
        await reader.Page.Text().PressSequentiallyAsync(" slept");
        Assert.Equal("not saved", await reader.Page.Locator("[data-state]").TextContentAsync());

        await reader.Page.Clock.FastForwardAsync(100_000);
        await IsSavedAsync(reader.Page, Begun + " slept");
    }

    [Fact]
    public async Task A_preview_that_was_put_off_is_asked_for_once_more_by_itself()
    {
        await using var reader = await OpenAsync();
        await reader.Page.RouteAsync(Previews, route => PutOffAsync(route, seconds: 1), new() { Times = 1 });

        await reader.Page.RunAndWaitForResponseAsync(() => reader.Page.Text().FillAsync(Begun), answer => answer.Status is 429);

        await Expect(reader.Page.Locator("[data-preview]")).ToContainTextAsync(Begun);
    }

    private async Task<Reader> OpenAsync()
    {
        var reader = await room.OpenAsync(Site);
        await reader.Page.SignInAsync(Site, await Site.HireAsync("Ines Maddern"));
        await reader.Page.OpenEditorAsync(Site);
        await reader.Page.Headline().FillAsync("Over the limit");
        await reader.Page.SavedAsync();
        return reader;
    }

    /// <summary>As the server answers whoever has too many forms in work.</summary>
    private static Task PutOffAsync(IRoute route, int seconds) => route.FulfillAsync(new()
    {
        Status = 429,
        Headers = new Dictionary<string, string> { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) },
        ContentType = "application/json; charset=utf-8",
        Body = """{"message":"Too many requests came at once, so this one has to wait."}""",
    });

    // At once, as a paste comes: typed, it would take the day.
    private static async Task FillAsync(IPage page, int length) => await page.Text().EvaluateAsync(
        "(field, length) => { field.value = 'x'.repeat(length); field.dispatchEvent(new InputEvent('input', { bubbles: true })); }", length);

    private static Task<int> LengthAsync(IPage page) => page.Text().EvaluateAsync<int>("field => field.value.length");

    private static async Task IsSavedAsync(IPage page, string text = Begun)
    {
        await page.SaysAsync("saved");
        await Expect(page.Locator(".bar-note")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(page.Text()).ToHaveValueAsync(text);
    }
}
