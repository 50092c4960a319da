using System.Collections.Concurrent;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Markup;

public sealed class HostileMarkdownTests
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("[x]({0})\n\n![x]({0})\n\n![{0}](media/x.webp \"{0}\")\n\n[y][1]\n\n[1]: <{0}> '{0}'")]
    public Task Cross_site_scripting_rows_come_out_harmless(string place) => AllComeOutHarmless("xss", place);

    [Theory]
    [InlineData("{0}")]
    [InlineData("> {0}")]
    [InlineData("| {0} | b |\n|---|---|\n| {0} | d |")]
    [InlineData("Text[^1]\n\n[^1]: {0}")]
    [InlineData("# {0}")]
    public Task Hostile_markdown_comes_out_harmless(string place) => AllComeOutHarmless("markdown", place);

    [Theory]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](<java\u0001script:alert(1)>)")]
    [InlineData("<data:text/html,x>")]
    [InlineData("[x](https://user:pass@evil.example)")]
    [InlineData("[x](ftp://files.example/a)")]
    public async Task A_link_to_a_forbidden_address_keeps_only_its_words(string markdown) =>
        Assert.Null((await Rendering.PageOf(markdown)).QuerySelector("a"));

    [Fact]
    public async Task Raw_html_is_shown_as_text()
    {
        var page = await Rendering.PageOf("A <b onclick=alert(1)>bold</b> claim\n\n<script>alert(1)</script>");

        Assert.Equal(2, page.QuerySelectorAll("*").Length);
        Assert.Contains("<script>alert(1)</script>", page.TextContent, StringComparison.Ordinal);
    }

    private static async Task AllComeOutHarmless(string file, string place)
    {
        var rendered = 0;
        var findings = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(HostileRow.Read(file), async (row, _) =>
        {
            var outcome = await Rendering.OutcomeOf(place.Replace("{0}", row.Text, StringComparison.Ordinal));
            if (outcome.Body is not { } body) return;
            Interlocked.Increment(ref rendered);
            foreach (var finding in UnsafeMarkup.FindingsIn(body.Html)) findings.Add($"{row.Id}: {finding}");
        });

        Assert.Empty(findings);
        Assert.True(rendered > 40, $"only {rendered} rows were rendered");
    }
}
