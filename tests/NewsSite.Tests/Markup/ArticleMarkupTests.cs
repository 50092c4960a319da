using NewsSite.Markup;

namespace NewsSite.Tests.Markup;

public sealed class ArticleMarkupTests
{
    [Theory]
    [InlineData("# A\n## B\n### C", "h2 h3 h4")]
    [InlineData("## A\n#### B\n## C", "h2 h3 h2")]
    [InlineData("### A\n# B", "h2 h2")]
    [InlineData("# A\n#\n## B", "h2 h3")]
    public async Task Headings_start_at_the_second_level_and_skip_none(string markdown, string levels) =>
        Assert.Equal(levels, string.Join(' ', (await Rendering.PageOf(markdown)).Children.Select(h => h.LocalName)));

    [Theory]
    [InlineData("# Main\n# Main\n# Main", "h-main h-main-2 h-main-3")]
    [InlineData("# A\n# A 2\n# A", "h-a h-a-2 h-a-3")]
    [InlineData("# Straße, 2. Teil!", "h-straße-2-teil")]
    [InlineData("# 東京の港", "h-東京の港")]
    [InlineData("# !!!", "h-1")]
    [InlineData("# Note[^1]\n\n[^1]: x", "h-note fnref-1 fn-1")]
    public async Task Heading_ids_are_unique_and_carry_our_prefix(string markdown, string ids) =>
        Assert.Equal(ids, string.Join(' ', (await Rendering.PageOf(markdown)).QuerySelectorAll("[id]").Select(h => h.Id)));

    [Fact]
    public async Task A_link_to_a_heading_may_be_written_without_the_prefix() =>
        Assert.Equal("#h-was-schließt", (await Rendering.PageOf("[see](#was-schließt)\n\n## Was schließt")).QuerySelector("a")!.GetAttribute("href"));

    [Theory]
    [InlineData("en", "He said “it’s ‘fine’” – then… “Yes”—no")]
    [InlineData("de-AT", "He said „it’s ‚fine‘“ – then… „Yes“—no")]
    [InlineData("ru", "He said «it’s „fine“» – then… «Yes»—no")]
    public async Task Punctuation_follows_the_language(string language, string expected) =>
        Assert.Equal([expected], (await Rendering.BodyOf("He said \"it's 'fine'\" -- then... \"Yes\"---no", language)).Paragraphs);

    [Fact]
    public async Task Quotation_marks_are_right_across_emphasis_and_code_keeps_its_own() =>
        Assert.Equal(["“So it is,” she said of x = \"1\" in the ’90s."], (await Rendering.BodyOf("\"*So* it **is**,\" she said of `x = \"1\"` in the '90s.")).Paragraphs);

    [Fact]
    public async Task Prose_leaves_out_all_that_is_not_running_text()
    {
        var body = await Rendering.BodyOf("""
            # Heading

            First   *line*
            goes on.[^1] Was ~~five~~ six.

            - item

            > quotation

            | a |
            |---|
            | 1 |

            `````
            code
            `````

            ![alt](media/x.webp "Caption")

            https://youtu.be/abc

            Last.

            [^1]: Note.
            """);

        Assert.Equal(["First line goes on. Was six.", "Last."], body.Paragraphs);
        Assert.Equal(["Heading", "First line goes on. Was six.", "item", "quotation", "a", "1", "code", "Caption", "youtu.be/abc youtu.be", "Last.", "Note."], body.PlainText.Split('\n'));
        Assert.Equal(body.PlainText, HtmlText.Of(body.Html));
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=a", true)]
    [InlineData("https://m.youtube.com/watch?v=a", true)]
    [InlineData("https://video.example/a", true)]
    [InlineData("![clip](https://vimeo.com/1)", true)]
    [InlineData("https://www.youtube.com.evil.example/watch?v=a", false)]
    [InlineData("https://notyoutube.com/watch?v=a", false)]
    [InlineData("Watch https://youtu.be/a now", false)]
    public async Task Only_a_lone_link_to_a_known_site_becomes_a_card(string markdown, bool isCard) =>
        Assert.Equal(isCard, (await Rendering.PageOf(markdown)).QuerySelector("p.card > a[rel='noopener nofollow external'] + .card-host") is not null);

    [Fact]
    public async Task A_remote_picture_becomes_a_link_and_an_unknown_one_its_words()
    {
        var page = await Rendering.PageOf("![Far](https://far.example/x.png) and ![Lost](lost.webp)");

        Assert.Null(page.QuerySelector("img"));
        Assert.Equal("https://far.example/x.png", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Far and Lost", page.TextContent.Trim());
    }

    [Theory]
    [InlineData("The mole, 4.5 metres up. Drawing: Ada Fenwick", "The mole, 4.5 metres up.", "Drawing: Ada Fenwick")]
    [InlineData("The mole. Ada Fenwick/Courier", "The mole.", "Ada Fenwick/Courier")]
    [InlineData("Der Hafen. Foto: dpa", "Der Hafen.", "Foto: dpa")]
    [InlineData("One thing. Another thing happened here.", "One thing. Another thing happened here.", null)]
    [InlineData("No full stop | H. Brook", "No full stop", "H. Brook")]
    [InlineData("Photo: Ada Fenwick", "", "Photo: Ada Fenwick")]
    [InlineData("Photographs lay on the floor", "Photographs lay on the floor", null)]
    public async Task A_picture_title_is_caption_and_credit(string title, string caption, string? credit)
    {
        var words = (await Rendering.PageOf($"![a](media/x.webp \"{title}\")")).QuerySelector("figure.picture > figcaption")!;

        Assert.Equal(credit, words.QuerySelector(".credit")?.TextContent);
        Assert.Equal((caption + " " + credit).Trim(), words.TextContent);
    }

    [Fact]
    public async Task Footnotes_are_named_in_the_language_of_the_article()
    {
        var page = await Rendering.PageOf("Ja.[^a]\n\n[^a]: Doch.", "de");

        Assert.Equal("Fußnote 1", page.QuerySelector("a#fnref-1[href='#fn-1']")!.GetAttribute("aria-label"));
        Assert.Equal("Fußnoten", page.QuerySelector("section.footnotes")!.GetAttribute("aria-label"));
        Assert.StartsWith("Zurück", page.QuerySelector("li#fn-1 a[href='#fnref-1']")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_align_by_class_and_scroll_in_a_frame_of_their_own()
    {
        var page = await Rendering.PageOf("|  | Level | Note |\n|:--|--:|:-:|\n| a | 1.5 | b |");

        Assert.Equal("Table 1: Level, Note", page.QuerySelector("div.table-scroll[tabindex='0'][role=region] > table.figures")!.ParentElement!.GetAttribute("aria-label"));
        Assert.Equal(["start", "num", "center"], page.QuerySelectorAll("tbody td").Select(c => c.ClassName));
        Assert.All(page.QuerySelectorAll("th"), h => Assert.Equal("col", h.GetAttribute("scope")));
        Assert.Equal(2, page.QuerySelectorAll("th").Length);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Don't count sixty-four or 1,200.50 twice -- ever.", 7)]
    [InlineData("港口今晚关闭八点", 4)]
    [InlineData("يغلق الحاجز الليلة", 3)]
    [InlineData("प्रधान मंत्री ने कहा", 4)]
    public void Words_are_counted_as_readers_count(string text, int words) => Assert.Equal(words, WordCount.Of(text));

    [Theory]
    [InlineData("ar", "أُغلق *الحاجز* \"الليلة\".", "أُغلق الحاجز “الليلة”.")]
    [InlineData("he", "דובר צה\"ל: \"כן\".", "דובר צה\"ל: “כן”.")]
    [InlineData("ja", "港は**「今夜」**閉まる。", "港は「今夜」閉まる。")]
    public async Task Other_scripts_keep_their_text(string language, string markdown, string prose) =>
        Assert.Equal([prose], (await Rendering.BodyOf(markdown, language)).Paragraphs);

    [Fact]
    public async Task Broken_characters_are_taken_out() =>
        Assert.Equal(["a\uFFFDbc"], (await Rendering.BodyOf("a\uD800b\0c")).Paragraphs);
}
