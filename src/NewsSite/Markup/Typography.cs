using System.Text;
using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Typographic quotation marks, apostrophes, dashes and ellipses, as the language of the article writes them. Code stays as it is.</summary>
internal static class Typography
{
    private static readonly HashSet<string> Inline = ["a", "em", "strong", "del", "code", "sup", "sub", "span", "img", "br"];

    public static void Shape(IElement body, ArticleLanguage language)
    {
        var run = new List<IText>();
        Walk(body, run, language);
        Flush(run, language);
        foreach (var picture in body.QuerySelectorAll("img"))
        {
            foreach (var name in (string[])["alt", "title"])
                if (picture.GetAttribute(name) is { Length: > 0 } value) picture.SetAttribute(name, Apply(value, language));
        }
    }

    /// <summary>The same for a text that is all of one line, such as an alternative text.</summary>
    public static string Apply(string text, ArticleLanguage language) => new TypographicText(language, text).Take(text.Length);

    private static void Walk(INode node, List<IText> run, ArticleLanguage language)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) run.Add(text);
            if (child is not IElement element || element.LocalName is "pre") continue;
            var block = !Inline.Contains(element.LocalName);
            if (block) Flush(run, language);
            Walk(element, run, language);
            if (block) Flush(run, language);
        }
    }

    private static void Flush(List<IText> run, ArticleLanguage language)
    {
        if (run.Count > 0)
        {
            var all = new StringBuilder();
            foreach (var text in run) all.Append(IsVerbatim(text) ? new string('x', text.Data.Length) : text.Data);
            var typographic = new TypographicText(language, all.ToString());
            foreach (var text in run)
            {
                var replaced = typographic.Take(text.Data.Length);
                if (!IsVerbatim(text)) text.Data = replaced;
            }
        }

        run.Clear();
    }

    private static bool IsVerbatim(IText text) =>
        text.ParentElement is { LocalName: "code" }
        || (text.ParentElement is { LocalName: "a" } && (text.Data.Contains("://", StringComparison.Ordinal) || text.Data.StartsWith("www.", StringComparison.Ordinal)));
}
