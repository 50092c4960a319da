using System.Globalization;
using FsCheck.Xunit;
using NewsSite.Summaries.Training;

namespace NewsSite.Summaries.Tests;

/// <summary>What holds for every text and every summarizer.</summary>
public sealed class SummaryPropertyTests
{
    private static readonly ISummarizer[] Summarizers =
        [new ForestSummarizer(), new ForestSummarizer(SummaryWeights.Shipped, new SummaryOptions { Plain = true }), new LeadSummarizer()];

    private static readonly string[] Pieces =
    [
        "The council of Halden agreed on Tuesday to spend 4 million on the bridge. ", "He did not say why. ", "Why? ", "\"It is late,\" she said. ",
        "KYIV (AP) — ", "By Ann Lee. ", "Photo: the old bridge. ", "www.example.com ", "Read more about the bridge in our archive. ", "\n", "\n\n",
        "\uD800", "и тогда город решил построить новый мост через реку. ", "橋の工事は来年の春に始まる予定だと市は発表した。", "but ", "…", "“", "))(( ",
    ];

    [Property(MaxTest = 300)]
    public void Every_sentence_is_a_piece_of_its_paragraph_and_in_order_and_never_twice(int[][] choices)
    {
        var article = Article(choices);
        foreach (var summarizer in Summarizers)
        {
            var sentences = summarizer.Summarize(article).Sentences;
            Assert.All(sentences, s => Assert.Equal(s.Text, article.Paragraphs[s.Paragraph].Substring(s.Start, s.Length)));
            Assert.All(sentences, s => Assert.True(s.Length > 0 && double.IsFinite(s.Score)));
            Assert.Equal(sentences.OrderBy(s => s.Paragraph).ThenBy(s => s.Start), sentences);
            Assert.Equal(sentences.Count, sentences.Select(s => s.Text).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Property(MaxTest = 200)]
    public void A_ranking_holds_other_sentences_of_the_article_each_once_and_no_more_than_asked_for(int[][] choices, byte count)
    {
        var article = Article(choices);
        foreach (var summarizer in Summarizers)
        {
            var ranked = summarizer.Rank(article, count);
            Assert.True(ranked.Count <= count);
            Assert.All(ranked, s => Assert.Equal(s.Text, article.Paragraphs[s.Paragraph].Substring(s.Start, s.Length)));
            Assert.Equal(ranked.Count, ranked.Select(s => s.Text).Distinct(StringComparer.Ordinal).Count());
            Assert.All(ranked, s => Assert.NotNull(SentenceSplitter.Find(article.Paragraphs[s.Paragraph], s.Text, article.Language)));
        }
    }

    [Property(MaxTest = 300)]
    public void Any_text_gets_an_answer(string?[] paragraphs, string? headline)
    {
        var article = new ArticleText([.. paragraphs.Select(p => p ?? "")], headline, headline);
        foreach (var summarizer in Summarizers) Assert.True(summarizer.Summarize(article).Sentences.Count <= 4);
    }

    [Fact]
    public void An_article_without_text_gets_no_sentences()
    {
        foreach (var summarizer in Summarizers)
        {
            Assert.Empty(summarizer.Summarize(new ArticleText([])).Sentences);
            Assert.Empty(summarizer.Summarize(new ArticleText(["", "  \n"])).Sentences);
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void The_same_text_gives_the_same_answer_in_every_culture(string culture)
    {
        var articles = MarkedArticle.ReadFolder(TestFiles.Folder("Coverage"));
        var before = CultureInfo.CurrentCulture;
        var wanted = articles.Select(Pick).ToList();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(wanted, articles.Select(Pick));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Many_threads_get_the_same_answers_as_one()
    {
        var articles = MarkedArticle.ReadFolder(TestFiles.Folder("Coverage"));
        var wanted = articles.Select(Pick).ToList();
        Assert.Equal(wanted, articles.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(Pick));
    }

    [Fact]
    public void The_method_and_the_version_tell_rules_and_weights()
    {
        var summary = new ForestSummarizer().Summarize(Article([[0, 0, 0]]));
        Assert.Equal("forest", summary.Method);
        Assert.EndsWith("-" + SummaryWeights.Shipped.Fingerprint, summary.MethodVersion, StringComparison.Ordinal);
        Assert.Equal("forest-plain", Summarizers[1].Summarize(Article([[0]])).Method);
    }

    private static string Pick(MarkedArticle article) =>
        string.Join('\n', Summarizers[0].Summarize(article.Text).Sentences.Select(s => s.Text + s.Score.ToString("R", CultureInfo.InvariantCulture)));

    private static ArticleText Article(int[][] choices) => new(
        [.. choices.Select(p => string.Concat((p ?? []).Select(c => Pieces[(int)((uint)c % (uint)Pieces.Length)])))],
        "Halden builds a bridge");
}
