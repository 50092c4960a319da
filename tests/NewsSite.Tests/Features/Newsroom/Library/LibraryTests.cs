using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Media;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Library;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Library;

/// <summary>Pictures are brought in, found, described, and taken out by those who may.</summary>
public sealed class LibraryTests : IAsyncLifetime
{
    private const string Page = "/admin/pictures";

    private readonly NewsApp app = NewsApp.With(Story.Dated("quay", NewsApp.Noon.AddHours(-1)), Story.Dated("council", NewsApp.Noon.AddHours(-2)) with { Section = "council" });
    private StaffMember eva = null!;
    private StaffBrowser browser = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        eva = await app.MemberAsync("Eva", StaffRole.Editor, 1);
        browser = await app.BrowserOfAsync("eva@courier.example");
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Several_files_are_brought_in_at_once_and_shown_newest_first()
    {
        var answer = await browser.UploadAsync(("first.png", TestPicture.Png(1)), ("second.jpg", TestPicture.Jpeg(2)));

        Assert.Equal((HttpStatusCode.Found, Page + "?added=2"), (answer.Status, answer.Location));
        var page = (await browser.GetAsync(answer.Location!)).Page;
        Assert.Contains("2 pictures are in the library.", page.QuerySelector(".saved")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["second.jpg", "first.png"], page.QuerySelectorAll(".library .called").Select(name => name.TextContent));
        Assert.Equal(["PictureAdded first.png Eva", "PictureAdded second.jpg Eva"], await AuditAsync());
    }

    [Fact]
    public async Task A_bad_file_is_named_and_the_others_stay()
    {
        var answer = await browser.UploadAsync(("page.jpg", "<script>alert(1)</script>"u8.ToArray()), ("empty.png", []), ("good.png", TestPicture.Png(3)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["page.jpg is not a JPEG, PNG, WebP, GIF or AVIF picture.", "empty.png is empty.", "good.png is in the library."], answer.Page.QuerySelectorAll(".uploads li").Select(line => line.TextContent.Trim()));
        Assert.Equal(["good.png"], answer.Page.QuerySelectorAll(".library .called").Select(name => name.TextContent));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.UploadAsync()).Status);
    }

    [Fact]
    public async Task A_script_is_told_what_became_of_each_file()
    {
        browser.Accept = "application/json";
        using var taken = JsonDocument.Parse((await browser.UploadAsync(("quay.png", TestPicture.Png(4)))).Text);
        var refused = await browser.UploadAsync(("x.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()));
        using var choices = JsonDocument.Parse((await browser.GetAsync(Page + "?handler=Choose&q=QUAY")).Text);

        var file = taken.RootElement[0].GetProperty("file").GetString();
        Assert.Matches(@"^[0-9a-f]{32}\.jpg$", file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("is not a JPEG", refused.Text, StringComparison.Ordinal);
        Assert.Equal(file, Assert.Single(choices.RootElement.EnumerateArray()).GetProperty("file").GetString());
    }

    [Fact]
    public async Task Nobody_fills_the_store_in_a_day()
    {
        await app.WithDatabaseAsync(async db =>
        {
            for (var number = 0; number < UploadDesk.MostInADay; number++)
                db.Add(new Asset(new AssetSource($"{number:x32}.jpg", $"{number}", "old.jpg"), new AssetMaster("masters/none", 1, 1, 1, "555"), new AssetWords(), NewsApp.Noon.AddHours(-1), (eva.Id, eva.Name)));
            return await db.SaveChangesAsync(Ct);
        });

        var answer = await browser.UploadAsync(("one.png", TestPicture.Png(5)));
        app.Clock.Advance(TimeSpan.FromHours(24));
        var tomorrow = await browser.UploadAsync(("one.png", TestPicture.Png(5)));

        Assert.Equal("one.png has to wait until tomorrow: 1000 pictures are taken from one person in a day.", answer.Errors);
        Assert.Equal(HttpStatusCode.Found, tomorrow.Status);
    }

    [Fact]
    public async Task Pictures_are_found_by_their_words_and_listed_in_parts()
    {
        var (mine, theirs, used) = (await ShelveAsync(10, "Küste.png"), await app.Services.ShelveAsync(TestPicture.Png(11), "crane.png"), await app.Services.ShelveAsync(TestPicture.Png(12), "mole.png"));
        await app.ShowPictureAsync(used.File);
        await SubmitAsync(theirs, ("Credit", "Ada Fenwick"), ("Caption", "A crane of 1931"));

        Assert.Equal([mine.Name], await NamesAsync("?q=küste"));
        Assert.Equal(["A crane of 1931"], await NamesAsync("?q=FENWICK+crane"));
        Assert.Empty(await NamesAsync("?q=fenwick+mole"));
        Assert.Equal([mine.Name], await NamesAsync("?part=Mine"));
        Assert.Equal([used.Name, mine.Name], await NamesAsync("?part=WithoutCredit"));
        Assert.Equal(["A crane of 1931", mine.Name], await NamesAsync("?part=Unused"));
        Assert.Empty(await NamesAsync("?q=%25"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var all = new List<string>();
        await app.WithDatabaseAsync(async db =>
        {
            for (var number = 0; number < LibraryReader.PageSize * 2 + 3; number++)
                db.Add(new Asset(new AssetSource($"{number:x32}.jpg", $"{number}", $"{number}.jpg"), new AssetMaster("masters/none", 1, 1, 1, "555"), new AssetWords(), NewsApp.Noon.AddMinutes(-number / 5), by: null));
            return await db.SaveChangesAsync(Ct);
        });

        var url = Page;
        for (var pages = 0; url is not null; pages++)
        {
            Assert.True(pages < 4);
            var page = (await browser.GetAsync(url)).Page;
            all.AddRange(page.QuerySelectorAll(".library .called").Select(name => name.TextContent));
            url = page.QuerySelector(".go a")?.GetAttribute("href");
        }

        Assert.Equal(LibraryReader.PageSize * 2 + 3, all.Distinct().Count());
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public async Task What_is_said_of_a_picture_is_kept_and_told_to_the_log()
    {
        var asset = await ShelveAsync(20);

        var answer = await SubmitAsync(asset, ("Caption", "The mole\r\nat dawn"), ("Credit", "Ada Fenwick"), ("Copyright", "The Courier"), ("Licence", "For ever"), ("FocusX", "12"), ("FocusY", "88"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var kept = await FindAsync(asset.Id);
        Assert.Equal(("The mole\nat dawn", "Ada Fenwick", "The Courier", "For ever", new Focus(12, 88)), (kept!.Caption, kept.Credit, kept.Copyright, kept.Licence, kept.Focus));
        Assert.Contains("PictureChanged picture.png Eva", await AuditAsync());
    }

    [Fact]
    public async Task A_new_aim_tells_which_pages_differ_and_words_alone_tell_nothing()
    {
        var asset = await ShelveAsync(23);
        await app.ShowPictureAsync(asset.File);

        await SubmitAsync(asset, ("Caption", "The mole"));
        Assert.Empty(await AimedAsync());
        await SubmitAsync(asset, ("FocusX", "10"));

        var told = Assert.Single(await AimedAsync());
        Assert.Null(told.ArticleId);
        Assert.Superset(new HashSet<string> { "fronts", "article:1", "author:1" }, told.DependencyTags.ToHashSet());
        Assert.DoesNotContain("article:2", told.DependencyTags);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var asset = await ShelveAsync(21);

        var answer = await SubmitAsync(asset, ("Caption", new string('x', 1001)), ("Credit", "Ada Fenwick"), ("FocusX", "101"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Give a number from 0 to 100.", answer.Page.QuerySelector("#FocusX-error")!.TextContent);
        Assert.Equal("Use at most 1000 characters.", answer.Page.QuerySelector("#Caption-error")!.TextContent);
        Assert.Equal("Ada Fenwick", answer.Page.QuerySelector("#Credit")!.GetAttribute("value"));
        Assert.Null((await FindAsync(asset.Id))!.Credit);
    }

    [Fact]
    public async Task When_two_change_a_picture_the_second_sees_both_and_overwrites_nothing()
    {
        var asset = await ShelveAsync(22);
        var opened = await browser.GetAsync(Url(asset));
        await SubmitAsync(asset, ("Caption", "Theirs"), ("Credit", "Ada Fenwick"));

        var answer = await browser.SubmitAsync(opened, Url(asset), Form(("Caption", "Mine")));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Mine", answer.Page.QuerySelector("#Caption")!.TextContent.Trim());
        Assert.Contains("Theirs", answer.Page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Theirs", (await FindAsync(asset.Id))!.Caption);
        Assert.Equal(HttpStatusCode.Found, (await browser.SubmitAsync(answer, Url(asset), Form(("Caption", "Mine")))).Status);
        Assert.Equal("Mine", (await FindAsync(asset.Id))!.Caption);
    }

    [Fact]
    public async Task A_contributor_describes_what_they_brought_and_nothing_else()
    {
        await app.MemberAsync("Con", StaffRole.Contributor);
        using var con = await app.BrowserOfAsync("con@courier.example");
        var foreign = await ShelveAsync(30);
        await con.UploadAsync(("own.png", TestPicture.Png(31)));
        var own = await app.WithDatabaseAsync(db => db.Assets.SingleAsync(asset => asset.Name == "own.png", Ct));

        var page = (await con.GetAsync(Url(foreign))).Page;
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = await con.PostAsync(Url(foreign), Form(("Caption", "Mine now"), ("__RequestVerificationToken", token), ("Version", "1")));
        var deleted = await con.PostAsync(Url(foreign) + "?handler=Delete", Form(("Confirmed", "true"), ("__RequestVerificationToken", token), ("Version", "1")));

        Assert.DoesNotContain(page.QuerySelectorAll("main button"), button => button.TextContent is "Save" or "Delete…");
        Assert.All([forged, deleted], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.Null((await FindAsync(foreign.Id))!.Caption);
        Assert.Equal(HttpStatusCode.Found, (await con.SubmitAsync(Url(own), Form(("Caption", "My own")))).Status);
    }

    [Fact]
    public async Task A_picture_in_use_is_not_deleted_and_one_that_is_not_is_after_a_question()
    {
        var (used, typed, free) = (await ShelveAsync(40), await ShelveAsync(41), await ShelveAsync(42));
        await app.ShowPictureAsync(used.File);
        var form = NewsDesk.Sheet();
        form.Body = $"A draft.\n\n![A crane](/media/{typed.File})";
        await app.TypeAsync(eva, form);

        foreach (var asset in (Asset[])[used, typed])
        {
            var opened = await browser.GetAsync(Url(asset));
            Assert.DoesNotContain(opened.Page.QuerySelectorAll("main button"), button => button.TextContent is "Delete…");
            var refused = await browser.SubmitAsync(opened, Url(asset) + "?handler=Delete", Form(("Confirmed", "true")));
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("It is in use, so it stays.", refused.Text, StringComparison.Ordinal);
        }

        var asked = await browser.SubmitAsync(Url(free), Form(), "Delete");
        Assert.Equal((HttpStatusCode.OK, 3), (asked.Status, await app.WithDatabaseAsync(db => db.Assets.CountAsync(Ct))));
        var done = await browser.SubmitAsync(asked, Url(free), Form(("Confirmed", "true")), "Delete");
        Assert.Equal((HttpStatusCode.Found, Page), (done.Status, done.Location));
        Assert.Null(await FindAsync(free.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/media/{free.File}")).Status);
    }

    [Fact]
    public async Task What_shows_a_picture_is_listed_and_articles_of_other_desks_are_only_counted()
    {
        var asset = await ShelveAsync(50);
        await app.ShowPictureAsync(asset.File);
        await app.MemberAsync("Leo", StaffRole.Editor, 2);
        var leo = await app.MemberAsync("Ada", StaffRole.Editor, 2);
        var form = NewsDesk.Sheet("Nobody else may know", section: 2);
        (form.Picture, form.PictureAlt) = (asset.File, "A siren");
        await app.TypeAsync(leo, form);
        await app.WithDatabaseAsync(db => db.Authors.ExecuteUpdateAsync(set => set.SetProperty(author => author.Portrait, asset.File), Ct));

        var uses = (await browser.GetAsync(Url(asset))).Page.QuerySelectorAll(".uses li").Select(use => use.TextContent.Trim()).ToList();

        Assert.Equal(["Headline of council", "Portrait of Ines Maddern", "one article of other desks"], uses);
        Assert.DoesNotContain("Nobody else may know", (await browser.GetAsync(Url(asset))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_leaves_nothing_behind()
    {
        using var site = NewsApp.OnSocket(_ => { });
        await site.MemberAsync("Eva", StaffRole.Editor, 1);
        using var visitor = await site.BrowserOfAsync("eva@courier.example");
        var token = (await visitor.GetAsync(Page)).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*").Count();
        using (var client = await RawClient.ConnectAsync(site.Address!))
        {
            var head = $"--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"big.jpg\"\r\n\r\n";
            await client.SendAsync($"POST {Page}?handler=Upload HTTP/1.1\r\nHost: localhost\r\nCookie: {string.Join("; ", visitor.Cookies.Select(each => $"{each.Key}={each.Value}"))}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 20000000\r\n\r\n{head}{new string('x', 500_000)}");
        }

        // One more request has to pass through before it is certain that the first was given up.
        await visitor.UploadAsync(("good.png", TestPicture.Png(60)));

        Assert.Equal(["good.png"], await site.WithDatabaseAsync(db => db.Assets.Select(asset => asset.Name).ToListAsync(Ct)));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(site.DataFolder, "media"), "*", SearchOption.AllDirectories));
        Assert.True(Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*").Count() <= before + 1);
    }

    private static string Url(Asset asset) => $"{Page}/{asset.Id}";

    private static Dictionary<string, string> Form(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);

    private Task<Answer> SubmitAsync(Asset asset, params (string Name, string Value)[] fields) => browser.SubmitAsync(Url(asset), Form([.. fields, .. new[] { ("FocusX", "50"), ("FocusY", "50") }.Where(each => fields.All(field => field.Name != each.Item1))]));

    private async Task<Asset> ShelveAsync(int seed, string name = "picture.png")
    {
        Assert.Equal(HttpStatusCode.Found, (await browser.UploadAsync((name, TestPicture.Png(seed)))).Status);
        return await app.WithDatabaseAsync(db => db.Assets.OrderByDescending(asset => asset.Id).FirstAsync(Ct));
    }

    private Task<Asset?> FindAsync(long id) => app.WithDatabaseAsync(db => db.Assets.AsNoTracking().SingleOrDefaultAsync(asset => asset.Id == id, Ct));

    private async Task<List<string>> NamesAsync(string query) => [.. (await browser.GetAsync(Page + query)).Page.QuerySelectorAll(".library .called").Select(name => name.TextContent)];

    private Task<List<PublicationEvent>> AimedAsync() => app.WithDatabaseAsync(db => db.PublicationEvents.AsNoTracking().Where(told => told.Kind == PublicationEventKind.PictureAimed).ToListAsync(Ct));

    private Task<List<string>> AuditAsync() => app.WithDatabaseAsync(db => db.AuditLog.Where(entry => entry.Subject.EndsWith(".png") || entry.Subject.EndsWith(".jpg")).OrderBy(entry => entry.Id).Select(entry => $"{entry.Action} {entry.Subject} {entry.Name}").ToListAsync(Ct));
}
