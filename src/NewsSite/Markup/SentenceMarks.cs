using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Markup;

/// <summary>Marks in an article's body the sentences that its summary is made of.</summary>
public static class SentenceMarks
{
    /// <summary>
    /// Wraps each sentence in <c>&lt;span class="src" id data-n&gt;</c>, followed by <c>&lt;a class="back" href="#summary" data-n&gt;</c>.
    /// A sentence that crosses the border of a link or of emphasis gets several spans: the first has the id, the others the class <c>src more</c>.
    /// The text of the body stays as it is.
    /// </summary>
    /// <param name="html">The <see cref="RenderedBody.Html"/> that the marks were made for.</param>
    /// <param name="marks">A mark that does not fit the body, or overlaps an earlier one, is left out; of two equal ids the first stays.</param>
    /// <param name="backLabel">Words of the link back to the summary.</param>
    public static string Mark(string html, IReadOnlyList<SentenceMark> marks, string backLabel)
    {
        if (marks.Count is 0) return html;

        var body = BodyRenderer.Parse(html);
        var blocks = ProseText.Blocks(body);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var marked = new List<SentenceMark>();
        foreach (var mark in marks)
        {
            if (mark.Paragraph < 0 || mark.Paragraph >= blocks.Count || marked.Any(m => Overlap(m, mark)) || !ids.Add(mark.Id)) continue;
            var prose = ProseText.Of(blocks[mark.Paragraph].Element); // read anew: an earlier mark may have split its text
            if (mark.Start < 0 || mark.Length <= 0 || mark.Length > prose.Text.Length - mark.Start) continue;

            new SentenceWrap(blocks[mark.Paragraph].Element, mark).Wrap(prose, backLabel);
            marked.Add(mark);
        }

        return body.InnerHtml;
    }

    /// <summary>An id made from the words of a sentence alone, so that edits elsewhere do not break links to it.</summary>
    /// <returns><c>s-</c> and eight hexadecimal digits. For a list in which a sentence may come twice, use <see cref="AnchorsFor"/>.</returns>
    public static string AnchorFor(string sentence)
    {
        var words = string.Join(' ', sentence.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return "s-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 4));
    }

    /// <summary>Ids for all sentences of a summary, in order: a repeated sentence gets <c>-2</c>, <c>-3</c> and so on.</summary>
    public static IReadOnlyList<string> AnchorsFor(IEnumerable<string> sentences)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. sentences.Select(AnchorFor).Select(id =>
        {
            var times = seen[id] = seen.GetValueOrDefault(id) + 1;
            return times is 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{times}");
        })];
    }

    private static bool Overlap(SentenceMark a, SentenceMark b) =>
        a.Paragraph == b.Paragraph && a.Start < b.Start + b.Length && b.Start < a.Start + a.Length;
}
