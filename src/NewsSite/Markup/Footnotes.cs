using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Gives Markdig's footnotes ids of our own prefix, and names that a screen reader can say.</summary>
internal static class Footnotes
{
    public const string MarkClass = "fn-mark";

    public static void Shape(IElement body, ArticleLanguage language)
    {
        foreach (var mark in body.QuerySelectorAll("a.footnote-ref")) ShapeMark(mark, language);
        foreach (var list in body.QuerySelectorAll("div.footnotes")) ShapeList(list, language);
    }

    private static void ShapeMark(IElement mark, ArticleLanguage language)
    {
        var number = mark.TextContent;
        var raised = mark.Owner!.CreateElement("sup");
        raised.ClassName = MarkClass;
        mark.Replace(raised);
        raised.AppendChild(mark);
        mark.TextContent = number;
        mark.Id = Ours(mark.Id ?? "");
        mark.SetAttribute("href", Ours(mark.GetAttribute("href") ?? ""));
        mark.SetAttribute("aria-label", language.FootnoteMark(number));
        mark.SetAttribute("role", "doc-noteref");
        mark.RemoveAttribute("class");
    }

    private static void ShapeList(IElement list, ArticleLanguage language)
    {
        var section = list.Owner!.CreateElement("section");
        section.ClassName = "footnotes";
        section.SetAttribute("role", "doc-endnotes");
        section.SetAttribute("aria-label", language.Footnotes);
        foreach (var item in list.QuerySelectorAll("li[id]")) item.Id = Ours(item.Id!);
        foreach (var back in list.QuerySelectorAll("a.footnote-back-ref")) ShapeBack(back, language);
        if (list.QuerySelector("ol") is { } notes) section.AppendChild(notes);
        list.Replace(section);
    }

    private static void ShapeBack(IElement back, ArticleLanguage language)
    {
        var target = Ours(back.GetAttribute("href") ?? "");
        back.SetAttribute("href", target);
        back.ClassName = "fn-back";
        back.SetAttribute("role", "doc-backlink");
        back.SetAttribute("aria-label", language.BackToText(target[(target.LastIndexOf('-') + 1)..]));
        back.TextContent = "↩\uFE0E";
        back.Before(back.Owner!.CreateTextNode(" "));
    }

    private static string Ours(string id) => id.Replace(':', '-');
}
