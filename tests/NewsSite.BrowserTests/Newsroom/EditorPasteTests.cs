using NewsSite.BrowserTests.Setting;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>What comes from Word and from web pages arrives as clean Markdown.</summary>
public sealed class EditorPasteTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    private const string Word = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal { margin: 0cm; font-size: 11pt } --></style>
        <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--></head>
        <body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
        <h1>The harbour in winter<o:p></o:p></h1>
        <p class=MsoNormal><span lang=EN-US style='mso-ansi-language:EN-US'>The board voted on <b style='mso-bidi-font-weight:normal'>Monday</b>, and <i>nobody</i>&nbsp;spoke against it.<o:p></o:p></span></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>ropes</p>
        <p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>of hemp</p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>lamps</p>
        <h2>What it costs</h2>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>First the quay</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>Then the siren</p>
        <p class=MsoNormal>See <a href="https://port.example/minutes?id=7&amp;utm_source=mail&amp;utm_medium=x">the minutes</a>.<span style='mso-spacerun:yes'>  </span></p>
        <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Year</b><o:p></o:p></p></td><td><p class=MsoNormal><b>Crowns</b></p></td></tr><tr><td><p class=MsoNormal>2026</p></td><td><p class=MsoNormal>2.4 | million</p></td></tr></table>
        <!--EndFragment--></body></html>
        """;

    private const string Web = """
        <meta charset='utf-8'><article class="post" style="color: rgb(20, 20, 20)"><script>window.ran = 1</script>
        <h2 id="x" class="title">A siren at last</h2>
        <p style="margin: 0"><span style="font-weight: 700">Bold words</span>, <em class="a">soft ones</em> and <a href="https://news.example/a?fbclid=abc" onclick="window.ran = 2">a link</a>.</p>
        <p><img src="data:image/png;base64,iVBORw0KGgo=" alt="inline"><img src="x" onerror="window.ran = 3"></p>
        <blockquote><p>We are told last.</p></blockquote>
        <ol start="3"><li>three</li><li>four<ul><li>and a half</li></ul></li></ol>
        <p><a href="javascript:window.ran=4">not a link</a> and <a href="/relative">neither</a></p>
        <svg onload="window.ran = 5"></svg><iframe srcdoc="<script>parent.ran = 6</script>"></iframe>
        <div style="display: none">hidden words</div></article>
        """;

    private RunningSite Site => model.Site;

    [Fact]
    public async Task Word_arrives_as_clean_Markdown()
    {
        await using var reader = await OpenAsync();

        await reader.Page.Text().PasteAsync(Word);

        await Expect(reader.Page.Text()).ToHaveValueAsync("""
            ## The harbour in winter

            The board voted on **Monday**, and _nobody_ spoke against it.

            - ropes
              - of hemp
            - lamps

            ### What it costs

            1. First the quay
            2. Then the siren

            See [the minutes](https://port.example/minutes?id=7).

            | **Year** | **Crowns** |
            | --- | --- |
            | 2026 | 2.4 \| million |
            """);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_web_page_arrives_as_clean_Markdown_and_nothing_of_it_runs()
    {
        await using var reader = await OpenAsync();
        await reader.Page.Text().FillAsync("Before.");

        await reader.Page.Text().PasteAsync(Web);

        await Expect(reader.Page.Text()).ToHaveValueAsync("""
            Before.

            ## A siren at last

            **Bold words**, _soft ones_ and [a link](https://news.example/a).

            > We are told last.

            3. three
            4. four
               - and a half

            not a link and neither
            """);
        await Expect(reader.Page.Locator(".preview .body ol")).ToHaveAttributeAsync("start", "3");
        Assert.Null(await reader.Page.EvaluateAsync<int?>("window.ran ?? null"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Plain_text_and_what_was_asked_for_without_formatting_stay_as_they_are()
    {
        await using var reader = await OpenAsync();
        var wasTaken = await reader.Page.Text().EvaluateAsync<bool>(
            """
            field => {
              const paste = html => {
                const data = new DataTransfer();
                data.setData('text/html', html);
                return !field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
              };
              const first = paste('<div><span style="color: #fff">**just** text</span></div>');
              field.dispatchEvent(new KeyboardEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true, bubbles: true }));
              return first || paste('<p><b>bold</b></p>');
            }
            """);

        Assert.False(wasTaken);
    }

    [Fact]
    public async Task A_paste_can_be_undone()
    {
        await using var reader = await OpenAsync();
        await reader.Page.Text().PressSequentiallyAsync("Before.");
        await reader.Page.Text().PasteAsync("<p>One <b>bold</b> word</p>");
        await Expect(reader.Page.Text()).ToHaveValueAsync("Before.One **bold** word");

        await reader.Page.Keyboard.PressAsync("Control+z");

        await Expect(reader.Page.Text()).ToHaveValueAsync("Before.");
    }

    private async Task<Reader> OpenAsync()
    {
        var reader = await room.OpenAsync(Site);
        await reader.Page.SignInAsync(Site, await Site.HireAsync("Ines Maddern"));
        await reader.Page.OpenEditorAsync(Site);
        return reader;
    }
}
