using NewsSite.Markup;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Markup;

public sealed class PathologicalMarkdownTests
{
    public static TheoryData<string> Names => [.. HostileRow.Read("pathological").Select(r => r.Name)];

    /// <summary>The deadline is 5 s: an answer that speaks of time is a pass of the deadline, not of the limits, and fails.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Pathological_text_is_rendered_or_refused_for_its_shape(string name)
    {
        var text = HostileRow.Read("pathological").Single(r => r.Name == name).Text;
        using var markup = new ArticleMarkup(TimeProvider.System, new MarkupOptions { Deadline = TimeSpan.FromSeconds(5) });

        var outcome = await markup.RenderAsync(text, Rendering.Library, "en", TestContext.Current.CancellationToken);

        Assert.True(outcome.Body is null ^ outcome.Refusal is null);
        Assert.DoesNotContain("too long to format", outcome.Refusal?.Reason ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a **b ", 1_001, "emphasis")]
    [InlineData("[a", 150, "square brackets")]
    [InlineData("[a](b) ", 2_001, "links")]
    [InlineData("# a\n\n", 501, "headings")]
    [InlineData("[^1]: a\n\n", 1_001, "footnotes")]
    [InlineData("*a* *b* *c*\n\n", 2_000, "marks")]
    [InlineData("| a | b |\n", 1_700, "cells")]
    [InlineData("a\n\n", 4_001, "lines")]
    [InlineData("`a` ", 401, "back-tick")]
    [InlineData("> ", 13, "nested")]
    [InlineData("1. ", 13, "nested")]
    [InlineData("*", 201, "in a row")]
    [InlineData("word ", 13_000, "paragraph")]
    [InlineData("word\n\n", 40_000, "characters")]
    public async Task A_limit_is_named_in_its_refusal(string unit, int times, string word) =>
        Assert.Contains(word, (await Rendering.RefusalOf(string.Concat(Enumerable.Repeat(unit, times)))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_refusal_gives_the_line_to_look_at() =>
        Assert.Equal(3, (await Rendering.RefusalOf("Good.\n\n" + new string('[', 300))).Line);

    [Fact]
    public async Task Depth_that_builds_up_over_many_lines_is_refused()
    {
        var lists = string.Concat(Enumerable.Range(0, 60).Select(i => new string(' ', 2 * i) + "* a\n"));

        Assert.Contains("nested too deeply", (await Rendering.RefusalOf(lists)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_ordinary_article_is_not_refused()
    {
        var paragraph = string.Concat(Enumerable.Repeat("The *harbour* office said [so](https://office.example/a) at \"noon\". ", 6));

        var body = await Rendering.BodyOf(string.Concat(Enumerable.Repeat("## Part\n\n" + paragraph + "\n\n", 150)));

        Assert.Equal(150, body.Paragraphs.Count);
    }
}
