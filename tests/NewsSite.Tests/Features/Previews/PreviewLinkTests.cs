using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Previews;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Previews;

public sealed class PreviewLinkTests : IDisposable
{
    private readonly NewsApp app = NewsApp.Logging(new Story { Slug = "out" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Whoever_holds_the_link_reads_the_article_as_it_stands_in_the_editor_and_nothing_else_of_the_newsroom()
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        var form = NewsDesk.Sheet();
        form.Notes = "Call Piet again.";
        var id = (await app.TypeAsync(con, form)).Id!.Value;
        var link = await LinkAsync(con, id);

        var first = await app.PageAsync(link);
        form.Headline = "The mole gets its siren";
        await app.TypeAsync(con, form, id, (await app.OpenAsync(con, id))!.Version);
        var second = await app.PageAsync(link);

        Assert.Equal(["The mole asks for a siren", "The mole gets its siren"], new[] { first, second }.Select(page => page.QuerySelector("h1")!.TextContent));
        Assert.Contains("Preview, not published.", second.QuerySelector(".unpublished")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-29T12:00:00Z", second.QuerySelector(".unpublished time")!.GetAttribute("datetime"));
        foreach (var hidden in new[] { "Call Piet", "Lawyer", "Con", "/admin", "<script" }) Assert.DoesNotContain(hidden, second.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_stored_nowhere_sets_no_cookie_and_sends_no_referrer()
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        var link = await LinkAsync(con, await app.ArticleAsync(con));

        foreach (var url in new[] { link, "/preview/" + SecretToken.New(), link + "/media/00000000000000000000000000000000.png" })
        {
            using var answer = await app.GetAsync(url);
            Assert.True(answer.Headers.CacheControl!.NoStore, url);
            Assert.Equal(("noindex", "no-referrer", false), (Header(answer, "X-Robots-Tag"), Header(answer, "Referrer-Policy"), answer.Headers.Contains("Set-Cookie")));
            Assert.DoesNotContain("script-src", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Expired_revoked_ended_and_wrong_links_get_the_same_answer()
    {
        var (con, eva) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        var revoked = await LinkAsync(con, await app.ArticleAsync(con));
        await app.InScopeAsync(async services => await services.GetRequiredService<PreviewLinkDesk>().RevokeAsync(
            await app.WithDatabaseAsync(db => db.PreviewLinks.Select(made => made.ArticleId).SingleAsync(Ct)), await app.WithDatabaseAsync(db => db.PreviewLinks.Select(made => made.Id).SingleAsync(Ct)), con, Ct));
        var out1 = await app.ArticleAsync(eva);
        var ended = await LinkAsync(eva, out1);
        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, out1)).IsDone);
        var binned1 = await app.ArticleAsync(eva);
        var binned = await LinkAsync(eva, binned1);
        Assert.True((await app.StepAsync(eva, WorkflowStep.Bin, binned1)).IsDone);
        var expired = await LinkAsync(con, await app.ArticleAsync(con), days: 1);
        app.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await app.PageAsync(expired);
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        var answers = new List<string>();
        foreach (var link in new[] { "/preview/" + SecretToken.New(), "/preview/x", revoked, ended, binned, expired })
        {
            using var answer = await app.GetAsync(link);
            answers.Add($"{answer.StatusCode} {answer.Headers} {await answer.Content.ReadAsStringAsync(Ct)}");
        }

        Assert.StartsWith("NotFound", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_ended_with_publication_stays_ended_and_one_that_shall_outlive_it_does()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        var id = await app.ArticleAsync(eva);
        var (ends, lives) = (await LinkAsync(eva, id), await LinkAsync(eva, id, ends: false));
        var form = NewsDesk.Sheet();
        form.PublishAt = "2026-11-22T14:00";
        Assert.True((await app.StepAsync(eva, WorkflowStep.Publish, id, form)).IsDone);
        await app.PageAsync(ends); // only scheduled
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.PageAsync(ends, HttpStatusCode.NotFound);

        Assert.True((await app.StepAsync(eva, WorkflowStep.Unpublish, id)).IsDone);

        await app.PageAsync(ends, HttpStatusCode.NotFound);
        await app.PageAsync(lives);
    }

    [Fact]
    public async Task Its_pictures_show_at_its_own_address_and_at_no_other()
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        var (shown, stranger) = (await app.Services.ShelveAsync(0), await app.Services.ShelveAsync(1));
        var form = NewsDesk.Sheet();
        (form.Picture, form.PictureAlt, form.Body) = (shown, "A siren", $"{form.Body}\n\n![A siren](media/{shown} \"Seen\")");
        var link = await LinkAsync(con, (await app.TypeAsync(con, form)).Id!.Value);

        var pictures = (await app.PageAsync(link)).QuerySelectorAll("main img").Select(img => img.GetAttribute("src")!).Distinct().ToList();

        Assert.Equal([$"{link}/media/{shown}/4.jpg"], pictures);
        using var picture = await app.GetAsync(pictures[0]);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg", true, "no-referrer"), (picture.StatusCode, picture.Content.Headers.ContentType!.MediaType, picture.Headers.CacheControl!.NoStore, Header(picture, "Referrer-Policy")));
        foreach (var url in new[] { $"{link}/media/{stranger}", $"/media/{shown}", $"/preview/{SecretToken.New()}/media/{shown}", $"{link}/media/..%2fnews.db" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task The_secret_stands_in_no_table_and_no_log()
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        var link = await LinkAsync(con, await app.ArticleAsync(con));
        var token = link.Split('/')[^1];
        foreach (var url in new[] { link, link + "/media/00000000000000000000000000000000.png", link + "/", "/preview%2F" + token, link.ToUpperInvariant() }) using (await app.GetAsync(url)) { }

        var log = "";
        foreach (var file in Directory.EnumerateFiles(Path.Combine(app.DataFolder, "logs")))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            log += await new StreamReader(stream).ReadToEndAsync(Ct);
        }

        Assert.Contains("GET /preview/… 200", log, StringComparison.Ordinal);
        Assert.DoesNotContain(token, log, StringComparison.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(app.DataFolder, "news.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Assert.DoesNotContain(token, await new StreamReader(stream, System.Text.Encoding.Latin1).ReadToEndAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_shows_the_address_once_lists_the_links_and_revokes_them()
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        var id = await app.ArticleAsync(con);
        using var browser = await app.BrowserOfAsync("con@courier.example");
        var url = $"/admin/articles/{id}/previews";
        Assert.NotNull((await browser.GetAsync($"/admin/articles/{id}")).Page.QuerySelector($"a[href='{url}']"));
        const string Hostile = "Law\u202Eyer <script>alert(1)</script>\r\n12:00 ERR";

        var made = await browser.SubmitAsync(url, new Dictionary<string, string> { ["Label"] = Hostile, ["Days"] = "7", ["EndsWhenPublished"] = "true" }, "Make");

        var address = made.Page.QuerySelector("#made")!.GetAttribute("value")!;
        Assert.Matches($"^{Regex.Escape(NewsApp.PublicAddress)}/preview/[A-Za-z0-9_-]{{43}}$", address);
        await app.PageAsync(new Uri(address).AbsolutePath);
        var list = await browser.GetAsync(url);
        Assert.DoesNotContain(new Uri(address).Segments[^1], list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", list.Text, StringComparison.Ordinal);
        var row = list.Page.QuerySelector("table.grid tbody tr")!;
        foreach (var said in new[] { "alert(1)", "Con", "works, ends when published" }) Assert.Contains(said, row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("not opened yet", row.TextContent, StringComparison.Ordinal);

        Assert.Equal(url, (await browser.SubmitAsync(url, new Dictionary<string, string>(), "Revoke")).Location);

        await app.PageAsync(new Uri(address).AbsolutePath, HttpStatusCode.NotFound);
        Assert.Equal([AuditAction.PreviewRevoked, AuditAction.PreviewShared, AuditAction.Drafted], (await app.OpenAsync(con, id))!.History.Select(line => line.Action));
    }

    [Theory]
    [InlineData("", "7", "Say for whom the link is.")]
    [InlineData("Lawyer", "3000", "Choose one of these.")]
    [InlineData("Lawyer", "soon", null)]
    public async Task What_is_wrong_with_a_link_is_said_and_none_is_made(string label, string days, string? complaint)
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        var id = await app.ArticleAsync(con);
        using var browser = await app.BrowserOfAsync("con@courier.example");

        var answer = await browser.SubmitAsync($"/admin/articles/{id}/previews", new Dictionary<string, string> { ["Label"] = label, ["Days"] = days }, "Make");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        if (complaint is not null) Assert.Contains(complaint, answer.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDatabaseAsync(db => db.PreviewLinks.CountAsync(Ct)));
    }

    [Fact]
    public async Task Only_who_may_change_the_article_shares_it()
    {
        var (con, cal) = (await app.MemberAsync("Con", StaffRole.Contributor), await app.MemberAsync("Cal", StaffRole.Editor, 2));
        var id = await app.ArticleAsync(con, (con, WorkflowStep.Submit));

        foreach (var member in new[] { con, cal }) Assert.Null(await MakeAsync(member, id));
    }

    [Fact]
    public async Task Guesses_are_bounded_and_holders_are_not()
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        var link = await LinkAsync(con, await app.ArticleAsync(con));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            using var answer = await app.GetAsync("/preview/" + SecretToken.New());
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (statuses[0], statuses[^1]));
        await app.PageAsync(link);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private Task<string?> MakeAsync(StaffMember member, long id, int days = 7, bool ends = true) => app.InScopeAsync(services =>
        services.GetRequiredService<PreviewLinkDesk>().MakeAsync(id, new PreviewLinkForm { Label = "Lawyer", Days = days, EndsWhenPublished = ends }, member, Ct));

    private async Task<string> LinkAsync(StaffMember member, long id, int days = 7, bool ends = true) => (await MakeAsync(member, id, days, ends))!;
}
