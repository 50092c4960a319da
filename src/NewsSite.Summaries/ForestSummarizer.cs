using NewsSite.Summaries.Features;
using NewsSite.Summaries.Selection;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries;

/// <summary>
/// Picks sentences with three trained forests: words, sentences, and sets of sentences. Knows no language beyond
/// small editable lists. Deterministic and thread-safe; the same text gives the same answer on every machine.
/// </summary>
/// <param name="weights">Trained weights; <see cref="SummaryWeights.Shipped"/> without a choice.</param>
/// <param name="options">How to pick; the defaults without a choice.</param>
public sealed class ForestSummarizer(SummaryWeights weights, SummaryOptions options) : ISummarizer
{
    private const string RulesVersion = "1";

    /// <summary>The shipped weights and the default way to pick.</summary>
    public ForestSummarizer()
        : this(SummaryWeights.Shipped, new SummaryOptions())
    {
    }

    /// <summary>What <see cref="Summary.Method"/> will say.</summary>
    public string Method { get; } = options.Plain ? "forest-plain" : "forest";

    /// <summary>What <see cref="Summary.MethodVersion"/> will say: version of the rules and fingerprint of the weights.</summary>
    public string MethodVersion { get; } = $"{RulesVersion}-{weights.Fingerprint}";

    /// <inheritdoc/>
    public Summary Summarize(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var known = WithLanguage(article, article.Paragraphs);
        return Summarize(known, options.Plain ? ArticleSentences.Of(known) : ArticleSentences.Prose(known));
    }

    /// <inheritdoc/>
    public IReadOnlyList<SummarySentence> Rank(ArticleText article, int count)
    {
        ArgumentNullException.ThrowIfNull(article);
        var known = WithLanguage(article, article.Paragraphs);
        var sentences = options.Plain ? ArticleSentences.Of(known) : ArticleSentences.Prose(known);
        if (count <= 0 || sentences.Count == 0) return [];

        var reading = Reading.Of(Document.Read([.. sentences.Select(s => s.Text)]), weights);
        var fitness = PickRules.Judge(reading.Document, known);
        return [.. Ranking.Descending(Array.ConvertAll(reading.SentenceScores, score => (double)score))
            .Where(i => fitness[i] != Fitness.Never)
            .OrderByDescending(i => fitness[i]) // stable: by score among the equally fit
            .DistinctBy(i => sentences[i].Text, StringComparer.Ordinal)
            .Take(count)
            .Select(i => LeadSummarizer.Cite(sentences[i], reading.SentenceScores[i]))];
    }

    internal static ArticleText WithLanguage(ArticleText article, IReadOnlyList<string> text) =>
        article.Language is null ? article with { Language = LanguageGuess.Of(text) } : article;

    internal Summary Summarize(ArticleText article, IReadOnlyList<SourceSentence> sentences)
    {
        if (sentences.Count == 0) return new Summary([], Method, MethodVersion);
        var reading = Reading.Of(Document.Read([.. sentences.Select(s => s.Text)]), weights);
        var picked = options.Plain ? PickPlain(reading) : new CoveragePicker(reading, article, weights).Pick();
        // A text of nothing but repetitions leaves only repetitions to pick from.
        return new Summary(
            [.. picked.DistinctBy(i => sentences[i].Text, StringComparer.Ordinal).Select(i => LeadSummarizer.Cite(sentences[i], reading.SentenceScores[i]))], Method, MethodVersion);
    }

    private int[] PickPlain(Reading reading)
    {
        var sets = CandidateSets.Plain(reading.SentenceScores, reading.Document.Junk);
        var scores = reading.ScoreSets(sets, weights);
        return sets[Array.IndexOf(scores, scores.Max())];
    }
}
