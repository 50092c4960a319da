namespace NewsSite.Summaries.Text;

/// <summary>A sentence and where it stands; equal to that range of the paragraph.</summary>
internal readonly record struct SourceSentence(string Text, int Paragraph, int Start);

/// <summary>Reads the sentences of an article within fixed limits.</summary>
internal static class ArticleSentences
{
    /// <summary>Characters (UTF-16 code units) that are read; the rest of a longer article is left out.</summary>
    public const int MaxCharacters = 200_000;

    /// <summary>Sentences that are read; comparing all pairs of more would take too long.</summary>
    public const int MaxSentences = 800;

    private const int MostLabels = 3;
    private const int LongestLabel = 12;

    public static List<SourceSentence> Of(ArticleText article)
    {
        var sentences = new List<SourceSentence>();
        var left = MaxCharacters;
        for (var p = 0; p < article.Paragraphs.Count && left > 0 && sentences.Count < MaxSentences; p++)
        {
            var paragraph = article.Paragraphs[p];
            if (paragraph.Length > left) paragraph = paragraph[..left];
            left -= paragraph.Length;
            AddSentences(paragraph, p, article.Language, sentences);
        }

        TakeOffDateline(sentences);
        return sentences;
    }

    /// <summary>The same without labels and headings that stand among the paragraphs; all when nothing else is there.</summary>
    public static List<SourceSentence> Prose(ArticleText article)
    {
        var all = Of(article);
        var prose = all.FindAll(s => !IsLabel(s.Text));
        return prose.Count > 0 ? prose : all;
    }

    /// <summary>For text that was split before: each entry is one sentence and one paragraph.</summary>
    public static List<SourceSentence> AlreadySplit(IReadOnlyList<string> split)
    {
        var sentences = split.Take(MaxSentences).Select((text, i) => new SourceSentence(text, i, 0)).ToList();
        if (sentences.Count > 0) sentences[0] = WithoutDateline(sentences[0]);
        return sentences;
    }

    private static void AddSentences(string paragraph, int index, string? language, List<SourceSentence> sentences)
    {
        foreach (var range in SentenceSplitter.Sentences(paragraph, language))
        {
            if (sentences.Count == MaxSentences) return;
            sentences.Add(new SourceSentence(paragraph.Substring(range.Start, range.Length), index, range.Start));
        }
    }

    private static bool IsLabel(string sentence) =>
        !Marks.EndsLikeASentence(sentence) && Tokenizer.Read(sentence).Count < LongestLabel;

    // By-lines and labels, which end like no sentence, may stand before the sentence with the dateline.
    private static void TakeOffDateline(List<SourceSentence> sentences)
    {
        for (var i = 0; i < Math.Min(sentences.Count, MostLabels + 1); i++)
        {
            sentences[i] = WithoutDateline(sentences[i]);
            if (Marks.EndsLikeASentence(sentences[i].Text)) return;
        }
    }

    private static SourceSentence WithoutDateline(SourceSentence sentence) =>
        Dateline.Length(sentence.Text) is var length and > 0
            ? new SourceSentence(sentence.Text[length..], sentence.Paragraph, sentence.Start + length)
            : sentence;
}
