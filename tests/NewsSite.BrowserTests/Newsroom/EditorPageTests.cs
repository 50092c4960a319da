using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The editor as it is seen and used.</summary>
public sealed class EditorPageTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    private static readonly string Prose = string.Join("\n\n", ModelEdition.Paragraphs.Append("## A heading in the text").Append("A list:\n\n- **ropes**\n- _lamps_\n- dry suits from [the port](https://port.example/)"));

    private RunningSite Site => model.Site;

    [Fact]
    public async Task Axe_finds_nothing_and_the_browser_has_nothing_to_complain_about()
    {
        await using var reader = await OpenAsync();
        await LookAsync(reader, "editor-new");
        await reader.Page.Headline().FillAsync("The outer mole asks for a siren, and a say");
        await reader.Page.Locator("#Standfirst").FillAsync("Eleven boats lie outside the gates. Their owners were told last.");
        await reader.Page.Text().FillAsync(Prose);
        await reader.Page.Locator("#Section").SelectOptionAsync("World");
        await reader.Page.SavedAsync();
        await Expect(reader.Page.Locator(".preview .summary")).Not.ToHaveCountAsync(0);
        await LookAsync(reader, "editor");

        await reader.Page.Locator("[data-opens=publish]").ClickAsync();
        await LookAsync(reader, "editor-publish");
        await reader.Page.Keyboard.PressAsync("Escape");
        await reader.Page.Locator("#panel-summary-title").ClickAsync();
        await reader.Page.Keyboard.PressAsync("?");
        await Expect(reader.Page.Locator("dialog[open] h2")).ToHaveTextAsync("Shortcuts");
        await LookAsync(reader, "editor-keys");

        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_preview_is_the_body_that_is_published_and_from_the_desk_it_takes_at_most_six_clicks()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.AddInitScriptAsync("addEventListener('click', event => { if (event.isTrusted) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1; }, true)");
        await page.GotoAsync(new Uri(Site.Address, "/admin").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "New article" }).ClickAsync();
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.Headline().FillAsync("The crews come home before the ice");
        await page.Text().FillAsync(Prose);
        await page.Locator("#Byline").FillAsync("Ann Author, Guest of the House");
        await page.Locator("#Section").SelectOptionAsync("World");
        await Expect(page.Locator(".preview .label")).ToHaveTextAsync("World");
        await Expect(page.Locator(".preview .body li")).ToHaveCountAsync(3);
        await Expect(page.Locator(".preview .by")).ToContainTextAsync("Guest of the House");
        var previewed = await page.Locator(".preview .body").InnerHTMLAsync();

        await page.Locator("[data-opens=publish]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();

        await Expect(page.Locator(".state.live")).ToHaveTextAsync("Published");
        Assert.InRange(await page.EvaluateAsync<int>("Number(sessionStorage.clicks)"), 1, 6);
        await page.GetByRole(AriaRole.Link, new() { Name = "As readers see it now" }).ClickAsync();
        await Expect(page.Locator("article.story h1")).ToHaveTextAsync("The crews come home before the ice");
        Assert.Equal(previewed, await page.Locator("article.story .body").InnerHTMLAsync());
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_step_that_is_refused_keeps_what_was_typed_and_names_the_field()
    {
        await using var reader = await OpenAsync();
        await reader.Page.Text().FillAsync("A text without a headline.");
        await reader.Page.SavedAsync();

        await reader.Page.Keyboard.PressAsync("Control+Enter");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();

        await Expect(reader.Page.Locator("#Headline-error")).ToHaveTextAsync("The article needs a headline.");
        await Expect(reader.Page.Headline()).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(reader.Page.Headline()).ToHaveAttributeAsync("aria-describedby", "Headline-error");
        await Expect(reader.Page.Text()).ToHaveValueAsync("A text without a headline.");
        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/admin/articles/\d+$"));
        await AccessibilityTests.CheckAllLooksAsync(reader);
    }

    [Fact]
    public async Task The_toolbar_is_one_stop_of_the_keyboard_and_arrows_move_inside_it()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.Text().FillAsync("siren");
        await page.Text().EvaluateAsync("field => field.select()");
        await page.Locator("markdown-toolbar").FocusAsync();
        await Expect(page.Locator("md-bold")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("md-italic")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator("[data-picks=text]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Text()).ToHaveValueAsync("**siren**");
        await Expect(page.Text()).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Text()).ToHaveValueAsync("siren");
        await page.Keyboard.PressAsync("Control+i");
        await Expect(page.Text()).ToHaveValueAsync("_siren_");
    }

    [Fact]
    public async Task A_body_that_cannot_be_shown_says_why_and_the_last_good_preview_stays()
    {
        await using var reader = await OpenAsync();
        await reader.Page.Text().FillAsync("This can be shown.");
        await Expect(reader.Page.Locator(".preview .body")).ToHaveTextAsync("This can be shown.");

        await reader.Page.Text().FillAsync(new string('>', 3000) + " too deep");

        await Expect(reader.Page.Locator(".refused")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".preview .body")).ToHaveTextAsync("This can be shown.");
    }

    [Fact]
    public async Task Names_are_suggested_as_they_are_typed_and_taken_by_keyboard()
    {
        await using var reader = await OpenAsync();
        var byline = reader.Page.Locator("#Byline");
        await byline.PressSequentiallyAsync("Guest of the House, ann");
        await Expect(reader.Page.GetByRole(AriaRole.Option, new() { Name = "Ann Author" })).ToBeVisibleAsync();
        await byline.PressAsync("ArrowDown");
        await byline.PressAsync("Enter");

        await Expect(byline).ToHaveValueAsync("Guest of the House, Ann Author, ");
    }

    [Fact]
    public async Task A_time_is_told_in_words_with_its_zone_and_schedules_the_article()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.Headline().FillAsync("Due in spring");
        await page.Text().FillAsync(Prose);
        await page.Locator("#Byline").FillAsync("Ann Author");
        await page.Locator("#Section").SelectOptionAsync("World");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.GetByLabel("At a time, Brussels").CheckAsync();
        await page.Locator("#when-at").FillAsync("2027-03-28T02:30");
        await page.Locator("#when-at").BlurAsync();
        await Expect(page.Locator("#when-words")).ToContainTextAsync("Clocks are put forward");

        await page.GetByRole(AriaRole.Button, new() { Name = "Schedule" }).ClickAsync();

        await Expect(page.Locator(".state.due")).ToHaveTextAsync("Scheduled");
    }

    private async Task<Reader> OpenAsync()
    {
        var reader = await room.OpenAsync(Site);
        await reader.Page.SignInAsync(Site, await Site.HireAsync("Ines Maddern"));
        await reader.Page.OpenEditorAsync(Site);
        return reader;
    }

    private static async Task LookAsync(Reader reader, string name)
    {
        if (Environment.GetEnvironmentVariable("NEWSSITE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            foreach (var width in new[] { ReaderSetup.Desk, ReaderSetup.Phone })
            {
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await reader.Page.SetViewportSizeAsync(width, ReaderSetup.HeightFor(width));
                    await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
                }
            }
        }

        await AccessibilityTests.CheckAllLooksAsync(reader);
    }
}
