using NewsSite.Summaries.Features;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries;

/// <summary>Takes the first clean sentences. The yardstick for every other method, and hard to beat on short news.</summary>
/// <param name="count">Sentences to take; at least 1.</param>
public sealed class LeadSummarizer(int count = 3) : ISummarizer
{
    private readonly int _count = count > 0 ? count : throw new ArgumentOutOfRangeException(nameof(count));

    /// <inheritdoc/>
    public string Method => "lead";

    /// <inheritdoc/>
    public string MethodVersion => "1";

    /// <inheritdoc/>
    public Summary Summarize(ArticleText article) => new(Rank(article, _count), Method, MethodVersion);

    /// <inheritdoc/>
    public IReadOnlyList<SummarySentence> Rank(ArticleText article, int count)
    {
        ArgumentNullException.ThrowIfNull(article);
        var sentences = ArticleSentences.Of(article);
        var junk = sentences.Count > 0 ? StemIndex.Of([.. sentences.Select(s => s.Text)]).Junk : [];
        var clean = Enumerable.Range(0, sentences.Count).Where(i => !junk[i]).Take(count);
        return [.. clean.Select(i => Cite(sentences[i], 1.0 / (i + 1)))];
    }

    internal static SummarySentence Cite(SourceSentence sentence, double score) =>
        new(sentence.Text, sentence.Paragraph, sentence.Start, sentence.Text.Length, score);
}
