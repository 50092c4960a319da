using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsSite.Markup;

namespace NewsSite.Tests.Markup;

public sealed class SentenceMarksTests
{
    [Theory]
    [InlineData("<p>One. Two. Three.</p>", "Two.", "<p>One. <span class=\"src\" id=\"s-1\" data-n=\"1\">Two.</span>{back} Three.</p>")]
    [InlineData("<p>One <a href=\"/x\">two</a> three.</p>", "One two three.", "<p><span class=\"src\" id=\"s-1\" data-n=\"1\">One <a href=\"/x\">two</a> three.</span>{back}</p>")]
    [InlineData("<p>A. <em>B c. D</em> e.</p>", "D e.", "<p>A. <em>B c. <span class=\"src\" id=\"s-1\" data-n=\"1\">D</span></em><span class=\"src more\" data-n=\"1\"> e.</span>{back}</p>")]
    [InlineData("<p>A <a href=\"/x\">b. C</a> d.</p>", "A b.", "<p><span class=\"src\" id=\"s-1\" data-n=\"1\">A </span><a href=\"/x\"><span class=\"src more\" data-n=\"1\">b.</span> C</a>{back} d.</p>")]
    [InlineData("<p>A b.<sup class=\"fn-mark\"><a href=\"#fn-1\">1</a></sup> C.</p>", "A b.", "<p><span class=\"src\" id=\"s-1\" data-n=\"1\">A b.<sup class=\"fn-mark\"><a href=\"#fn-1\">1</a></sup></span>{back} C.</p>")]
    [InlineData("<p>A\n  b  <code>c</code>\nd. E.</p>", "A b c d.", "<p><span class=\"src\" id=\"s-1\" data-n=\"1\">A\n  b  <code>c</code>\nd.</span>{back} E.</p>")]
    [InlineData("<p><strong>All of it.</strong></p>", "All of it.", "<p><span class=\"src\" id=\"s-1\" data-n=\"1\"><strong>All of it.</strong></span>{back}</p>")]
    public void A_sentence_is_wrapped_in_as_few_spans_as_its_borders_allow(string html, string sentence, string expected)
    {
        var paragraph = Assert.Single(ProseOf(html));
        var mark = new SentenceMark("s-1", 1, 0, paragraph.IndexOf(sentence, StringComparison.Ordinal), sentence.Length);

        Assert.Equal(
            expected.Replace("{back}", "<a class=\"back\" href=\"#summary\" data-n=\"1\">back</a>", StringComparison.Ordinal),
            SentenceMarks.Mark(html, [mark], "back"));
    }

    [Fact]
    public void Paragraphs_are_counted_without_headings_lists_figures_and_cards()
    {
        const string Html = "<h2>H</h2><p>A.</p><ul><li>L</li></ul><p class=\"card\"><a href=\"/v\">V</a></p><figure class=\"picture\"></figure><p>B.</p>";

        var marked = Rendering.Parse(SentenceMarks.Mark(Html, [new("s-b", 1, 1, 0, 2)], "back"));

        Assert.Equal("B.", marked.QuerySelector("#s-b")!.TextContent);
    }

    [Fact]
    public void Marks_that_do_not_fit_overlap_or_repeat_an_id_are_left_out()
    {
        SentenceMark[] marks = [new("s-1", 1, 0, 0, 4), new("s-2", 2, 0, 2, 4), new("s-1", 3, 0, 5, 4), new("s-4", 4, 9, 0, 1), new("s-5", 5, 0, 8, 99), new("s-6", 6, 0, -1, 3)];

        var marked = Rendering.Parse(SentenceMarks.Mark("<p>One. Two.</p>", marks, "back"));

        Assert.Equal(["s-1"], marked.QuerySelectorAll("[id]").Select(e => e.Id));
    }

    [Fact]
    public void An_anchor_depends_on_the_words_alone_and_a_repeat_gets_a_suffix()
    {
        var anchor = SentenceMarks.AnchorFor("The gates close.");

        Assert.Matches("^s-[0-9a-f]{8}$", anchor);
        Assert.Equal(anchor, SentenceMarks.AnchorFor(" The  gates\nclose. "));
        Assert.NotEqual(anchor, SentenceMarks.AnchorFor("The gates open."));
        Assert.Equal([anchor, SentenceMarks.AnchorFor("B."), anchor + "-2"], SentenceMarks.AnchorsFor(["The gates close.", "B.", "The gates close."]));
    }

    [Fact]
    public void A_label_with_markup_stays_text() =>
        Assert.Contains("&lt;b&gt;", SentenceMarks.Mark("<p>One.</p>", [new("s-1", 1, 0, 0, 4)], "<b>"), StringComparison.Ordinal);

    [Property(MaxTest = 300)]
    public Property Marks_never_change_the_text_nest_links_or_repeat_ids() =>
        Prop.ForAll(Paragraph.Bodies.ToArbitrary(), body =>
        {
            var marked = Rendering.Parse(SentenceMarks.Mark(body.Html, body.Marks, "back"));
            var backLinks = marked.QuerySelectorAll("a.back").Length;
            var covered = body.Marks.Select(m => string.Concat(marked.QuerySelectorAll($".src[data-n='{m.Number}']").Select(WithoutNotes)));
            var wanted = body.Marks.Select(m => ProseOf(body.Html)[m.Paragraph].Substring(m.Start, m.Length));
            var nested = marked.QuerySelectorAll("a a, .src .src").Length;
            foreach (var back in marked.QuerySelectorAll("a.back")) back.Remove();

            return marked.TextContent == Rendering.Parse(body.Html).TextContent
                && nested is 0 && backLinks == body.Marks.Count
                && marked.QuerySelectorAll(".src[id]").Length == body.Marks.Count
                && covered.Select(Collapsed).SequenceEqual(wanted.Select(Collapsed), StringComparer.Ordinal);
        });

    private static IReadOnlyList<string> ProseOf(string html) =>
        [.. Rendering.Parse(html).Children.Where(p => p.LocalName is "p").Select(WithoutNotes).Select(Collapsed)];

    private static string WithoutNotes(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var left in copy.QuerySelectorAll(".fn-mark, del")) left.Remove();
        return copy.TextContent;
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split(' ', '\n', '\t').Where(w => w.Length > 0));
}
