using FsCheck;
using FsCheck.Fluent;
using NewsSite.Markup;

namespace NewsSite.Tests.Markup;

/// <summary>Bodies of a few paragraphs with inline elements anywhere, and marks on some of their words.</summary>
internal sealed record Paragraph(string Html, IReadOnlyList<SentenceMark> Marks)
{
    private static readonly Gen<string> Words = Gen.Elements(
        "Gates", " close", " at\n", "  nine. ", "“Why?”", " Ya. ", "漢字。", "שלום ", "\u00A0km", "😀", " &amp; ", "e\u0301 ");

    private static readonly Gen<string> Pieces = Gen.Frequency(
        (6, Words),
        (1, Words.Select(w => $"<em>{w} x{w}</em>")),
        (1, Words.Select(w => $"<a href=\"/x\">{w}<strong>in</strong> {w}</a>")),
        (1, Words.Select(w => $"<code>{w}</code>")),
        (1, Gen.Constant("<sup class=\"fn-mark\"><a href=\"#fn-1\">1</a></sup>")),
        (1, Gen.Constant("<del>gone </del>")),
        (1, Gen.Constant("<br>\n")));

    public static readonly Gen<Paragraph> Bodies =
        from paragraphs in Pieces.NonEmptyListOf().Select(p => "<p>Ab" + string.Concat(p) + "z.</p>").NonEmptyListOf()
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Marked(string.Concat(paragraphs.Take(4)), new Random(seed));

    private static Paragraph Marked(string html, Random random)
    {
        var prose = HtmlText.Of(html).Split('\n');
        var marks = new List<SentenceMark>();
        for (var p = 0; p < prose.Length; p++)
        {
            for (var at = 0; at < prose[p].Length;)
            {
                var length = random.Next(1, prose[p].Length - at + 1);
                if (random.Next(2) is 0) marks.Add(new($"s-{marks.Count}", marks.Count + 1, p, at, length));
                at += length;
            }
        }

        return new(html, marks);
    }
}
