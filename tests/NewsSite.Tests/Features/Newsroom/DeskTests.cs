using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

public sealed class DeskTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        Story.Dated("out", NewsApp.Noon.AddDays(-1)),
        Story.Dated("other", NewsApp.Noon.AddDays(-1)) with { Section = "council" },
        Story.Dated("ancient", NewsApp.Noon.AddDays(-200)),
        Story.Dated("due", NewsApp.Noon.AddDays(1)));

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Each_pile_holds_what_its_name_says()
    {
        var (ann, eva) = (await app.MemberAsync("Ann", StaffRole.Author), await app.MemberAsync("Ada", StaffRole.Administrator));
        await app.TypeAsync(ann, NewsDesk.Sheet("Ann's draft"));
        await app.TypeAsync(eva, NewsDesk.Sheet("Ada's draft"));
        await app.StepAsync(ann, WorkflowStep.Submit, form: NewsDesk.Sheet("To be read"));

        Assert.Equal(["To be read", "Ada's draft", "Ann's draft"], await HeadlinesAsync(eva, DeskPile.Open));
        Assert.Equal(["Ada's draft"], await HeadlinesAsync(eva, DeskPile.Mine));
        Assert.Equal(["To be read"], await HeadlinesAsync(eva, DeskPile.Review));
        Assert.Equal(["Headline of due"], await HeadlinesAsync(eva, DeskPile.Scheduled));
        Assert.Equal(["Headline of other", "Headline of out"], (await HeadlinesAsync(eva, DeskPile.Published)).Order(StringComparer.Ordinal));
        Assert.Equal((3, 1, 1, 1, 2, 0), Counts((await app.DeskAsync(eva, DeskPile.Open)).Counts));
    }

    [Fact]
    public async Task Everybody_sees_their_own_and_editors_their_sections()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 2));
        await app.TypeAsync(con, NewsDesk.Sheet("Con's harbour draft"));
        await app.TypeAsync(eva, NewsDesk.Sheet("Eva's harbour draft"));

        Assert.Equal(["Con's harbour draft"], await HeadlinesAsync(con, DeskPile.Open));
        Assert.Empty(await HeadlinesAsync(con, DeskPile.Published));
        Assert.Equal(["Eva's harbour draft"], await HeadlinesAsync(eva, DeskPile.Open));
        Assert.Equal(["Headline of other"], await HeadlinesAsync(eva, DeskPile.Published));
        Assert.Empty((await app.DeskAsync(con, DeskPile.Open, "Headline")).Rows);
    }

    [Fact]
    public async Task Words_are_found_in_headlines_of_every_pile_and_signs_are_only_signs()
    {
        var ada = await app.MemberAsync("Ada", StaffRole.Administrator);
        await app.TypeAsync(ada, NewsDesk.Sheet(@"100% of the 5_boats \ gone"));

        Assert.Equal(["Headline of ancient"], (await app.DeskAsync(ada, DeskPile.Mine, "ANCIENT")).Rows.Select(row => row.Headline));
        foreach (var words in new[] { "100%", "5_b", @"\ g" }) Assert.Single((await app.DeskAsync(ada, DeskPile.Mine, words)).Rows);
        foreach (var words in new[] { "0%b", "5xb", "' OR 1=1 --", "\"" }) Assert.Empty((await app.DeskAsync(ada, DeskPile.Mine, words)).Rows);
    }

    [Theory]
    [InlineData(DeskPile.Open, null)]
    [InlineData(DeskPile.Mine, null)]
    [InlineData(DeskPile.Published, null)]
    [InlineData(DeskPile.Scheduled, null)]
    [InlineData(DeskPile.Open, "Number")]
    public async Task Pages_follow_each_other_without_gap_or_repeat(DeskPile pile, string? words)
    {
        const int Count = DeskReader.PageSize + 20;
        var ada = await app.MemberAsync("Ada", StaffRole.Administrator);
        for (var i = 0; i < Count; i++)
        {
            var form = NewsDesk.Sheet($"Number {i}");
            if (pile is DeskPile.Scheduled) form.PublishAt = "2026-12-24T08:00"; // all at one instant
            if (pile is DeskPile.Scheduled or DeskPile.Published) Assert.True((await app.StepAsync(ada, WorkflowStep.Publish, form: form)).IsDone);
            else await app.TypeAsync(ada, form);
            if (i % 3 == 0) app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await app.DeskAsync(ada, pile, words);
        var second = await app.DeskAsync(ada, pile, words, DeskMark.TryParse(first.Older!.ToString()));

        Assert.Equal(DeskReader.PageSize, first.Rows.Count);
        Assert.Null(second.Older);
        Assert.Equal(Count, first.Rows.Concat(second.Rows).Where(row => row.Headline.StartsWith("Number", StringComparison.Ordinal)).Select(row => row.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("?pile=99")]
    [InlineData("?pile=Nonsense&section=x&before=;DROP")]
    [InlineData("?section=99999999999999999999")]
    [InlineData("?before=99999999999999999999-1")]
    [InlineData("?before=-1")]
    [InlineData("?q=%00%FF")]
    public async Task A_wrong_address_shows_the_desk_all_the_same(string query)
    {
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator);
        using var browser = await app.BrowserOfAsync(StaffRoom.Admin);

        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync("/admin" + query)).Status);
    }

    private async Task<IEnumerable<string>> HeadlinesAsync(StaffMember member, DeskPile pile) =>
        (await app.DeskAsync(member, pile)).Rows.Select(row => row.Headline);

    private static (int Open, int Mine, int Review, int Scheduled, int Published, int Stale) Counts(IReadOnlyDictionary<DeskPile, int> counts) =>
        (counts[DeskPile.Open], counts[DeskPile.Mine], counts[DeskPile.Review], counts[DeskPile.Scheduled], counts[DeskPile.Published], counts[DeskPile.Stale]);
}
