using System.Text;
using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>All that can be read in a body, one block a line.</summary>
internal static class ReadableText
{
    private const string Blocks = "p, h2, h3, h4, h5, h6, li, th, td, pre, figcaption, caption";

    public static string Of(IElement body)
    {
        var all = new StringBuilder();
        foreach (var block in body.QuerySelectorAll(Blocks))
        {
            var own = ProseText.Of(block, Blocks).Text.Trim();
            if (own.Length is 0) continue;
            if (all.Length > 0) all.Append('\n');
            all.Append(own);
        }

        return all.ToString();
    }
}
