using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Revisions;

public sealed class MergingTests : IDisposable
{
    private const string Origin = "The first paragraph.\n\nThe second paragraph.\n\nThe third paragraph.";

    private readonly NewsApp app = NewsApp.With(Story.Dated("out", NewsApp.Noon.AddDays(-1)));

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_second_save_is_merged_and_what_both_changed_is_asked()
    {
        using var ann = await BrowserAsync("Ann Author");
        using var ben = await BrowserAsync("Ben Editor");
        var url = (await SaveAsync(ann, "/admin/articles/new", "A quay", Origin)).Location!;
        var opened = await ann.GetAsync(url);
        await SaveAsync(ben, url, "Ben’s quay", Origin.Replace("second", "2nd", StringComparison.Ordinal).Replace("third", "last", StringComparison.Ordinal));

        var mine = Fields("Ann’s quay", Origin.Replace("first", "1st", StringComparison.Ordinal).Replace("third", "final", StringComparison.Ordinal));
        var refused = await ann.SubmitAsync(opened, url, mine);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.NotNull(refused.Page.QuerySelector("button[formaction$='?handler=Merge']"));
        Assert.Contains("Ben Editor has this article open too", (await ann.GetAsync(url)).Page.Body!.TextContent, StringComparison.Ordinal);
        var aside = await MergeAsync(ann, refused, url, mine);
        var page = await ann.GetAsync(aside.Location!);

        Assert.Equal(2, page.Page.QuerySelectorAll("fieldset.question").Length); // the headline and the third paragraph
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ann.SubmitAsync(page, aside.Location!, new Dictionary<string, string>())).Status);
        var choices = page.Page.QuerySelectorAll<IHtmlInputElement>("fieldset.question input[value=Mine]").Select(input => input.Name!).ToList();
        var saved = await ann.SubmitAsync(page, aside.Location!, new Dictionary<string, string> { [choices[0]] = "Theirs", [choices[1]] = "Both" });
        Assert.Equal(HttpStatusCode.Found, saved.Status);

        var merged = (await ann.GetAsync(url)).Page;
        Assert.Equal("Ben’s quay", merged.QuerySelector<IHtmlTextAreaElement>("#Headline")!.Value);
        Assert.Equal("The 1st paragraph.\n\nThe 2nd paragraph.\n\nThe last paragraph.\n\nThe final paragraph.", merged.QuerySelector<IHtmlTextAreaElement>("#Body")!.Value);
    }

    [Fact]
    public async Task Who_saves_once_more_while_somebody_merges_is_not_overwritten()
    {
        using var ann = await BrowserAsync("Ann Author");
        using var ben = await BrowserAsync("Ben Editor");
        var url = (await SaveAsync(ann, "/admin/articles/new", "A quay", Origin)).Location!;
        var opened = await ann.GetAsync(url);
        await SaveAsync(ben, url, "Ben’s quay", Origin);
        var aside = await MergeAsync(ann, opened, url, Fields("Ann’s quay", Origin));
        var page = await ann.GetAsync(aside.Location!);
        await SaveAsync(ben, url, "Ben’s second thought", Origin);

        var late = await ann.SubmitAsync(page, aside.Location!, new Dictionary<string, string> { ["choice[Headline-0]"] = "Mine" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Ben’s second thought", late.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ben’s second thought", (await ann.GetAsync(url)).Page.QuerySelector<IHtmlTextAreaElement>("#Headline")!.Value);
        Assert.Equal(HttpStatusCode.Found, (await ann.SubmitAsync(late, aside.Location!, new Dictionary<string, string> { ["choice[Headline-0]"] = "Mine" })).Status);
        Assert.Equal("Ann’s quay", (await ann.GetAsync(url)).Page.QuerySelector<IHtmlTextAreaElement>("#Headline")!.Value);
    }

    [Fact]
    public async Task Whoever_leaves_is_gone_after_a_while()
    {
        using var ann = await BrowserAsync("Ann Author");
        using var ben = await BrowserAsync("Ben Editor");
        var url = (await SaveAsync(ann, "/admin/articles/new", "A quay", Origin)).Location!;
        await SaveAsync(ben, url, "Ben’s quay", Origin);
        Assert.NotNull((await ann.GetAsync(url)).Page.QuerySelector("[data-others]"));

        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null((await ann.GetAsync(url)).Page.QuerySelector("[data-others]"));
    }

    private async Task<StaffBrowser> BrowserAsync(string name)
    {
        var email = $"{Guid.NewGuid():N}@courier.example";
        await app.HireAsync(email, StaffRole.Administrator, name);
        return await app.BrowserOfAsync(email);
    }

    private static async Task<Answer> SaveAsync(StaffBrowser browser, string url, string headline, string body)
    {
        var saved = await browser.SubmitAsync(url, Fields(headline, body));
        Assert.True(saved.Status is HttpStatusCode.Found, saved.Errors);
        return saved;
    }

    // The button of the editor's own form.
    private static Task<Answer> MergeAsync(StaffBrowser browser, Answer opened, string url, Dictionary<string, string> fields)
    {
        foreach (var name in (string[])["Version", "__RequestVerificationToken"]) fields[name] = opened.Page.QuerySelector<IHtmlInputElement>($"#sheet input[name={name}]")!.Value;
        return browser.PostAsync(url + "?handler=Merge", fields);
    }

    private static Dictionary<string, string> Fields(string headline, string body) => new() { ["Headline"] = headline, ["Body"] = body, ["Section"] = "1" };
}
