using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Tables of figures: alignment by class, headers that name their column, and a frame that scrolls by itself.</summary>
internal static class Tables
{
    public static void Shape(IElement body, ArticleLanguage language)
    {
        var number = 0;
        foreach (var table in body.QuerySelectorAll("table"))
        {
            table.ClassName = "figures";
            foreach (var cell in table.QuerySelectorAll("th, td")) ShapeCell(cell);
            foreach (var columns in table.QuerySelectorAll("colgroup, col")) columns.Remove();
            Frame(table, language.Table(++number, Heads(table)));
        }
    }

    private static void ShapeCell(IElement cell)
    {
        var style = cell.GetAttribute("style") ?? "";
        cell.RemoveAttribute("style");
        if (style.Contains("right", StringComparison.Ordinal)) cell.ClassName = "num";
        else if (style.Contains("center", StringComparison.Ordinal)) cell.ClassName = "center";
        else if (style.Contains("left", StringComparison.Ordinal)) cell.ClassName = "start";
        if (cell.LocalName is not "th") return;

        if (string.IsNullOrWhiteSpace(cell.TextContent)) AsPlainCell(cell);
        else cell.SetAttribute("scope", "col");
    }

    /// <summary>An empty corner heads nothing.</summary>
    private static void AsPlainCell(IElement cell)
    {
        var plain = cell.Owner!.CreateElement("td");
        if (cell.ClassName is { Length: > 0 } alignment) plain.ClassName = alignment;
        plain.Append([.. cell.ChildNodes]);
        cell.Replace(plain);
    }

    private static string Heads(IElement table) =>
        string.Join(", ", table.QuerySelectorAll("th").Take(6).Select(h => ProseText.Of(h).Text.Trim()));

    private static void Frame(IElement table, string label)
    {
        var frame = table.Owner!.CreateElement("div");
        frame.ClassName = "table-scroll";
        frame.SetAttribute("tabindex", "0");
        frame.SetAttribute("role", "region");
        frame.SetAttribute("aria-label", label);
        table.Replace(frame);
        frame.AppendChild(table);
    }
}
