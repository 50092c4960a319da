using NewsSite.Summaries.Features;
using NewsSite.Summaries.Selection;

namespace NewsSite.Summaries.Tests;

public sealed class PickRulesTests
{
    private const string Headline = "Halden closes its old bridge for a year";

    [Theory]
    [InlineData("By Jane Doe, our reporter in Halden.")]
    [InlineData("Von Anna Kerner und Jens Wolter, Weilburg.")]
    [InlineData("Photo: the old bridge in the autumn of last year.")]
    [InlineData("Crowds on the bridge, Ann Lee/Reuters.")]
    [InlineData("Read more about the bridge and its history in our archive.")]
    [InlineData("Читайте также: как город строил старый мост через реку.")]
    [InlineData("اقرأ أيضا كيف بنت المدينة الجسر القديم قبل مئة عام.")]
    [InlineData("あわせて読みたい：古い橋の歴史と町の人々の記憶をたどる。")]
    [InlineData("- The bridge will be closed for a year from Monday.")]
    [InlineData("1. The bridge will be closed for a year from Monday.")]
    [InlineData("[3] The bridge will be closed for a year from Monday.")]
    [InlineData("\"The bridge will be closed for a year, he said on Monday.")]
    [InlineData("and the bridge will be closed for a year from next Monday.")]
    [InlineData("The bridge will be closed for a year from Monday (see the map.")]
    [InlineData("The bridge that the council of the city has closed for a year from next Monday on")]
    [InlineData("See https://halden.example/bridge for all the plans of the council.")]
    [InlineData("THE OLD BRIDGE OF HALDEN IS CLOSED FOR A YEAR.")]
    public void What_is_no_sentence_of_prose_is_never_shown(string sentence) => Assert.Equal(Fitness.Never, Judge(sentence));

    [Theory]
    [InlineData("But who will pay for the new bridge in the end?")]
    [InlineData("Nobody knows who will pay.")]
    [InlineData("Halden closes its old bridge for a whole year.")]
    public void Questions_scraps_and_the_headline_again_are_shown_at_need_only(string sentence) =>
        Assert.Equal(Fitness.AtNeed, Judge(sentence));

    [Theory]
    [InlineData("The council decided on Monday to close the bridge until next summer.")]
    [InlineData("\"The bridge is old,\" the mayor said, and nobody in the hall disagreed.")]
    [InlineData("By Monday evening the council had closed the bridge and both of its ramps.")]
    [InlineData("Міська рада вирішила закрити старий міст до наступного літа.")]
    [InlineData("市議会は月曜日、古い橋を来年の夏まで閉鎖することを決めた。")]
    [InlineData("नगर परिषद ने सोमवार को पुराने पुल को अगली गर्मियों तक बंद करने का फैसला किया।")]
    public void Ordinary_sentences_are_fit(string sentence) => Assert.Equal(Fitness.Fit, Judge(sentence));

    [Fact]
    public void A_sentence_that_opens_with_a_pronoun_comes_only_with_its_predecessor()
    {
        var sentences = new List<string>();
        foreach (var article in Training.MarkedArticle.ReadFolder(TestFiles.Folder("Coverage")).Where(a => a.Language == "en"))
        {
            var picked = new ForestSummarizer().Summarize(article.Text).Sentences;
            for (var k = 0; k < picked.Count; k++)
            {
                var before = article.Paragraphs[picked[k].Paragraph][..picked[k].Start];
                var follows = k > 0 && (before.TrimEnd().EndsWith(picked[k - 1].Text, StringComparison.Ordinal) || picked[k].Start == 0);
                if (picked[k].Text.Split(' ')[0] is "He" or "She" or "It" or "They" or "This" or "His" or "Her" && !follows) sentences.Add(picked[k].Text);
            }
        }

        Assert.Empty(sentences);
    }

    [Fact]
    public void A_dateline_is_left_out_and_the_rest_is_cited_where_it_stands()
    {
        var article = new ArticleText(["KYIV (AP) — The council of the city decided on Monday to close the old bridge until summer. It is 90 years old, and its ramps are worn. Engineers found 14 cracks in the main arch last week."]);
        var first = new ForestSummarizer().Summarize(article).Sentences[0];
        Assert.StartsWith("The council", first.Text, StringComparison.Ordinal);
        Assert.Equal("KYIV (AP) — ".Length, first.Start);
    }

    [Fact]
    public void A_dateline_is_found_behind_a_byline()
    {
        var article = new ArticleText(["By Jane Doe, court reporter", "LONDON, 3 May — The council of the city decided on Monday to close the old bridge until summer. Its ramps are worn and 90 years old. Engineers found 14 cracks in the main arch last week."]);
        var first = new ForestSummarizer().Summarize(article).Sentences[0];
        Assert.Equal(1, first.Paragraph);
        Assert.StartsWith("The council", first.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("it")]
    [InlineData("pt")]
    [InlineData("nl")]
    [InlineData("pl")]
    [InlineData("uk")]
    [InlineData("ru")]
    [InlineData("ar")]
    [InlineData("zh")]
    [InlineData("ja")]
    [InlineData("hi")]
    public void Each_language_has_a_short_list_of_leaning_words(string language)
    {
        var kinds = Text.WordList.Kinds("StartWords", language);
        Assert.InRange(kinds.Sum(k => k.Sum(w => w.Length)), 20, 50);
        Assert.Equal(["connectives", "pronouns"], kinds.Select(k => k.Key).Order(StringComparer.Ordinal));
    }

    private static Fitness Judge(string sentence)
    {
        var document = Document.Read(["The city has waited long for a new bridge over the river.", sentence]);
        return PickRules.Judge(document, new ArticleText([], Headline))[1];
    }
}
