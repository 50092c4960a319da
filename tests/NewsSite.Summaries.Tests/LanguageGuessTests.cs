using NewsSite.Summaries.Text;
using NewsSite.Summaries.Training;

namespace NewsSite.Summaries.Tests;

public sealed class LanguageGuessTests
{
    [Fact]
    public void The_language_of_each_test_article_is_told_from_its_text() => Assert.All(
        MarkedArticle.ReadFolder(TestFiles.Folder("Coverage")), a => Assert.Equal(a.Language, LanguageGuess.Of(a.Paragraphs)));

    [Theory]
    [InlineData("")]
    [InlineData("One word")]
    [InlineData("xyzzy plugh qwert zxcvb asdfg hjklm poiuy trewq mnbvc lkjhg fdsaq wsxed crfvt gbyhn ujmik olpaz qazws edcrf vtgby hnujm ikolp")]
    public void Too_little_text_or_none_of_a_known_language_has_no_language(string text) => Assert.Null(LanguageGuess.Of([text]));
}
