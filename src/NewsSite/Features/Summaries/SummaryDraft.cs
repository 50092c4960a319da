using System.Globalization;
using NewsSite.Domain.Articles;
using NewsSite.Markup;
using NewsSite.Resources;

namespace NewsSite.Features.Summaries;

/// <summary>A summary, and where in the body its sentences stand.</summary>
public sealed class SummaryDraft
{
    private readonly IReadOnlyList<SentenceMark> marks;

    private SummaryDraft(ArticleSummary summary, IReadOnlyList<SentenceMark> marks) => (Summary, this.marks) = (summary, marks);

    public ArticleSummary Summary { get; }

    /// <summary>Marks the source sentences in the body's HTML, each with a way back to the summary.</summary>
    /// <param name="language">BCP 47 of the readers' labels.</param>
    public string MarkSources(string html, string language) =>
        SentenceMarks.Mark(html, marks, Labels.Get("BackToSummary", CultureInfo.GetCultureInfo(language)));

    internal static SummaryDraft Of(SummaryOrigin origin, IReadOnlyList<SummarySource> sources, string? method, string bodyHash)
    {
        var sentences = new List<SummarySentence>();
        var marks = new List<SentenceMark>();
        foreach (var source in sources)
        {
            var anchor = source.At is null ? null : Unused(SentenceMarks.AnchorFor(source.Text), marks);
            sentences.Add(new SummarySentence(source.Text, anchor));
            if (anchor is not null && source.At is { } at)
                marks.Add(new SentenceMark(anchor, sentences.Count, at.Paragraph, at.Start, at.Length));
        }

        return new SummaryDraft(new ArticleSummary(origin, sentences, method, bodyHash), marks);
    }

    private static string Unused(string anchor, List<SentenceMark> marks)
    {
        var repeats = marks.Count(mark => mark.Id == anchor || mark.Id.StartsWith(anchor + "-", StringComparison.Ordinal));
        return repeats == 0 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}-{repeats + 1}");
    }
}

/// <param name="At">Null when the body does not hold the sentence.</param>
internal sealed record SummarySource(string Text, Passage? At);

/// <summary>A range of the body's prose.</summary>
/// <param name="Start">UTF-16 offset in the paragraph.</param>
internal sealed record Passage(int Paragraph, int Start, int Length)
{
    public static Passage? Find(string sentence, IReadOnlyList<string> paragraphs)
    {
        for (var paragraph = 0; paragraph < paragraphs.Count; paragraph++)
        {
            var start = paragraphs[paragraph].IndexOf(sentence, StringComparison.Ordinal);
            if (start >= 0) return new Passage(paragraph, start, sentence.Length);
        }

        return null;
    }
}
