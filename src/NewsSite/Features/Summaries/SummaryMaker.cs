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

    /// <returns>Null when nothing in the text is fit to stand for it.</returns>
    public SummaryDraft? Make(SummaryBrief brief) => string.IsNullOrWhiteSpace(brief.OwnText) ? Pick(brief) : Take(brief, brief.OwnText);

    private SummaryDraft? Pick(SummaryBrief brief)
    {
        if (brief.Body.Paragraphs.Sum(WordCount.Of) < MinProseWords) return null;

        var picked = summarizer.Summarize(new ArticleText(brief.Body.Paragraphs, brief.Headline, brief.Standfirst, brief.Language));
        var sources = picked.Sentences.Select(s => new SummarySource(s.Text, new Passage(s.Paragraph, s.Start, s.Length))).ToList();
        return sources.Count == 0
            ? null
            : SummaryDraft.Of(SummaryOrigin.Picked, sources, Method, BodyHash(brief));
    }

    private static SummaryDraft Take(SummaryBrief brief, string ownText)
    {
        var sources = Sentences(ownText, brief.Language)
            .Select(sentence => new SummarySource(sentence, Passage.Find(sentence, brief.Body.Paragraphs))).ToList();
        return SummaryDraft.Of(SummaryOrigin.Written, sources, method: null, BodyHash(brief));
    }

    private static IEnumerable<string> Sentences(string text, string language) =>
        SentenceSplitter.Split(text, language)
            .Select(range => text.Substring(range.Start, range.Length).Trim())
            .Where(sentence => sentence.Length > 0);

    private static string BodyHash(SummaryBrief brief) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(brief.Markdown)));
}

/// <summary>What a summary is made from.</summary>
/// <param name="Language">BCP 47 of the text.</param>
/// <param name="OwnText">A person's own summary, which always wins; null to have sentences picked.</param>
public sealed record SummaryBrief(string Headline, string? Standfirst, string Language, string Markdown, RenderedBody Body, string? OwnText);
