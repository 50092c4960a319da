using System.Security.Cryptography;
using System.Text;
using NewsSite.Domain.Articles;
using NewsSite.Markup;
using NewsSite.Summaries;

namespace NewsSite.Features.Summaries;

/// <summary>Makes the answer to "No time to read?" at save.</summary>
public sealed class SummaryMaker(ISummarizer summarizer)
{
    /// <summary>Shorter articles are read as fast as their summary.</summary>
    public const int MinProseWords = 120;

    /// <summary>Name and version of the method by which sentences are picked now.</summary>
    public string Method => $"{summarizer.Method} {summarizer.MethodVersion}";

    /// <returns>Null when nothing in the text is fit to stand for it, or a person chose no sentence.</returns>
    public SummaryDraft? Make(SummaryBrief brief) => brief.Choice is { } choice ? Take(brief, choice) : Pick(brief);

    /// <summary>Of the Markdown; how its lines end does not count, since browsers send them as they like.</summary>
    public static string BodyHash(string markdown) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markdown.ReplaceLineEndings("\n"))));

    private SummaryDraft? Pick(SummaryBrief brief)
    {
        if (brief.Body.Paragraphs.Sum(WordCount.Of) < MinProseWords) return null;

        var picked = summarizer.Summarize(new ArticleText(brief.Body.Paragraphs, brief.Headline, brief.Standfirst, brief.Language));
        var sources = picked.Sentences.Select(s => new SummarySource(s.Text, new Passage(s.Paragraph, s.Start, s.Length))).ToList();
        return sources.Count == 0
            ? null
            : SummaryDraft.Of(sources, sentences => new ArticleSummary(SummaryOrigin.Picked, sentences, Method, BodyHash(brief.Markdown)));
    }

    private static SummaryDraft? Take(SummaryBrief brief, SummaryChoice choice)
    {
        if (choice.Sentences.Count == 0) return null;

        var sources = choice.Sentences.Select(sentence => SummarySource.Find(sentence, brief)).ToList();
        var now = BodyHash(brief.Markdown);
        var isStale = IsStale(choice, sources, now);
        return SummaryDraft.Of(sources, sentences =>
        {
            var summary = new ArticleSummary(OriginOf(sources, brief.Editor), sentences, null, isStale ? choice.Against ?? "" : now, brief.Editor);
            if (isStale) summary.MarkStale();
            return summary;
        });
    }

    private static bool IsStale(SummaryChoice choice, List<SummarySource> sources, string now) =>
        choice.Checked != now
        && (sources.Exists(source => source.IsLost)
            || (choice.Against is { } against && against != now && sources.Exists(source => source.IsFree)));

    // A file names nobody, and what it says is somebody's own text.
    private static SummaryOrigin OriginOf(List<SummarySource> sources, string? editor) =>
        editor is null || sources.TrueForAll(source => source.IsFree) ? SummaryOrigin.Written : SummaryOrigin.Edited;
}

/// <summary>What a summary is made from.</summary>
/// <param name="Language">BCP 47 of the text.</param>
/// <param name="Choice">A person's own sentences, which always win; null to have sentences picked.</param>
/// <param name="Editor">Name of that person; null when the sentences come from a file.</param>
public sealed record SummaryBrief(
    string Headline, string? Standfirst, string Language, string Markdown, RenderedBody Body, SummaryChoice? Choice, string? Editor = null);
