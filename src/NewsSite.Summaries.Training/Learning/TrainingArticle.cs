using NewsSite.Summaries.Features;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Training.Learning;

/// <summary>An article with what the forests are to learn from it.</summary>
internal sealed class TrainingArticle
{
    private TrainingArticle(Document document, IReadOnlyList<string> reference)
    {
        Document = document;
        Targets = new RougeTargets(document.Sentences, reference);
        var said = new HashSet<int>(reference.SelectMany(s => Stems(document, s)));
        WordLabels = [.. Enumerable.Range(0, document.Words.Count).Select(w => said.Contains(w) ? 1f : 0f)];
        var best = Targets.GreedyBest();
        SentenceLabels = [.. Enumerable.Range(0, document.Count).Select(i => best.Contains(i) ? 1f : 0f)];
    }

    public Document Document { get; }
    public RougeTargets Targets { get; }

    /// <summary>1 for stems that the human summary has.</summary>
    public float[] WordLabels { get; }

    /// <summary>1 for sentences of the greedy best extract.</summary>
    public float[] SentenceLabels { get; }

    /// <summary>From a forest that has not seen this article.</summary>
    public float[] WordScores { get; set; } = [];
    public float[] SentenceRows { get; set; } = [];
    public float[] SentenceScores { get; set; } = [];

    /// <returns><see langword="null"/> when the line has no human summary or too little text to choose from.</returns>
    public static TrainingArticle? Of(ArticleLine line)
    {
        if (line.Reference is not { Count: > 0 } reference) return null;
        var sentences = line.Sentences is { } split
            ? ArticleSentences.AlreadySplit(split)
            : ArticleSentences.Of(new ArticleText(line.Paragraphs ?? [], Language: line.Language));
        return sentences.Count < 4 ? null : new TrainingArticle(Document.Read([.. sentences.Select(s => s.Text)]), reference);
    }

    private static IEnumerable<int> Stems(Document document, string sentence)
    {
        var tokens = Tokenizer.Read(sentence);
        for (var t = 0; t < tokens.Count; t++) yield return document.Find(Tokenizer.Stem(tokens[t]));
    }
}
