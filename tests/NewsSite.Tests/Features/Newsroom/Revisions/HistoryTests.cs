using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Revisions;

public sealed class HistoryTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(Story.Dated("out", NewsApp.Noon.AddDays(-1)));

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Two_versions_are_told_apart_field_by_field_and_word_by_word()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Author);
        var saved = await app.TypeAsync(ann, NewsDesk.Sheet("The quay is closed"));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.TypeAsync(ann, NewsDesk.Sheet("The quay is open", section: 2), saved.Id, saved.Version);

        var view = (await app.HistoryAsync(ann, saved.Id!.Value))!;

        Assert.Equal(["Headline", "Section"], view.Changes.Select(change => change.Label));
        Assert.Equal([(DiffKind.Same, "The quay is "), (DiffKind.Removed, "closed"), (DiffKind.Added, "open")], view.Changes[0].Runs.Select(run => (run.Kind, run.Text)));
    }

    [Fact]
    public async Task A_version_brought_back_is_a_new_version_and_the_one_before_it_stays()
    {
        using var browser = await BrowserAsync();
        var url = await SaveAsync(browser, "/admin/articles/new", "First");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await SaveAsync(browser, url, "Second");

        var answer = await browser.SubmitAsync(url + "/history?from=1&to=1", new Dictionary<string, string> { ["number"] = "1" }, "Restore");

        Assert.Equal((HttpStatusCode.Found, url), (answer.Status, answer.Location));
        Assert.Equal("First", (await browser.GetAsync(url)).Page.QuerySelector<IHtmlTextAreaElement>("#Headline")!.Value);
        var history = (await browser.GetAsync(url + "/history")).Page;
        Assert.Equal(["3", "2", "1"], history.QuerySelectorAll(".versions tbody th > a:first-child").Select(link => link.TextContent));
        Assert.Contains("brought back from 1", history.QuerySelector("#v3")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Second", history.QuerySelector(".diff del")!.TextContent.Replace("[gone: ", "", StringComparison.Ordinal).TrimEnd(']'));
    }

    [Fact]
    public async Task A_version_that_somebody_saved_over_in_the_meantime_is_not_brought_back_unseen()
    {
        using var browser = await BrowserAsync();
        var url = await SaveAsync(browser, "/admin/articles/new", "First");
        var opened = await browser.GetAsync(url + "/history?from=1&to=1");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await SaveAsync(browser, url, "Second");

        var answer = await browser.SubmitAsync(opened, url + "/history", new Dictionary<string, string> { ["number"] = "1" }, "Restore");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Second", (await browser.GetAsync(url)).Page.QuerySelector<IHtmlTextAreaElement>("#Headline")!.Value);
    }

    [Fact]
    public async Task A_named_version_keeps_its_name_and_is_never_folded()
    {
        using var browser = await BrowserAsync();
        var url = await SaveAsync(browser, "/admin/articles/new", "First");

        var named = await browser.SubmitAsync(url + "/history?from=1&to=1", new Dictionary<string, string> { ["number"] = "1", ["name"] = " Before the lawyers " }, "Name");
        await SaveAsync(browser, url, "Second");

        Assert.Equal(HttpStatusCode.Found, named.Status);
        var rows = (await browser.GetAsync(url + "/history")).Page.QuerySelectorAll(".versions tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Equal("Before the lawyers", rows[1].QuerySelector(".named")!.TextContent);
        var tooLong = await browser.SubmitAsync(url + "/history?from=1&to=1", new Dictionary<string, string> { ["number"] = "1", ["name"] = new string('x', Revision.MaxNameLength + 1) }, "Name");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
    }

    [Theory]
    [InlineData("?from=1&to=99", HttpStatusCode.NotFound)]
    [InlineData("?from=x&to=1", HttpStatusCode.NotFound)]
    [InlineData("?before=1", HttpStatusCode.OK)]
    public async Task What_is_not_there_is_not_compared(string query, HttpStatusCode status)
    {
        using var browser = await BrowserAsync();
        var url = await SaveAsync(browser, "/admin/articles/new", "First");

        Assert.Equal(status, (await browser.GetAsync(url + "/history" + query)).Status);
    }

    private async Task<StaffBrowser> BrowserAsync()
    {
        var email = $"{Guid.NewGuid():N}@courier.example";
        await app.HireAsync(email, StaffRole.Administrator);
        return await app.BrowserOfAsync(email);
    }

    private static async Task<string> SaveAsync(StaffBrowser browser, string url, string headline)
    {
        var saved = await browser.SubmitAsync(url, new Dictionary<string, string> { ["Headline"] = headline, ["Body"] = "The quay.", ["Section"] = "1" });
        Assert.Equal(HttpStatusCode.Found, saved.Status);
        return saved.Location!;
    }
}
