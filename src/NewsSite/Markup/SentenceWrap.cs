using System.Globalization;
using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Puts one sentence of a paragraph into as few spans as its links and emphasis allow.</summary>
internal sealed class SentenceWrap(IElement paragraph, SentenceMark mark)
{
    private IElement? lastSpan;

    public void Wrap(ProseText prose, string backLabel)
    {
        var (first, last) = Split(prose.PlaceOf(mark.Start), prose.PlaceOf(mark.Start + mark.Length - 1));
        WrapIn(paragraph, first, FollowingNotes(last));
        if (lastSpan is not null) AddBackLink(lastSpan, backLabel);
    }

    /// <summary>Cuts the text nodes at both ends, so that the sentence is made of whole nodes.</summary>
    private static (INode First, INode Last) Split((IText Node, int Index) start, (IText Node, int Index) end)
    {
        if (end.Index + 1 < end.Node.Length) end.Node.Split(end.Index + 1);
        if (start.Index is 0) return (start.Node, end.Node);

        var rest = start.Node.Split(start.Index);
        return (rest, end.Node == start.Node ? rest : end.Node);
    }

    /// <summary>A footnote mark right behind the full stop belongs to the sentence.</summary>
    private static INode FollowingNotes(INode last)
    {
        while (last.NextSibling is IElement { LocalName: "sup" } note && ProseText.IsLeftOut(note)) last = note;
        return last;
    }

    /// <summary>Wraps what lies between the two nodes, both included: whole children together, partly covered ones from within.</summary>
    private void WrapIn(INode parent, INode first, INode last)
    {
        var whole = new List<INode>();
        foreach (var child in parent.ChildNodes.ToArray())
        {
            if (IsBefore(child, first) || IsBefore(last, child)) continue;
            if (IsWhole(child, first, last))
            {
                whole.Add(child);
                continue;
            }

            WrapNodes(whole);
            WrapIn(child, first, last);
        }

        WrapNodes(whole);
    }

    private static bool IsWhole(INode child, INode first, INode last) =>
        !(child.Contains(first) && StartsBefore(child, first)) && !(child.Contains(last) && EndsAfter(child, last));

    /// <summary>Whether the subtree ends before the other node begins.</summary>
    private static bool IsBefore(INode node, INode other) =>
        node != other && !node.Contains(other) && !other.Contains(node)
        && node.CompareDocumentPosition(other).HasFlag(DocumentPositions.Following);

    private static bool StartsBefore(INode tree, INode node)
    {
        for (var at = node; at != tree; at = at.Parent!)
            if (at.PreviousSibling is not null) return true;
        return false;
    }

    private static bool EndsAfter(INode tree, INode node)
    {
        for (var at = node; at != tree; at = at.Parent!)
            if (at.NextSibling is not null) return true;
        return false;
    }

    private void WrapNodes(List<INode> nodes)
    {
        if (nodes.Count is 0) return;

        var span = paragraph.Owner!.CreateElement("span");
        span.ClassName = lastSpan is null ? "src" : "src more";
        if (lastSpan is null) span.Id = mark.Id;
        span.SetAttribute("data-n", mark.Number.ToString(CultureInfo.InvariantCulture));
        nodes[0].Parent!.InsertBefore(span, nodes[0]);
        foreach (var node in nodes) span.AppendChild(node);
        nodes.Clear();
        lastSpan = span;
    }

    /// <summary>Right after the last span, but never inside a link: links do not nest.</summary>
    private void AddBackLink(IElement span, string label)
    {
        var back = paragraph.Owner!.CreateElement("a");
        back.ClassName = "back";
        back.SetAttribute("href", "#summary");
        back.SetAttribute("data-n", mark.Number.ToString(CultureInfo.InvariantCulture));
        back.TextContent = label;
        (span.Closest("a") ?? span).After(back);
    }
}
