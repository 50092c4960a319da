using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

public sealed class LayoutTests(ReadingRoom room)
{
    // Of ink ("color") or paper ("backgroundColor"), 0 to 255, as the screen shows it.
    private const string Lightness = """
        property => {
          const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
          pen.fillStyle = getComputedStyle(document.querySelector(property === 'color' ? '.body' : 'html'))[property];
          pen.fillRect(0, 0, 1, 1);
          const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
          return Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        }
        """;

    [Theory]
    [MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task A_phone_never_scrolls_sideways(string path)
    {
        await using var reader = await room.OpenAsync(new() { Width = ReaderSetup.Phone });
        await reader.GoAsync(path);
        foreach (var width in new[] { ReaderSetup.Phone, ReaderSetup.SmallPhone })
        {
            await reader.Page.SetViewportSizeAsync(width, ReaderSetup.HeightFor(width));
            Assert.Equal(width, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Equal(width, await reader.Page.EvaluateAsync<int>("document.body.scrollWidth"));
        }
    }

    [Fact]
    public async Task Light_is_dark_ink_on_pale_paper()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.Article);

        Assert.InRange(await reader.Page.EvaluateAsync<int>(Lightness, "backgroundColor"), 235, 255);
        Assert.InRange(await reader.Page.EvaluateAsync<int>(Lightness, "color"), 0, 60);
    }

    [Fact]
    public async Task Dark_is_pale_ink_on_deep_but_not_black_paper()
    {
        await using var reader = await room.OpenAsync(new() { Dark = true });
        await reader.GoAsync(PageKinds.Article);

        Assert.InRange(await reader.Page.EvaluateAsync<int>(Lightness, "backgroundColor"), 8, 50);
        Assert.InRange(await reader.Page.EvaluateAsync<int>(Lightness, "color"), 190, 250);
    }

    [Theory]
    [InlineData(PageKinds.ManyForms, false)]
    [InlineData(PageKinds.RightToLeft, true)]
    public async Task A_right_to_left_article_is_laid_out_in_the_mirror(string path, bool mirrored)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(path);
        var headline = await BoxAsync(reader.Page.Locator("h1"));
        var letters = await ReachAsync(reader.Page.Locator("h1"));
        var previous = await BoxAsync(reader.Page.Locator(".turn .previous"));
        var next = await BoxAsync(reader.Page.Locator(".turn .next"));

        Assert.Equal(mirrored, previous.X > next.X);
        Assert.Equal(mirrored ? headline.X + headline.Width : headline.X, mirrored ? letters.Right : letters.Left, 2f);
        await Expect(reader.Page.Locator("h1")).ToHaveCSSAsync("direction", mirrored ? "rtl" : "ltr");
    }

    [Fact]
    public async Task Previous_and_next_stand_side_by_side_on_a_desk_and_stacked_on_a_phone()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.ManyForms);
        var (previous, next) = (reader.Page.Locator(".turn .previous"), reader.Page.Locator(".turn .next"));
        Assert.Equal((await BoxAsync(previous)).Y, (await BoxAsync(next)).Y, 1f);

        await reader.Page.SetViewportSizeAsync(ReaderSetup.Phone, ReaderSetup.HeightFor(ReaderSetup.Phone));
        var (above, below) = (await BoxAsync(previous), await BoxAsync(next));

        Assert.True(below.Y >= above.Y + above.Height - 1, "Next is not below Previous.");
        Assert.True(above.Height >= 44 && below.Height >= 44, "A neighbour is too small to hit.");
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator part) =>
        await part.BoundingBoxAsync() ?? throw new InvalidOperationException("Not visible.");

    /// <summary>How far the letters reach, not the box around them.</summary>
    private static async Task<(float Left, float Right)> ReachAsync(ILocator part)
    {
        var reach = await part.EvaluateAsync<float[]>("""
            part => {
              const letters = document.createRange();
              letters.selectNodeContents(part);
              const { left, right } = letters.getBoundingClientRect();
              return [left, right];
            }
            """);
        return (reach[0], reach[1]);
    }
}
