using System.Security.Cryptography;
using System.Text;
using NewsSite.Domain.Articles;
using NewsSite.Features.Publishing;
using NewsSite.Markup;
using NewsSite.Summaries;

namespace NewsSite.Features.Summaries;

/// <summary>Makes the answer to "No time to read?" for a manuscript.</summary>
public sealed class SummaryMaker(ISummarizer summarizer)
{
    /// <param name="language">BCP 47 of the text.</param>
    /// <returns>Null when nothing in the text is fit to stand for it.</returns>
    public SummaryDraft? Make(Manuscript manuscript, RenderedBody body, string language) =>
        string.IsNullOrWhiteSpace(manuscript.Summary) ? Pick(manuscript, body, language) : Take(manuscript, body, language);

    private SummaryDraft? Pick(Manuscript manuscript, RenderedBody body, string language)
    {
        var picked = summarizer.Summarize(new ArticleText(body.Paragraphs, manuscript.Headline, manuscript.Standfirst, language));
        var sources = picked.Sentences.Select(s => new SummarySource(s.Text, new Passage(s.Paragraph, s.Start, s.Length))).ToList();
        return sources.Count == 0
            ? null
            : SummaryDraft.Of(SummaryOrigin.Picked, sources, $"{picked.Method} {picked.MethodVersion}", BodyHash(manuscript));
    }

    private static SummaryDraft Take(Manuscript manuscript, RenderedBody body, string language)
    {
        var sources = Sentences(manuscript.Summary!, language)
            .Select(sentence => new SummarySource(sentence, Passage.Find(sentence, body.Paragraphs))).ToList();
        return SummaryDraft.Of(SummaryOrigin.Written, sources, method: null, BodyHash(manuscript));
    }

    private static IEnumerable<string> Sentences(string text, string language) =>
        SentenceSplitter.Split(text, language)
            .Select(range => text.Substring(range.Start, range.Length).Trim())
            .Where(sentence => sentence.Length > 0);

    private static string BodyHash(Manuscript manuscript) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(manuscript.Body)));
}
