using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests;

public sealed class AccessibilityTests(ReadingRoom room)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly object AllRules = new
    {
        runOnly = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" },
        resultTypes = new[] { "violations" },
    };

    // All that another colour scheme can break.
    private static readonly object ColourRules = new
    {
        runOnly = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } },
        resultTypes = new[] { "violations" },
    };

    [Theory]
    [MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_light_and_dark_on_a_desk_and_on_a_phone(string path)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(path);

        await CheckAllLooksAsync(reader);
    }

    [Theory]
    [InlineData(PageKinds.ManyForms)]
    [InlineData(PageKinds.RightToLeft)]
    public async Task Axe_finds_nothing_when_both_summaries_are_open_and_a_sentence_is_lit(string path)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(path);
        foreach (var box in await reader.Page.Locator("details > summary").AllAsync()) await box.ClickAsync();
        await reader.Page.Locator("#summary li a").First.ClickAsync();

        await CheckAllLooksAsync(reader);
    }

    [Fact]
    public async Task Axe_would_find_a_picture_without_words_text_too_pale_to_read_and_buttons_too_small_to_hit()
    {
        await using var reader = await room.OpenAsync();
        await reader.Page.RouteAsync("**" + PageKinds.Article, async route =>
        {
            var answer = await route.FetchAsync();
            var broken = (await answer.TextAsync()).Replace(" alt=\"", " data-alt=\"", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = broken });
        });
        await reader.GoAsync(PageKinds.Article);
        await reader.Page.EvaluateAsync("""
            document.querySelector('.body p').style.color = '#bbb';
            for (const name of ['A', 'B']) {
              const tiny = document.createElement('button');
              tiny.textContent = name;
              tiny.style.cssText = 'display: block; inline-size: 9px; block-size: 9px; margin: 0; padding: 0; overflow: hidden';
              document.querySelector('.body').append(tiny);
            }
            """);

        var found = await FindAsync(reader, AllRules);

        Assert.Contains(found, line => line.StartsWith("image-alt", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("color-contrast", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("target-size", StringComparison.Ordinal));
    }

    internal static async Task CheckAllLooksAsync(Reader reader)
    {
        var found = new List<string>();
        foreach (var width in new[] { ReaderSetup.Desk, ReaderSetup.Phone })
        {
            await reader.Page.SetViewportSizeAsync(width, ReaderSetup.HeightFor(width));
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            found.AddRange((await FindAsync(reader, AllRules)).Select(line => $"{width}, light: {line}"));
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            found.AddRange((await FindAsync(reader, ColourRules)).Select(line => $"{width}, dark: {line}"));
        }

        Assert.Empty(found);
    }

    private static async Task<string[]> FindAsync(Reader reader, object rules)
    {
        if (!await reader.Page.EvaluateAsync<bool>("'axe' in window")) await reader.Page.EvaluateAsync(Axe);
        return await reader.Page.EvaluateAsync<string[]>("""
            async rules => {
              const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } }, ...rules });
              return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} at ${target}: ${help}`));
            }
            """, rules);
    }
}
