namespace NewsSite.Tests.Markup;

/// <summary>A whole article with every feature, as it is stored. <c>UPDATE_GOLDEN=1</c> writes the file anew; read the difference before you commit it.</summary>
public sealed class GoldenArticleTests
{
    [Theory]
    [InlineData("barrier", "en")]
    [InlineData("damm", "de")]
    public async Task An_article_with_every_feature_renders_as_recorded(string name, string language)
    {
        var ct = TestContext.Current.CancellationToken;
        var golden = MarkupFiles.PathOf(Path.Combine("Golden", name + ".html"));
        var body = await Rendering.BodyOf(await File.ReadAllTextAsync(MarkupFiles.PathOf(Path.Combine("Golden", name + ".md")), ct), language);
        var actual = body.Html.TrimEnd() + "\n<!-- words: " + body.Words + " -->\n" + string.Concat(body.Paragraphs.Select(p => $"<!-- ¶ {p} -->\n"));

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1") await File.WriteAllTextAsync(golden, actual, ct);

        Assert.Equal(await File.ReadAllTextAsync(golden, ct), actual);
        Assert.Empty(UnsafeMarkup.FindingsIn(body.Html));
    }

    [Fact]
    public async Task The_same_text_always_renders_the_same()
    {
        var text = await File.ReadAllTextAsync(MarkupFiles.PathOf(Path.Combine("Golden", "barrier.md")), TestContext.Current.CancellationToken);

        var bodies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Rendering.BodyOf(text)));

        Assert.Single(bodies.Select(b => b.Html).Distinct(StringComparer.Ordinal));
    }
}
