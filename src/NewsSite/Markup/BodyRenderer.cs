using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Domain;

namespace NewsSite.Markup;

/// <summary>One render: Markdown to HTML, shaped for the page, sanitised, and read back as prose.</summary>
internal sealed class BodyRenderer(Func<string, PictureFile?> findPicture, ArticleLanguage language, CancellationToken stop)
{
    public MarkupOutcome Render(string markdown)
    {
        var text = CleanText.Lines(markdown);
        if (BodyScan.Refusal(text) is { } refusal) return MarkupOutcome.Refused(refusal.Reason, refusal.Line);

        try
        {
            var body = Parse(NewsMarkdown.ToHtml(text));
            stop.ThrowIfCancellationRequested();
            Shape(body);
            stop.ThrowIfCancellationRequested();
            return Finish(SafeMarkup.Sanitize(body));
        }
        catch (ArgumentException tooDeep) when (tooDeep.Message.Contains("nested", StringComparison.OrdinalIgnoreCase))
        {
            return MarkupOutcome.Refused("Lists, quotations, brackets or emphasis are nested too deeply. Take some levels out.");
        }
    }

    internal static IElement Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;

    private void Shape(IElement body)
    {
        Typography.Shape(body, language);
        Footnotes.Shape(body, language);
        Headings.Shape(body);
        Tables.Shape(body, language);
        Pictures.Shape(body, findPicture);
        Links.Shape(body);
        Figures.Shape(body);
        LinkCards.Shape(body);
        Pictures.OfferSizes(body);
        foreach (var code in body.QuerySelectorAll("pre")) code.SetAttribute("tabindex", "0"); // wide code scrolls: keyboards must reach it
        foreach (var code in body.QuerySelectorAll("code[class]")) code.RemoveAttribute("class");
    }

    private static MarkupOutcome Finish(string html)
    {
        var body = Parse(html);
        if (SafeMarkup.FirstFault(body) is { } fault)
            return MarkupOutcome.Refused($"The text holds something that may not be shown to readers ({fault}). Take it out.");

        var plain = ReadableText.Of(body);
        return MarkupOutcome.Rendered(new RenderedBody(html, ProseText.Paragraphs(body), plain, WordCount.Of(plain)));
    }
}
