using NewsSite.Summaries.Selection;
using NewsSite.Summaries.Text;
using NewsSite.Summaries.Training;

namespace NewsSite.Summaries.Tests;

/// <summary>Our own articles with hand-marked facts: the default must carry what matters.</summary>
public sealed class CoverageTests
{
    private static readonly IReadOnlyList<MarkedArticle> Articles = MarkedArticle.ReadFolder(TestFiles.Folder("Coverage"));
    private static readonly ForestSummarizer Default = new();
    private static readonly ForestSummarizer Plain = new(SummaryWeights.Shipped, new SummaryOptions { Plain = true });

    [Theory]
    [InlineData("tuning")]
    [InlineData("report")]
    public void The_default_carries_ten_points_more_of_the_facts_than_the_plain_method(string half)
    {
        var articles = MarkedArticle.ReadFolder(TestFiles.Folder("Coverage"), half);
        Assert.True(Mean(articles, Default) >= Mean(articles, Plain) + .10);
    }

    [Fact]
    public void Articles_that_begin_with_their_news_lose_nothing()
    {
        var first = Articles.Where(a => !a.Late).ToList();
        Assert.True(Mean(first, Default) >= Mean(first, Plain));
    }

    [Fact]
    public void Summaries_stay_within_75_words_on_average() => Assert.InRange(
        Articles.Average(a => Default.Summarize(a.Text).Sentences.Sum(s => PickRules.Words(Tokenizer.Read(s.Text)))), 20, 75);

    [Fact]
    public void Each_marked_piece_lies_within_one_sentence()
    {
        foreach (var article in Articles)
        {
            var sentences = ArticleSentences.Of(article.Text);
            Assert.All(article.Facts, f => Assert.All(
                f.CarriedBy, piece => Assert.Contains(sentences, s => s.Text.Contains(piece, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Three_sentences_are_shown_of_an_ordinary_article() =>
        Assert.All(Articles, a => Assert.InRange(Default.Summarize(a.Text).Sentences.Count, 2, 3));

    private static double Mean(IEnumerable<MarkedArticle> articles, ForestSummarizer summarizer) => articles.Average(
        a => a.Coverage([.. summarizer.Summarize(a.Text).Sentences.Select(s => s.Text)])!.Value);
}
