using NewsSite.Domain.Articles;
using NewsSite.Features.Summaries;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Summaries;

public sealed class SummaryChoiceTests
{
    private const string Rewritten = "The quay grows by forty centimetres.";
    private const string Late = Story.DefaultBody + "\n\nA late addition, unrelated to all that.";

    private static readonly string Without = Story.DefaultBody.Replace("forty centimetres", "seventy centimetres", StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"sentences\":null}")]
    [InlineData("{\"sentences\":[null]}")]
    [InlineData("{\"sentences\":[{\"text\":null}]}")]
    [InlineData("{\"sentences\":[{\"text\":\" \"}]}")]
    [InlineData("{\"sentences\":[{\"text\":7}]}")]
    [InlineData("{\"sentences\":[{\"text\":\"A.\"}],\"made\":\"<script>\"}")]
    [InlineData("{\"sentences\":[{\"text\":{\"a\":{\"b\":{\"c\":{}}}}}]}")]
    [InlineData("not JSON")]
    [InlineData("{\"sentences\":[{\"text\":\"\\uD800 half a character.\"}]}")]
    public void What_cannot_be_read_is_refused_in_words_and_nothing_else(string json)
    {
        Assert.False(SummaryChoice.TryParse(json, out var choice, out var complaint));
        Assert.Null(choice);
        Assert.Contains("cannot be read", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_at_all_is_read_or_refused()
    {
        var random = new Random(7);
        const string Marks = "{}[]\":,\\ atextsourcechecked0\u0000\uD800";
        for (var i = 0; i < 3000; i++)
        {
            var json = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Marks[random.Next(Marks.Length)]));
            Assert.Equal(!SummaryChoice.TryParse(json, out var choice, out var complaint), complaint is not null);
            Assert.True(complaint is not null || choice is not null || string.IsNullOrWhiteSpace(json), json);
        }

        Assert.False(SummaryChoice.TryParse(new string('[', 70_000), out _, out _));
    }

    [Fact]
    public void Nothing_in_the_field_means_picked_automatically()
    {
        Assert.True(SummaryChoice.TryParse(" ", out var choice, out var complaint));
        Assert.Null(choice);
        Assert.Null(complaint);
    }

    [Theory]
    [InlineData(0, 5, "has no sentence")]
    [InlineData(7, 5, "has 7 sentences; 6 are the most")]
    [InlineData(2, 601, "Sentence 1 of the summary has 601 characters; 600 are the most")]
    public void A_choice_beyond_a_limit_is_named_and_still_shown(int count, int length, string words)
    {
        var wanted = Copy.Choose([.. Enumerable.Range(0, count).Select(_ => (new string('a', length), (string?)null))]);

        Assert.False(SummaryChoice.TryParse(wanted.ToJson(), out var choice, out var complaint));
        Assert.Equal(count, choice!.Sentences.Count);
        Assert.Contains(words, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_survives_the_form_and_its_lines_become_one()
    {
        Assert.True(SummaryChoice.TryParse("{\"sentences\":[{\"text\":\" Zwei\\r\\n Zeilen “und” \\u0000<b>. \",\"source\":\"\"}]}", out var choice, out _));

        Assert.Equal([new ChosenSentence("Zwei Zeilen “und” <b>.", null)], choice!.Sentences);
        Assert.True(SummaryChoice.TryParse(choice.ToJson(), out var again, out _));
        Assert.Equal(choice.Sentences, again!.Sentences);
    }

    [Fact]
    public async Task The_line_under_a_summary_says_what_was_done()
    {
        Assert.Equal("Picked by ", (await Copy.DraftAsync(null, null)).Summary.MadeBy());
        Assert.Equal("Chosen by Ann Lee", (await Copy.DraftAsync(Copy.Verbatim(Copy.Third, Copy.First))).Summary.MadeBy());
        Assert.Equal("Edited by Ann Lee", (await Copy.DraftAsync(Copy.Choose((Copy.Third, Copy.Third), (Rewritten, Copy.First)))).Summary.MadeBy());
        Assert.Equal("Edited by Ann Lee", (await Copy.DraftAsync(Copy.Choose((Copy.Third, Copy.Third), (Rewritten, null)))).Summary.MadeBy());
        Assert.Equal("Written by Ann Lee", (await Copy.DraftAsync(Copy.Choose((Rewritten, null), ("Nobody asked the fish.", null)))).Summary.MadeBy());
        Assert.Equal("Written by ", (await Copy.DraftAsync(SummaryChoice.OfText(Rewritten, "en"), null)).Summary.MadeBy());
    }

    [Fact]
    public async Task Half_a_sentence_of_the_body_is_not_verbatim_whatever_the_form_says()
    {
        const string Half = "Fishermen on the outer mole had asked for a siren instead";

        var draft = await Copy.DraftAsync(Copy.Verbatim(Half, Copy.First));

        Assert.Equal("Edited by Ann Lee, stale", draft.Summary.MadeBy());
        Assert.Null(draft.Summary.Sentences[0].Anchor);
    }

    [Fact]
    public async Task A_rewritten_sentence_lights_the_one_that_it_stands_for_and_two_may_share_it()
    {
        var draft = await Copy.DraftAsync(Copy.Choose((Rewritten, Copy.First), ("It does so before winter.", Copy.First), (Copy.Third, Copy.Third)));
        var html = draft.MarkSources((await Copy.RenderAsync(Story.DefaultBody)).Html, "en");

        Assert.Equal(draft.Summary.Sentences[0].Anchor, draft.Summary.Sentences[1].Anchor);
        Assert.Contains($"<span class=\"src\" id=\"{draft.Summary.Sentences[0].Anchor}\" data-n=\"1\">{Copy.First}</span>", html, StringComparison.Ordinal);
        Assert.Contains($"<span class=\"src\" id=\"{draft.Summary.Sentences[2].Anchor}\" data-n=\"3\">{Copy.Third}</span>", html, StringComparison.Ordinal);
        Assert.Equal([Copy.First, Copy.First, null], draft.Summary.Sentences.Select(s => s.Source));
    }

    [Fact]
    public async Task A_change_elsewhere_leaves_sentences_with_a_source_fresh_and_free_ones_stale()
    {
        Assert.Equal("Edited by Ann Lee", (await Copy.DraftAsync(Copy.Choose((Copy.Third, Copy.Third), (Rewritten, Copy.First)), markdown: Late)).Summary.MadeBy());
        Assert.Equal("Chosen by Ann Lee", (await Copy.DraftAsync(Copy.Verbatim(Copy.First), markdown: Late)).Summary.MadeBy());
        Assert.Equal("Written by Ann Lee, stale", (await Copy.DraftAsync(Copy.Choose((Rewritten, null)), markdown: Late)).Summary.MadeBy());
    }

    [Fact]
    public async Task A_change_of_a_source_makes_it_stale_until_somebody_has_read_it_or_changed_it()
    {
        var verbatim = Copy.Verbatim(Copy.First, Copy.Third);
        var rewritten = Copy.Choose((Rewritten, Copy.First), (Copy.Third, Copy.Third));
        foreach (var choice in new[] { verbatim, rewritten })
        {
            var stale = (await Copy.DraftAsync(choice, markdown: Without)).Summary;
            Assert.Equal("Edited by Ann Lee, stale", stale.MadeBy());
            Assert.Equal((null, Copy.First), (stale.Sentences[0].Anchor, stale.Sentences[0].Source));
            Assert.Equal(choice.Sentences, SummaryChoice.Of(stale)!.Sentences);

            Assert.False((await Copy.DraftAsync(choice with { Checked = SummaryMaker.BodyHash(Without) }, markdown: Without)).Summary.IsStale);
            Assert.True((await Copy.DraftAsync(choice with { Checked = SummaryMaker.BodyHash(Late) }, markdown: Without)).Summary.IsStale);
            Assert.False((await Copy.DraftAsync(Copy.Verbatim(Copy.Fifth, Copy.Third), markdown: Without)).Summary.IsStale);
        }
    }

    [Fact]
    public async Task How_a_browser_ends_its_lines_changes_nothing()
    {
        var choice = Copy.Choose((Rewritten, null));

        Assert.False((await Copy.DraftAsync(choice, markdown: Story.DefaultBody.ReplaceLineEndings("\r\n"))).Summary.IsStale);
    }

    [Fact]
    public void Unchanged_words_keep_their_credit_and_a_model_s_words_stay_a_model_s()
    {
        var model = Of(SummaryOrigin.LanguageModel, "Jane Doe", "test-model", "One.", "Two.");

        Assert.Equal("LanguageModel by Jane Doe", model.RevisedBy(Of(SummaryOrigin.Written, "Ann Lee", null, "One.", "Two.")).MadeBy());
        Assert.Equal("LanguageModel by Ann Lee", model.RevisedBy(Of(SummaryOrigin.Written, "Ann Lee", null, "Two.", "Own.")).MadeBy());
        Assert.Equal("Written by Ann Lee", model.RevisedBy(Of(SummaryOrigin.Written, "Ann Lee", null, "Own.")).MadeBy());
        Assert.Equal("Picked by ", model.RevisedBy(Of(SummaryOrigin.Picked, null, "forest", "One.", "Two.")).MadeBy());
        Assert.Equal("Written by Ann Lee", Of(SummaryOrigin.Written, "Ann Lee", null, "Own.").RevisedBy(Of(SummaryOrigin.Written, "Bo Ray", null, "Own.")).MadeBy());
        Assert.Equal("Written by Bo Ray", Of(SummaryOrigin.Written, "Ann Lee", null, "Own.").RevisedBy(Of(SummaryOrigin.Written, "Bo Ray", null, "Other.")).MadeBy());
    }

    private static ArticleSummary Of(SummaryOrigin origin, string? editor, string? method, params string[] sentences) =>
        new(origin, [.. sentences.Select(text => new SummarySentence(text, null))], method, new string('a', 64), editor);
}
