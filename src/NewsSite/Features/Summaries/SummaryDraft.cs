using System.Globalization;
using NewsSite.Domain.Articles;
using NewsSite.Markup;
using NewsSite.Resources;
using NewsSite.Summaries;
using SummarySentence = NewsSite.Domain.Articles.SummarySentence;

namespace NewsSite.Features.Summaries;

/// <summary>A summary, and where in the body its sentences stand.</summary>
public sealed class SummaryDraft
{
    private readonly IReadOnlyList<SentenceMark> marks;

    private SummaryDraft(ArticleSummary summary, IReadOnlyList<SummarySource> sources, IReadOnlyList<SentenceMark> marks) =>
        (Summary, Sources, this.marks) = (summary, sources, marks);

    public ArticleSummary Summary { get; }

    /// <summary>One for each sentence of the summary.</summary>
    internal IReadOnlyList<SummarySource> Sources { get; }

    /// <summary>Marks the source sentences in the body's HTML, each with a way back to the summary.</summary>
    /// <param name="language">BCP 47 of the readers' labels.</param>
    public string MarkSources(string html, string language) =>
        SentenceMarks.Mark(html, marks, Labels.Get("BackToSummary", CultureInfo.GetCultureInfo(language)));

    /// <param name="make">Makes the summary of its sentences.</param>
    internal static SummaryDraft Of(IReadOnlyList<SummarySource> sources, Func<IReadOnlyList<SummarySentence>, ArticleSummary> make)
    {
        var sentences = new List<SummarySentence>();
        var marks = new List<SentenceMark>();
        foreach (var source in sources)
            sentences.Add(new SummarySentence(source.Text, AnchorOf(source, sentences.Count + 1, marks), source.Source));
        return new SummaryDraft(make(sentences), sources, marks);
    }

    // Two sentences of the summary may stand for one of the body, which is marked once.
    private static string? AnchorOf(SummarySource source, int number, List<SentenceMark> marks)
    {
        if (source.At is not { } at) return null;
        if (marks.Find(mark => at.Overlaps(mark)) is { } marked) return marked.Id;

        var id = Unused(SentenceMarks.AnchorFor(source.Source ?? source.Text), marks);
        marks.Add(new SentenceMark(id, number, at.Paragraph, at.Start, at.Length));
        return id;
    }

    private static string Unused(string anchor, List<SentenceMark> marks)
    {
        var repeats = marks.Count(mark => mark.Id == anchor || mark.Id.StartsWith(anchor + "-", StringComparison.Ordinal));
        return repeats == 0 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}-{repeats + 1}");
    }
}

/// <param name="At">Of the text, or of its source; null when the body holds neither.</param>
/// <param name="Source">The sentence that the text stands for without being it; null when it is verbatim, or was written freely.</param>
internal sealed record SummarySource(string Text, Passage? At, string? Source = null)
{
    public bool IsVerbatim => At is not null && Source is null;

    /// <summary>It stood for a sentence that the body no longer has.</summary>
    public bool IsLost => At is null && Source is not null;

    public bool IsFree => At is null && Source is null;

    public static SummarySource Find(ChosenSentence sentence, SummaryBrief brief)
    {
        if (Passage.Find(sentence.Text, brief) is { } own) return new SummarySource(sentence.Text, own);

        var source = sentence.Source is { } known && known != sentence.Text ? Passage.Find(known, brief) : null;
        return new SummarySource(sentence.Text, source, sentence.Source);
    }
}

/// <summary>A range of the body's prose.</summary>
/// <param name="Start">UTF-16 offset in the paragraph.</param>
internal sealed record Passage(int Paragraph, int Start, int Length)
{
    public bool Overlaps(SentenceMark mark) =>
        Paragraph == mark.Paragraph && Start < mark.Start + mark.Length && mark.Start < Start + Length;

    /// <summary>Where the body has a sentence as a whole one: half a sentence can say the opposite.</summary>
    public static Passage? Find(string sentence, SummaryBrief brief)
    {
        foreach (var (index, paragraph) in brief.Body.Paragraphs.Index())
        {
            if (SentenceSplitter.Find(paragraph, sentence, brief.Language) is { } place) return new Passage(index, place.Start, place.Length);
        }

        return null;
    }
}
