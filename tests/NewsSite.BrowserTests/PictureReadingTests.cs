using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

/// <summary>Pictures as readers get them.</summary>
public sealed class PictureReadingTests(ReadingRoom room)
{
    // Heard from the first moment of the page on.
    private const string HearShifts = """
        window.shifts = [];
        new PerformanceObserver(list => {
          for (const { value, sources } of list.getEntries()) window.shifts.push(`${value}: ${sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName} ${node?.className} ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`)}`);
        }).observe({ type: "layout-shift", buffered: true });
        """;

    [Theory]
    [InlineData(PageKinds.Front, ReaderSetup.Phone)]
    [InlineData(PageKinds.Front, ReaderSetup.Desk)]
    [InlineData(PageKinds.ManyForms, ReaderSetup.Phone)]
    [InlineData(PageKinds.ManyForms, ReaderSetup.Desk)]
    public async Task Nothing_moves_when_pictures_arrive(string path, int width)
    {
        await using var reader = await room.OpenAsync(new() { Width = width });
        await reader.Page.AddInitScriptAsync(HearShifts);
        await DelayAsync(reader.Page);
        await reader.GoAsync(path);
        await TrafficTests.ReadToTheEndAsync(reader);

        Assert.NotEqual(0, await reader.Page.Locator("picture img").CountAsync());
        Assert.Empty(await reader.Page.EvaluateAsync<string[]>("window.shifts"));
    }

    [Fact]
    public async Task A_picture_that_takes_no_place_beforehand_would_be_noticed()
    {
        await using var reader = await room.OpenAsync(new() { Width = ReaderSetup.Phone });
        await reader.Page.AddInitScriptAsync(HearShifts);
        await DelayAsync(reader.Page);
        await reader.Page.RouteAsync("**" + PageKinds.Article, async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace(" height=\"", " data-height=\"", StringComparison.Ordinal) });
        });
        await reader.GoAsync(PageKinds.Article);
        await TrafficTests.ReadToTheEndAsync(reader);

        Assert.NotEmpty(await reader.Page.EvaluateAsync<string[]>("window.shifts"));
    }

    [Fact]
    public async Task Until_it_is_there_its_place_has_its_colour()
    {
        await using var reader = await room.OpenAsync();
        await reader.Page.RouteAsync("**/media/**", route => route.AbortAsync());
        await reader.GoAsync(PageKinds.Article);

        var picture = reader.Page.Locator("picture img").First;
        var tone = await picture.GetAttributeAsync("data-tone");
        Assert.Matches("^[05af]{3}$", tone);
        await Expect(picture).ToHaveCSSAsync("background-color", $"rgb({string.Join(", ", tone!.Select(digit => Convert.ToInt32(new string(digit, 2), 16)))})");
        Assert.True((await picture.BoundingBoxAsync())!.Height > 100, "It takes no place.");
    }

    [Theory]
    [InlineData(PageKinds.Front)]
    [InlineData(PageKinds.ManyForms)]
    public async Task Without_script_pictures_show(string path)
    {
        await using var reader = await room.OpenAsync(new() { Script = false, Width = ReaderSetup.Phone });
        await reader.GoAsync(path);

        var picture = reader.Page.Locator("picture img").First;
        await picture.ScrollIntoViewIfNeededAsync();
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await picture.EvaluateAsync<int>("picture => picture.naturalWidth"));
    }

    // So that the page is drawn before its pictures. Web fonts stay away: the faces that stand in for them are fitted to Georgia and Arial, which test machines do not have.
    private static async Task DelayAsync(IPage page)
    {
        await page.RouteAsync("**/*.woff2", route => route.AbortAsync());
        await page.RouteAsync("**/media/**", async route =>
        {
            // A page that is painted before all of it has been read grows by itself: that is over before the first picture comes.
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            await page.EvaluateAsync("""
                () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
                  if (!window.isRead) window.shifts.length = 0;
                  window.isRead = true;
                  done();
                })))
                """);
            await route.ContinueAsync();
        });
    }
}
