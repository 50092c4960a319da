namespace NewsSite.Markup;

/// <summary>The words of stored body HTML, for the search index.</summary>
public static class HtmlText
{
    /// <param name="html">A <see cref="RenderedBody.Html"/>, with or without sentence marks.</param>
    /// <returns>The same as <see cref="RenderedBody.PlainText"/>: one block a line; the ways back to the summary are left out.</returns>
    public static string Of(string html) => ReadableText.Of(BodyRenderer.Parse(html));
}
