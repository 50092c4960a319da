using NewsSite.Domain.Articles;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Summaries;
using NewsSite.Summaries;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

public sealed class SummaryPanelMakerTests
{
    private static readonly SummaryPanelMaker Maker = new(new SummaryMaker(new ForestSummarizer()), new ForestSummarizer());

    [Fact]
    public async Task Untouched_it_shows_the_picked_sentences_their_places_and_what_readers_are_told()
    {
        var panel = await PanelAsync((string?)null);

        Assert.Equal("Two sentences, picked automatically, each as it stands in the text.", panel.State);
        Assert.Equal("Sentences picked automatically by a trained model; none rewritten.", panel.Label);
        Assert.True(panel is { IsAutomatic: true, IsStale: false, IsChecked: false, Complaint: null });
        Assert.All(panel.Sentences, s => Assert.Matches(@"^Paragraph \d, sentence \d$", s.Place));
        Assert.All(panel.Sentences, s => Assert.Empty(s.Findings));
        Assert.InRange(panel.Alternatives.Count, 1, 8);
        Assert.Empty(panel.Alternatives.Select(other => other.Text).Intersect(panel.Sentences.Select(s => s.Text)));
        Assert.True(SummaryChoice.TryParse(panel.Choice, out var start, out _));
        Assert.Equal(panel.Sentences.Select(s => new ChosenSentence(s.Text, s.Text)), start!.Sentences);
    }

    [Fact]
    public async Task Unsupported_numbers_names_quotations_and_negations_are_named()
    {
        var panel = await PanelAsync(Copy.Choose(
            ("The board did not vote to raise the quay by 14 centimetres before the next winter, Carla Voss said, “as promised”.", Copy.First), (Copy.Third, Copy.Third)));

        Assert.Equal("Two sentences, one of them not as it stands in the text.", panel.State);
        Assert.Equal("Rewrites paragraph 1, sentence 1", panel.Sentences[0].Place);
        Assert.Equal(Copy.First, panel.Sentences[0].Source);
        Assert.Contains("The number 14 is not in the text.", panel.Sentences[0].Findings);
        Assert.Contains("The name Carla is not in the text.", panel.Sentences[0].Findings);
        Assert.Contains("The words “as promised” are quoted, but not in the text.", panel.Sentences[0].Findings);
        Assert.Contains("The sentence says “not”; what the text says of this does not.", panel.Sentences[0].Findings);
        Assert.Empty(panel.Sentences[1].Findings);
        Assert.Equal("Picked automatically from this article, then edited by Ann Lee.", panel.Label);
    }

    [Fact]
    public async Task A_number_in_a_table_of_the_text_is_found()
    {
        var panel = await PanelAsync(Copy.Choose(("The wall is 317 metres long.", null)), Story.DefaultBody + "\n\n| Part | Metres |\n|--|--|\n| Wall | 317 |\n");

        Assert.DoesNotContain(panel.Sentences[0].Findings, finding => finding.Contains("317", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_source_is_named_and_the_summary_is_stale_until_read()
    {
        var changed = Story.DefaultBody.Replace("forty", "seventy", StringComparison.Ordinal);
        var choice = Copy.Choose((Copy.First, Copy.First), (Copy.Third, Copy.Third));

        var panel = await PanelAsync(choice, changed);
        Assert.True(panel.IsStale);
        Assert.Equal("No longer in the text", panel.Sentences[0].Place);
        Assert.Contains("The text no longer has this sentence.", panel.Sentences[0].Findings);
        Assert.EndsWith("The article has changed since.", panel.Label, StringComparison.Ordinal);

        panel = await PanelAsync(choice with { Checked = panel.BodyHash }, changed);
        Assert.True(panel is { IsStale: false, IsChecked: true });
    }

    [Fact]
    public async Task Free_sentences_and_a_short_text_are_told_apart_in_words()
    {
        var own = await PanelAsync(Copy.Choose(("Nobody asked the fish.", null)), "Too short.");
        Assert.Equal(("One sentence, not as it stands in the text.", "Written freely"), (own.State, own.Sentences[0].Place));
        Assert.Equal("Written by Ann Lee. The article has changed since.", own.Label);

        var none = await PanelAsync((string?)null, "Too short.");
        Assert.StartsWith("No sentences are picked", none.State, StringComparison.Ordinal);
        Assert.Null(none.Label);
        Assert.Equal("{\"sentences\":[]}", none.Choice);
    }

    [Fact]
    public async Task A_broken_field_is_named_and_the_automatic_sentences_are_shown()
    {
        var panel = await PanelAsync("{{{");

        Assert.Contains("cannot be read", panel.Complaint, StringComparison.Ordinal);
        Assert.NotEmpty(panel.Sentences);
    }

    [Fact]
    public async Task Unchanged_words_of_somebody_else_keep_that_name()
    {
        var choice = Copy.Verbatim(Copy.First, Copy.Third);
        var standing = (await Copy.DraftAsync(choice, "Bo Ray")).Summary;

        Assert.Equal("Sentences from this article, chosen by Bo Ray; none rewritten.", (await PanelAsync(choice.ToJson(), standing: standing)).Label);
        Assert.Equal("Sentences from this article, chosen by Ann Lee; none rewritten.", (await PanelAsync(Copy.Verbatim(Copy.Third).ToJson(), standing: standing)).Label);
    }

    private static Task<SummaryPanel> PanelAsync(SummaryChoice choice, string markdown = Story.DefaultBody) => PanelAsync(choice.ToJson(), markdown);

    private static async Task<SummaryPanel> PanelAsync(string? field, string markdown = Story.DefaultBody, ArticleSummary? standing = null) => Maker.Make(new SummaryPanelRequest
    {
        Headline = "The quay rises",
        Language = "en",
        SiteLanguage = "en",
        Markdown = markdown,
        Body = await Copy.RenderAsync(markdown),
        Field = field,
        Editor = "Ann Lee",
        Standing = standing,
    });
}
