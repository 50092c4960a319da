using NewsSite.Summaries.Training.Rouge;

namespace NewsSite.Summaries.Tests;

/// <summary>Values of the standard implementation on sentences of our own.</summary>
public sealed class RougeTests
{
    [Theory]
    [InlineData("relational", "relat")]
    [InlineData("conditionally", "condit")]
    [InlineData("dying", "die")]
    [InlineData("tied", "tie")]
    [InlineData("flies", "fli")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("controlling", "control")]
    [InlineData("generalizations", "gener")]
    [InlineData("happy", "happi")]
    [InlineData("said", "said")]
    public void Words_are_stemmed_as_by_the_standard(string word, string stem) => Assert.Equal(stem, PorterStemmer.Stem(word));

    [Fact]
    public void Equal_texts_score_one_and_different_ones_zero()
    {
        Assert.Equal(new RougeScore(1, 1, 1), RougeScore.Of(["The bridge is closed."], ["the Bridge is closed"]));
        Assert.Equal(new RougeScore(0, 0, 0), RougeScore.Of(["The bridge is closed."], ["Nobody knew"]));
        Assert.Equal(new RougeScore(0, 0, 0), RougeScore.Of([], ["Nobody knew"]));
    }

    [Fact]
    public void A_partial_match_scores_as_by_the_standard()
    {
        var score = RougeScore.Of(
            ["The council closed the old bridge on Monday.", "It will open again next year."],
            ["On Monday the bridge was closed by the council.", "Next year it opens."]);
        Assert.Equal(R1, score.R1, 9);
        Assert.Equal(R2, score.R2, 9);
        Assert.Equal(Lsum, score.Lsum, 9);
    }

    [Fact]
    public void The_interval_holds_the_mean_and_is_the_same_each_time()
    {
        var values = Enumerable.Range(0, 200).Select(i => (i % 7) - 2.5).ToList();
        var interval = Interval.Of(values);
        Assert.Equal(interval, Interval.Of(values));
        Assert.InRange(interval.Mean, interval.Low, interval.High);
        Assert.InRange(interval.High - interval.Low, .3, .8);
    }

    private const double R1 = 0.8148148148148148;
    private const double R2 = 0.24000000000000002;
    private const double Lsum = 0.3703703703703704;
}
