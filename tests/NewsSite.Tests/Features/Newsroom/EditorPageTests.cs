using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

public sealed class EditorPageTests(EditorPageTests.Room room) : IClassFixture<EditorPageTests.Room>
{
    private const string New = "/admin/articles/new";

    private NewsApp App => room.App;

    [Fact]
    public async Task Opening_a_blank_page_begins_nothing_and_saving_without_script_begins_an_article()
    {
        using var browser = await OpenBrowserAsync();
        var before = await App.TableHashesAsync();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(New)).Status);
        Assert.Equal(before, await App.TableHashesAsync());

        var saved = await browser.SubmitAsync(New, Fields("A quay by night"));

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        var page = (await browser.GetAsync(saved.Location!)).Page;
        Assert.Equal("A quay by night", page.QuerySelector<IHtmlTextAreaElement>("#Headline")!.Value);
        Assert.Equal("Line one\nline two", page.QuerySelector<IHtmlTextAreaElement>("#Body")!.Value);
        Assert.Equal("Draft", page.QuerySelector(".state")!.TextContent);
    }

    [Fact]
    public async Task The_script_s_save_answers_with_the_article_and_its_version_and_a_conflict_names_who_saved()
    {
        using var browser = await OpenBrowserAsync();

        var first = await PostAsync(browser, New, "Save", Fields("Saved by script"));
        var (url, version) = (first.Json.GetProperty("url").GetString()!, first.Json.GetProperty("version").GetInt32());
        var second = await PostAsync(browser, url, "Save", Fields("Saved again"), version);
        var late = await PostAsync(browser, url, "Save", Fields("Too late"), version);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict], [first.Status, second.Status, late.Status]);
        Assert.Equal("Tomas Okell", late.Json.GetProperty("savedBy").GetString());
        Assert.Contains("Nothing was overwritten", late.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("Saved again", (await browser.GetAsync(url)).Page.QuerySelector<IHtmlTextAreaElement>("#Headline")!.Value);
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_and_a_foreign_article_is_not_there()
    {
        using var browser = await OpenBrowserAsync();
        var url = (await PostAsync(browser, New, "Save", Fields("Mine alone"))).Json.GetProperty("url").GetString()!;
        using var stranger = await OpenBrowserAsync(StaffRole.Author);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(browser, url, "Save", Fields("Long", new string('a', ArticleForm.MaxLength + 1)))).Status);
        foreach (var handler in new[] { "Save", "Preview", "Step" })
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, url, handler, Fields("Not mine"), 1, tokenFrom: New)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url)).Status);
    }

    [Fact]
    public async Task The_preview_is_made_of_what_is_typed_and_keeps_nothing()
    {
        using var browser = await OpenBrowserAsync();
        var before = await App.TableHashesAsync();
        var fields = Fields("A <b>siren</b>", Story.DefaultBody);
        (fields["Byline"], fields["Tags"]) = ("Ines Maddern, A new guest", "Quay");

        var answer = await PostAsync(browser, New, "Preview", fields);

        var page = await new HtmlParser().ParseDocumentAsync(answer.Json.GetProperty("preview").GetString()!);
        Assert.Equal("A <b>siren</b>", page.QuerySelector("h2.headline")!.TextContent);
        Assert.Equal(5, page.QuerySelectorAll(".body p").Length);
        Assert.Equal(2, page.QuerySelectorAll("details.summary").Length);
        Assert.Contains("A new guest", page.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
        Assert.True(answer.Json.GetProperty("words").GetInt32() > 100);
        Assert.Equal(14, answer.Json.GetProperty("headlineLength").GetInt32());
        Assert.Equal(before, await App.TableHashesAsync());
    }

    [Fact]
    public async Task A_body_that_cannot_be_shown_is_refused_with_its_reason_in_place_of_a_preview()
    {
        using var browser = await OpenBrowserAsync();

        var answer = await PostAsync(browser, New, "Preview", Fields("Too deep", new string('>', 3000) + " deep"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("preview").ValueKind);
        Assert.NotEmpty(answer.Json.GetProperty("refusal").GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task A_refused_step_keeps_what_was_typed_and_names_the_field_without_script_too()
    {
        using var browser = await OpenBrowserAsync();
        var fields = Fields("");
        (fields["step"], fields["note"]) = ("Publish", "A note");

        var answer = await browser.SubmitAsync(await browser.GetAsync(New), New, fields);
        var refused = await PostAsync(browser, answer.Location!, "Step", fields, 1);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var page = await new HtmlParser().ParseDocumentAsync(refused.Text);
        Assert.Equal("true", page.QuerySelector("#Headline")!.GetAttribute("aria-invalid"));
        Assert.Equal("Headline-error", page.QuerySelector("#Headline")!.GetAttribute("aria-describedby"));
        Assert.Equal("Line one\nline two", page.QuerySelector<IHtmlTextAreaElement>("#Body")!.Value);
    }

    [Fact]
    public async Task Posting_what_no_field_is_for_changes_nothing_but_the_text()
    {
        using var browser = await OpenBrowserAsync();
        var fields = Fields("Only words");
        foreach (var property in typeof(Article).GetProperties().Select(each => each.Name).Except(typeof(ArticleForm).GetProperties().Select(each => each.Name)))
        {
            if (property != nameof(Article.Version)) (fields[property], fields["form." + property]) = ("1", "1");
        }

        fields[nameof(Article.Status)] = nameof(ArticleStatus.Published);
        var saved = await PostAsync(browser, New, "Save", fields);

        var article = await App.ArticleAsync(saved.Json.GetProperty("id").GetInt64());
        Assert.Equal((ArticleStatus.Draft, null, null), (article.Status, article.PublishedAt, article.EmbargoedUntil));
        Assert.NotEqual(1, article.Id);
    }

    [Fact]
    public async Task A_script_whose_session_has_ended_is_told_so_and_not_sent_to_the_sign_in_page()
    {
        using var stranger = new StaffBrowser(App) { Accept = "application/json" };

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync(New + "?handler=Save", [])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(New + "?handler=Ticket")).Status);
    }

    [Fact]
    public async Task A_ticket_names_the_person_and_lets_a_form_be_sent()
    {
        using var browser = await OpenBrowserAsync();

        var ticket = JsonDocument.Parse((await browser.GetAsync(New + "?handler=Ticket")).Text).RootElement;
        var fields = Fields("With a fresh ticket");
        fields["__RequestVerificationToken"] = ticket.GetProperty("token").GetString()!;

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(New + "?handler=Save", fields)).Status);
        Assert.True(ticket.GetProperty("person").GetInt64() > 0);
    }

    [Theory]
    [InlineData("2026-11-30T08:00", "Mon 30 Nov 2026, 08:00")]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    public async Task A_time_is_told_in_words(string local, string? expected)
    {
        using var browser = await OpenBrowserAsync();

        var words = JsonDocument.Parse((await browser.GetAsync($"{New}?handler=When&local={local}")).Text).RootElement.GetProperty("words").GetString();

        if (expected is null) Assert.Null(words);
        else Assert.StartsWith(expected, words, StringComparison.Ordinal);
    }

    private async Task<StaffBrowser> OpenBrowserAsync(StaffRole role = StaffRole.Administrator)
    {
        var email = $"{Guid.NewGuid():N}@courier.example";
        await App.HireAsync(email, role);
        return await App.BrowserOfAsync(email);
    }

    private static Dictionary<string, string> Fields(string headline, string body = "Line one\r\nline two") => new()
    {
        ["Headline"] = headline,
        ["Body"] = body,
        ["Section"] = "1",
        ["Byline"] = "Tomas Okell",
        ["OffersSummary"] = "true",
    };

    private static async Task<JsonAnswer> PostAsync(StaffBrowser browser, string url, string handler, Dictionary<string, string> fields, int version = 0, string? tokenFrom = null)
    {
        var page = (await browser.GetAsync(tokenFrom ?? url)).Page;
        var sent = new Dictionary<string, string>(fields)
        {
            ["__RequestVerificationToken"] = page.QuerySelector<IHtmlInputElement>("#sheet input[name=__RequestVerificationToken]")!.Value,
            ["Version"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        var answer = await browser.PostAsync($"{url}?handler={handler}", sent);
        return new JsonAnswer(answer.Status, answer.Text);
    }

    private sealed record JsonAnswer(HttpStatusCode Status, string Text)
    {
        public JsonElement Json => JsonDocument.Parse(Text).RootElement;
    }

    public sealed class Room : IDisposable
    {
        public NewsApp App { get; } = NewsApp.With(new Story { Slug = "older" });

        public void Dispose() => App.Dispose();
    }
}
