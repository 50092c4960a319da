using NewsSite.Markup;

namespace NewsSite.Tests.Markup;

public sealed class StoredBodyTests
{
    [Fact]
    public async Task A_stored_body_reads_back_as_it_was_rendered_whatever_was_marked_in_it()
    {
        const string Markdown = """
            ## A heading

            The *first* sentence has a [link](/harbour/quay) in it. The second[^1] has a note, and “quotes”.

            - a list
            - of two

            Another paragraph & more.

            [^1]: A note.
            """;
        var rendered = (await new ArticleMarkup().RenderAsync(Markdown, _ => null, "en", TestContext.Current.CancellationToken)).Body!;
        var first = rendered.Paragraphs[0];
        var marked = SentenceMarks.Mark(
            rendered.Html, [new SentenceMark("s-1", 1, 0, 0, first.IndexOf('.', StringComparison.Ordinal) + 1), new SentenceMark("s-2", 2, 1, 0, 7)], "back");

        var read = StoredBody.Read(marked);

        Assert.NotEqual(rendered.Html, marked);
        Assert.Equal(rendered.Html, read.Html);
        Assert.Equal(rendered.Paragraphs, read.Paragraphs);
        Assert.Equal((rendered.PlainText, rendered.Words), (read.PlainText, read.Words));
    }
}
