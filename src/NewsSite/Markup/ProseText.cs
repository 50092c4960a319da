using System.Text;
using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>
/// The text of one block as a reader takes it in: white space collapsed as HTML collapses it, footnote marks, struck-out words and back links
/// left out. Knows for each UTF-16 code unit where it stands in the document.
/// </summary>
internal sealed class ProseText
{
    private readonly StringBuilder text = new();
    private readonly List<(IText Node, int Index)> places = [];
    private readonly string? nestedBlocks;

    private ProseText(IElement block, string? nestedBlocks)
    {
        this.nestedBlocks = nestedBlocks;
        Read(block);
        if (text.Length > 0 && text[^1] is ' ')
        {
            text.Length--;
            places.RemoveAt(places.Count - 1);
        }
    }

    public string Text => text.ToString();

    /// <param name="block">The element to read.</param>
    /// <param name="nestedBlocks">Selector of the blocks inside it that are read on their own; none when absent.</param>
    public static ProseText Of(IElement block, string? nestedBlocks = null) => new(block, nestedBlocks);

    /// <summary>The prose of a body, in order: the same elements each time, so that an index into it can be stored.</summary>
    public static IReadOnlyList<(IElement Element, ProseText Prose)> Blocks(IElement body) =>
        [.. body.Children.Where(IsProse).Select(p => (p, Of(p))).Where(p => p.Item2.text.Length > 0)];

    public static IReadOnlyList<string> Paragraphs(IElement body) => [.. Blocks(body).Select(p => p.Prose.Text)];

    /// <summary>Where the code unit at <paramref name="index"/> of <see cref="Text"/> stands in the document.</summary>
    public (IText Node, int Index) PlaceOf(int index) => places[index];

    /// <summary>Whether an element takes no part in the prose.</summary>
    public static bool IsLeftOut(IElement element) =>
        element.LocalName is "del"
        || element.ClassList.Contains(Footnotes.MarkClass) || element.ClassList.Contains("back") || element.ClassList.Contains("fn-back");

    private static bool IsProse(IElement element) => element.LocalName is "p" && !element.ClassList.Contains("card");

    private void Read(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words) Add(words);
            else if (node is IElement element && !IsLeftOut(element) && (nestedBlocks is null || !element.Matches(nestedBlocks))) Read(element);
        }
    }

    private void Add(IText words)
    {
        var data = words.Data;
        for (var i = 0; i < data.Length; i++)
        {
            var isSpace = data[i] is ' ' or '\t' or '\n' or '\r' or '\f';
            if (isSpace && (text.Length is 0 || text[^1] is ' ')) continue;
            text.Append(isSpace ? ' ' : data[i]);
            places.Add((words, i));
        }
    }
}
