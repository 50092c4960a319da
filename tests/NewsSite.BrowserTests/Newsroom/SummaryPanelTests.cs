using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>The summary beside the text, worked on by keyboard.</summary>
public sealed class SummaryPanelTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    private const string First = "The harbour board of Aldermoor voted on Monday to raise the quay by forty centimetres before the next winter.";
    private const string Second = "Work begins in March and costs 2.4 million crowns, which the board takes from its storm fund.";
    private const string Third = "Fishermen on the outer mole had asked for a siren instead, and will get one in the second year of the work.";
    private const string Fourth = "The quay was last raised in 1931, when the crane on its northern end was new and the grain ships were half as long as today.";

    private static readonly string Prose = string.Join(
        "\n\n", First, Second, Third, Fourth,
        "The council must still agree to close the fish market for three weeks in April. Its finance committee meets on Thursday, and two of its seven members have said that they would rather see the money spent on the roofs of the primary schools.",
        "The harbour master has waited nine winters for the decision and hopes that the water waits for another one.");

    private RunningSite Site => model.Site;

    [Fact]
    public async Task Sentences_are_moved_and_removed_by_keyboard_and_the_focus_stays_where_the_hand_is()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await StartFromAsync(page, First, Second, Third);

        await page.Locator("[data-key=up-3]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await SentencesAsync(page, First, Third, Second);
        await Expect(page.Locator("[data-key=up-2]")).ToBeFocusedAsync();
        await SaysAsync(page, "Sentence 3 is now sentence 2.");

        await page.Keyboard.PressAsync("Enter");
        await SentencesAsync(page, Third, First, Second);
        await Expect(page.Locator("[data-key=down-1]")).ToBeFocusedAsync();

        await page.Locator("[data-key=remove-2]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await SentencesAsync(page, Third, Second);
        await Expect(page.Locator("[data-key=remove-2]")).ToBeFocusedAsync();
        await SaysAsync(page, "Sentence 2 removed.");
        await Expect(page.Locator(".preview .summary li").First).ToContainTextAsync("Fishermen on the outer mole");
        await Expect(page.Locator("#Summary q").Last).ToHaveTextAsync("Sentences from this article, chosen by Ines Maddern; none rewritten.");

        var path = await page.SavedAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[data-state]').textContent.startsWith('saved')");
        await page.OpenEditorAsync(Site, path);
        await SentencesAsync(page, Third, Second);

        await page.Locator("[data-key=automatic]").ClickAsync();
        await Expect(page.Locator("#Summary .state-line")).ToContainTextAsync("picked automatically");
        await Expect(page.Locator("#sheet [name=Summary]")).ToHaveValueAsync("");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_rewritten_sentence_is_held_against_the_text_and_its_source_is_lit()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await StartFromAsync(page, First, Second);

        await page.Locator("[data-key=edit-1]").PressAsync("Enter");
        await page.GetByLabel("New words of sentence 1").FillAsync("The quay is raised by 14 centimetres, Carla Voss said.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use these words for sentence 1" }).PressAsync("Enter");

        await Expect(page.Locator("#Summary .findings li")).ToHaveTextAsync(["The number 14 is not in the text.", "The name Carla is not in the text.", "The name Voss is not in the text."]);
        await Expect(page.Locator("[data-key=edit-1]")).ToBeFocusedAsync();
        await SaysAsync(page, "Sentence 1 rewritten. The number 14 is not in the text.");
        await Expect(page.Locator(".preview .body .src[data-n='1']")).ToHaveTextAsync(First);
        Assert.NotEqual("rgba(0, 0, 0, 0)", await page.Locator(".preview .body .src[data-n='1']").EvaluateAsync<string>("span => getComputedStyle(span).backgroundColor"));
        await Expect(page.Locator("#panel-checks .forbidding")).ToContainTextAsync("Summary, sentence 1: The number 14 is not in the text.");
        await Expect(page.Locator("#Summary q").Last).ToHaveTextAsync("Picked automatically from this article, then edited by Ines Maddern.");
        await AccessibilityTests.CheckAllLooksAsync(reader);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Sentences_are_swapped_and_added_and_own_words_are_named_as_such()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await StartFromAsync(page, First);

        await page.Locator("[data-key=swap-1]").ClickAsync();
        await page.Locator("[data-open=swap-1]").GetByRole(AriaRole.Button, new() { Name = Third }).ClickAsync();
        await SentencesAsync(page, Third);
        await page.Locator("[data-key=add]").ClickAsync();
        await page.GetByLabel("Or in your own words").FillAsync("Nobody asked the fish.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add these words" }).ClickAsync();

        await SentencesAsync(page, Third, "Nobody asked the fish.");
        await Expect(page.Locator("#Summary .chosen > li").Last).ToContainTextAsync("Written freely");
    }

    [Fact]
    public async Task Half_typed_words_outlive_the_panel_being_drawn_anew()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await StartFromAsync(page, First, Second);
        await page.Locator("[data-key=edit-2]").ClickAsync();
        await page.GetByLabel("New words of sentence 2").FillAsync("Half typed");
        await page.EvaluateAsync("() => { document.querySelector('#Summary .state-line').textContent = 'before'; }");

        await page.Text().FillAsync(Prose + "\n\nA late addition.");

        await Expect(page.Locator("#Summary .state-line")).Not.ToHaveTextAsync("before");
        await Expect(page.GetByLabel("New words of sentence 2")).ToHaveValueAsync("Half typed");
        await Expect(page.GetByLabel("New words of sentence 2")).ToBeVisibleAsync();
        await Expect(page.Text()).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_change_of_a_source_makes_the_summary_stale_until_somebody_says_they_have_read_it()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await StartFromAsync(page, First, Second);

        await page.Text().FillAsync(Prose.Replace("forty", "seventy", StringComparison.Ordinal));
        await Expect(page.Locator("#Summary .stale")).ToContainTextAsync("The text has changed since the summary was made.");
        await Expect(page.Locator("#Summary .findings")).ToContainTextAsync("The text no longer has this sentence.");
        await Expect(page.Locator("#panel-checks .advice")).ToContainTextAsync("Read it against the text.");
        await AccessibilityTests.CheckAllLooksAsync(reader);

        await page.GetByLabel("I have read it against the text").CheckAsync();
        await Expect(page.Locator("#Summary .stale")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("I have read it against the text")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("I have read it against the text")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_check_leads_to_the_field_where_it_is_put_right()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await page.Text().FillAsync("A text with a TK in it, and [a link](/world/nowhere).");

        await Expect(page.Locator("#panel-checks .forbidding")).ToContainTextAsync("The link to /world/nowhere leads to an article that does not exist.");
        await page.Locator("#panel-checks").GetByRole(AriaRole.Link, new() { Name = "Write a headline." }).ClickAsync();

        await Expect(page.Headline()).ToBeFocusedAsync();
        await AccessibilityTests.CheckAllLooksAsync(reader);

        await page.Locator("[data-opens=publish]").ClickAsync();
        await page.Locator("dialog[open]").GetByRole(AriaRole.Link, new() { Name = "Say who wrote the article." }).ClickAsync();
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#Byline")).ToBeFocusedAsync();
    }

    private async Task<Reader> OpenAsync()
    {
        var reader = await room.OpenAsync(Site);
        await reader.Page.SignInAsync(Site, await Site.HireAsync("Ines Maddern"));
        await reader.Page.OpenEditorAsync(Site);
        return reader;
    }

    /// <summary>An article whose summary is made of these sentences of its text.</summary>
    private static async Task StartFromAsync(IPage page, params string[] sentences)
    {
        await page.Headline().FillAsync("The quay rises");
        await page.Text().FillAsync(Prose);
        await Expect(page.Locator("#Summary .chosen > li")).Not.ToHaveCountAsync(0);
        await page.EvaluateAsync(
            """
            sentences => {
              const field = document.querySelector("#sheet [name=Summary]");
              field.value = JSON.stringify({ sentences: sentences.map((text) => ({ text, source: text })) });
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }
            """, sentences);
        await SentencesAsync(page, sentences);
    }

    private static Task SentencesAsync(IPage page, params string[] sentences) => Expect(page.Locator("#Summary .words")).ToHaveTextAsync(sentences);

    private static Task SaysAsync(IPage page, string words) => Expect(page.Locator("#Summary + .sr")).ToContainTextAsync(words);
}
