using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Tests.Domain;

public sealed class PublishingRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_draft_is_published_at_the_wished_instant_cut_to_milliseconds()
    {
        var article = Draft();

        Assert.Equal(StepOutcome.Done, article.Publish(Now.AddTicks(15_678), Now));
        Assert.Equal((ArticleStatus.Published, Now.AddMilliseconds(1)), (article.Status, article.PublishedAt));
    }

    [Fact]
    public void A_schedule_may_move_until_it_has_passed_and_then_never()
    {
        var article = Draft();
        article.Publish(Now.AddHours(2), Now);

        Assert.Equal(StepOutcome.Done, article.Publish(Now.AddHours(1), Now));
        Assert.Equal(StepOutcome.AlreadyPublished, article.Publish(Now.AddHours(5), Now.AddHours(1)));
        Assert.Equal(Now.AddHours(1), article.PublishedAt);
    }

    [Fact]
    public void An_embargo_forbids_an_earlier_instant_and_no_other()
    {
        var article = Draft();
        article.Embargo(Now.AddHours(2));

        Assert.Equal(StepOutcome.UnderEmbargo, article.Publish(Now.AddHours(2).AddMilliseconds(-1), Now));
        Assert.Equal(ArticleStatus.Draft, article.Status);
        Assert.Equal(StepOutcome.Done, article.Publish(Now.AddHours(2), Now));
    }

    [Fact]
    public void An_article_without_a_byline_is_not_published() =>
        Assert.Equal(StepOutcome.NoByline, Draft(authors: []).Publish(Now, Now));

    [Fact]
    public void Revising_keeps_the_place_in_the_publish_order_and_reorders_the_byline()
    {
        var (ann, ben) = (new Author(Slug.Of("ann"), "Ann"), new Author(Slug.Of("ben"), "Ben"));
        var article = Draft([ann, ben]);
        article.Publish(Now, Now);

        article.Revise(Copy([ben, ann]));

        Assert.Equal((ArticleStatus.Published, Now), (article.Status, article.PublishedAt));
        Assert.Equal(["Ben", "Ann"], article.Byline.OrderBy(entry => entry.Position).Select(entry => entry.Author.Name));
    }

    private static Article Draft(IReadOnlyList<Author>? authors = null) => Article.Draft(Copy(authors ?? [new Author(Slug.Of("ann"), "Ann")]));

    private static ArticleCopy Copy(IReadOnlyList<Author> authors) => new()
    {
        Headline = "A headline",
        Slug = Slug.Of("a-headline"),
        Section = new Section(Slug.Of("harbour"), "Harbour", 0),
        Authors = authors,
        Markdown = "Text.",
        Html = "<p>Text.</p>",
        Words = 1,
    };
}
