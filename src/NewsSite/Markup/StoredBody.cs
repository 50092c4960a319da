using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Reads a body back from the HTML that was made of it, so that a new summary needs no new render.</summary>
public static class StoredBody
{
    /// <param name="html">A <see cref="RenderedBody.Html"/>, with or without sentence marks.</param>
    /// <returns>The body as it was rendered, without marks.</returns>
    public static RenderedBody Read(string html)
    {
        var body = Unmarked(html);
        var plain = ReadableText.Of(body);
        return new RenderedBody(body.InnerHtml, ProseText.Paragraphs(body), plain, WordCount.Of(plain));
    }
    /// <summary>The body without the marks of its summary.</summary>
    internal static IElement Unmarked(string html)
    {
        var body = BodyRenderer.Parse(html);
        foreach (var back in body.QuerySelectorAll("a.back")) back.Remove();
        foreach (var mark in body.QuerySelectorAll("span.src")) mark.Replace([.. mark.ChildNodes]);
        body.Normalize();
        return body;
    }
}
