namespace NewsSite.Markup;

/// <summary>One sentence of the body that the summary points at.</summary>
/// <param name="Id">Target of the link from the summary: see <see cref="SentenceMarks.AnchorFor"/>.</param>
/// <param name="Number">Its 1-based place in the summary, shown in the margin.</param>
/// <param name="Paragraph">0-based index into <see cref="RenderedBody.Paragraphs"/>.</param>
/// <param name="Start">Offset into that paragraph, in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
public sealed record SentenceMark(string Id, int Number, int Paragraph, int Start, int Length);
