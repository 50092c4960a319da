using System.Net;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Bulk;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Bulk;

/// <summary>What is wrong with the form is named by its field, and nothing is done; what is right costs in proportion.</summary>
public sealed class BulkFormTests : IAsyncLifetime
{
    private readonly NewsApp app = NewsApp.With([.. Enumerable.Range(1, 18).Select(number => Story.Dated($"number-{number}", NewsApp.Noon.AddHours(-number)))]);

    private StaffBrowser browser = null!;

    public static TheoryData<string, string, string> Wrong { get; } = new()
    {
        { "What=Move&Into=2", "Ids", "Choose at least one article." },
        { "What=Move&Into=2&Ids=one", "Ids", "The choice of articles cannot be read. Choose them again." },
        { "What=Move&Into=2&Ids=1&Ids=99999999999999999999", "Ids", "The choice of articles cannot be read. Choose them again." },
        { "What=Move&Into=2&" + string.Join('&', Enumerable.Range(1, BulkIntake.MaxArticles + 1).Select(id => $"Ids={id}")), "Ids", "At most 50 articles are taken at once; these are 51." },
        { "Ids=1", "What", "Choose what to do with them." },
        { "What=Retract&Ids=1", "What", "Choose what to do with them." },
        { "What=99&Ids=1", "What", "Choose what to do with them." },
        { "What=Move&Ids=1", "Into", "Choose a section." },
        { "What=Move&Ids=1&Into=x", "Into", "Choose a section." },
        { "What=Move&Ids=1&Into=99", "Into", "There is no such section any more. Choose another." },
        { "What=AddTags&Ids=1&Tags=+,+", "Tags", "Write at least one tag." },
        { "What=AddTags&Ids=1&Tags=Quay,+…", "Tags", "“…” has no letter or digit to make an address of." },
        { "What=RemoveTags&Ids=1&Tags=" + new string('t', 81), "Tags", "“tttttttttttttttttttt…” is longer than 80 characters." },
        { "What=AddTags&Ids=1&Tags=" + string.Join(',', Enumerable.Range(1, 20_000)), "Tags", "At most 30 names fit here." },
        { "What=Bin&Ids=1&Note=" + new string('n', 2_001), "Note", "This is 2,001 characters long; at most 2,000 fit." },
    };

    public async ValueTask InitializeAsync()
    {
        await app.MemberAsync("Eva", StaffRole.Administrator);
        browser = await app.BrowserOfAsync("eva@courier.example");
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_named_and_nothing_is_done(string posted, string field, string complaint)
    {
        var before = await app.TableHashesAsync();

        var answer = await browser.BulkAsync(Fields(posted), "Published");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, complaint), (answer.Status, answer.Page.QuerySelector($"#{field}-error")!.TextContent));
        var after = await app.TableHashesAsync();
        Assert.All(before.Keys.Except(["AccountSessions"]), table => Assert.Equal(before[table], after[table]));
    }

    [Fact]
    public async Task The_choice_and_what_was_typed_are_still_there()
    {
        var answer = await browser.BulkAsync(Fields("What=AddTags&Ids=1&Ids=3&Into=2&Tags=Quay, …&Note=A \"word\""), "Published");

        Assert.Equal(["1", "3"], answer.Page.QuerySelectorAll("input[name=Ids][checked]").Select(box => box.GetAttribute("value")).Order(StringComparer.Ordinal));
        Assert.Equal(("AddTags", "2"), (answer.Page.QuerySelector("#What option[selected]")!.GetAttribute("value"), answer.Page.QuerySelector("#Into option[selected]")!.GetAttribute("value")));
        Assert.Equal(("Quay, …", "A \"word\""), (answer.Page.QuerySelector("#Tags")!.GetAttribute("value"), answer.Page.QuerySelector("#Note")!.GetAttribute("value")));
    }

    [Fact]
    public async Task An_article_that_is_named_twice_is_taken_once() =>
        Assert.Equal("1 article moved to Council. Undo", (await browser.DoneAsync(BulkAction.Move, [1, 1, 1], ("Into", "2"))).Said());

    [Fact]
    public async Task The_desk_comes_back_as_it_lay()
    {
        var answer = await browser.BulkAsync(Fields("What=Move&Ids=1&Into=2"), "Published&section=1&q=number");

        Assert.Matches(@"^/admin\?pile=Published&section=1&q=number&act=\d+$", answer.Location);
    }

    [Fact]
    public async Task Each_further_article_costs_the_same_and_no_more_than_it_would_by_itself()
    {
        var eva = new StaffMember(1, "Eva", StaffRole.Administrator, [], null);
        var form = (await app.OpenAsync(eva, 12))!.Form;
        form.Tags = "Quay";
        var single = await app.Commands.OfAsync(() => app.StepAsync(eva, WorkflowStep.Edit, 12, form));
        await browser.DoneAsync(BulkAction.Move, [12], ("Into", "2"));
        var one = await app.Commands.OfAsync(() => browser.BulkAsync(BulkAction.Move, [1], ("Into", "2")));
        var five = await app.Commands.OfAsync(() => browser.BulkAsync(BulkAction.Move, [2, 3, 4, 5, 6], ("Into", "2")));
        var ten = await app.Commands.OfAsync(() => browser.BulkAsync(BulkAction.Move, [7, 8, 9, 10, 11, 13, 14, 15, 16, 17], ("Into", "2")));
        TestContext.Current.TestOutputHelper?.WriteLine($"commands: {single} for an edit by itself, {one} for 1 article, {five} for 5, {ten} for 10");

        Assert.InRange((five - one) / 4, 1, single);
        Assert.Equal(five - one, (ten - five) * 4 / 5);
    }

    private static IEnumerable<(string, string)> Fields(string posted) =>
        posted.Split('&').Select(pair => (pair.Split('=')[0], pair.Split('=')[1].Replace('+', ' ')));
}
