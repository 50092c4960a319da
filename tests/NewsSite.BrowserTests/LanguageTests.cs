using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

public sealed class LanguageTests(ReadingRoom room)
{
    [Theory]
    [InlineData(PageKinds.RightToLeft, "ar", "rtl")]
    [InlineData(PageKinds.Cyrillic, "uk", "ltr")]
    [InlineData(PageKinds.German, "de", "ltr")]
    public async Task An_article_in_another_language_says_so_and_keeps_the_frame_in_the_language_of_the_paper(string path, string language, string direction)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(path);

        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "en-GB");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("dir", "ltr");
        foreach (var own in new[] { "h1", ".standfirst", ".body p", "#summary li" })
            Assert.Equal((language, direction), await SpokenAsync(reader, own));
        foreach (var frame in new[] { ".label a", ".byline .meta", "#summary .get", "#summary .made span", ".turn .next .meta" })
            Assert.Equal(("en-GB", "ltr"), await SpokenAsync(reader, frame));
        // The list of tags keeps the direction of the article.
        Assert.Equal(("en-GB", direction), await SpokenAsync(reader, "ul.tags a"));
    }

    [Fact]
    public async Task A_headline_in_another_language_is_marked_where_it_stands_among_others()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.Front);

        Assert.Equal(("ar", "rtl"), await SpokenAsync(reader, $".latest a[href='{PageKinds.RightToLeft}']"));
        Assert.Equal(("en-GB", "ltr"), await SpokenAsync(reader, $".latest a[href='{PageKinds.Article}']"));
    }

    [Fact]
    public async Task An_article_and_its_translation_lead_to_each_other()
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(PageKinds.German);

        await reader.Page.Locator(".kin a[hreflang^=en]").ClickAsync();
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("Two thousand pipes");

        await reader.Page.Locator(".kin a[hreflang=de]").ClickAsync();
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("Zweitausend Pfeifen");
    }

    /// <summary>Language and direction as the browser takes them, inherited or set.</summary>
    private static async Task<(string Language, string Direction)> SpokenAsync(Reader reader, string selector)
    {
        var spoken = await reader.Page.Locator(selector).First.EvaluateAsync<string[]>(
            "part => [part.closest('[lang]').lang, getComputedStyle(part).direction]");
        return (spoken[0], spoken[1]);
    }
}
