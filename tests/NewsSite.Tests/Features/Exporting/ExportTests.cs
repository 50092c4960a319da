using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Features.Newsroom.Bulk;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Exporting;

/// <summary>Articles that are chosen on the desk become the folder of an edition.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string Odd = "\"Quoted\": a colon, # a sign, 'both' \\ and 🚢 --- none";

    private readonly EditionFolder edition = new();
    private NewsApp app = null!;
    private StaffMember eva = null!;
    private StaffBrowser browser = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 3; i++) await File.WriteAllBytesAsync(Path.Combine(edition.Path, "media", $"wave {i}.png"), TestPicture.Png(i), Ct);
        edition.Add(
            Story.Dated("storm", NewsApp.Noon.AddDays(-1).AddMilliseconds(123)) with
            {
                Headline = "Storm: the mole holds",
                Body = $"{Story.DefaultBody}\n\n![Waves over the mole](<media/wave 0.png> \"Waves. Drawing: Ada Fenwick\")\n",
                More = "standfirst: Eleven boats lie outside.\ntags: [Quay, Storm]\nupdatedAt: 2026-11-21T15:00:00Z\nlanguage: en-US\nsummary: The mole holds. Nobody was hurt.\nseries: Winter\nimage:\n  path: media/wave 1.png\n  alt: A wave\n  caption: At night\n  credit: Ada Fenwick",
            },
            Story.Dated("sturm", NewsApp.Noon.AddDays(-2)) with { Section = "council", Authors = "Tomas Okell, Ines Maddern", More = "language: de\ntranslationOf: storm\nsummary: none" },
            Story.Dated("due", NewsApp.Noon.AddDays(9)),
            Story.Dated("theirs", NewsApp.Noon.AddDays(-3)) with { Headline = "Nobody else may know", Section = "council" });
        app = NewsApp.On(edition);
        eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        browser = await app.BrowserOfAsync("eva@courier.example");
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Loaded_into_an_empty_site_the_files_give_the_same_articles()
    {
        var written = await WriteAsync();
        var draft = await app.ArticleAsync(eva, (eva, WorkflowStep.Submit));
        long[] all = [1, 2, 3, 4, written, draft];

        using var copy = await LoadedAsync(all);

        foreach (var id in all)
        {
            var (here, there) = (await StoredAsync(app, id), await StoredAsync(copy, (await app.ArticleAsync(id)).Slug));
            Assert.Equivalent(here, there, strict: true);
        }

        Assert.Equal(ArticleStatus.Draft, (await StoredAsync(copy, (await app.ArticleAsync(draft)).Slug)).Status);
        var page = await copy.PageAsync("/harbour/storm");
        foreach (var picture in page.QuerySelectorAll("main img"))
        {
            using var shown = await copy.GetAsync(picture.GetAttribute("src")!.Split('?')[0]);
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        }

        Assert.Equal(2, page.QuerySelectorAll("main img").Length);
        Assert.NotNull((await copy.PageAsync("/harbour/" + Uri.EscapeDataString((await app.ArticleAsync(written)).Slug.Value))).QuerySelector(".body img"));
    }

    [Fact]
    public async Task It_is_sent_as_a_file_to_be_kept_and_by_nobody_on_the_way()
    {
        using var response = await ExportAsync([2]);

        Assert.Equal("attachment; filename=articles.zip", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(("application/zip", "no-store", "nosniff"), (response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.ToString(), Assert.Single(response.Headers.GetValues("X-Content-Type-Options"))));
        Assert.Equal(["articles/storm.md", $"media/{(await app.ArticleAsync(2)).Picture!.File}", "media/wave 0.png", "site.yml"], (await NamesAsync(response)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_file_cannot_say_is_named()
    {
        var form = NewsDesk.Sheet("A picture without words");
        (form.Picture, form.PictureIsDecorative) = (await StoreAsync(7), true);
        var decorative = (await app.StepAsync(eva, WorkflowStep.Submit, form: form)).Saved.Id!.Value;
        var nameless = (await app.TypeAsync(eva, new ArticleForm { Headline = "No byline yet", Section = 1, Body = "Text." })).Id!.Value;
        var typed = (await app.TypeAsync(eva, NewsDesk.Sheet("Typed and never filed"))).Id!.Value;
        var binned = await app.ArticleAsync(eva, (eva, WorkflowStep.Bin));
        await app.StepAsync(eva, WorkflowStep.Retract, 4, note: "It was not so.");

        using var response = await ExportAsync([4, decorative, nameless, typed, binned, 4711]);

        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Ct));
        using var notes = new StreamReader(zip.GetEntry("left-out.txt")!.Open());
        Assert.Equal(
            """
            Not in these files:

            Headline of sturm: it was retracted, which a file cannot say.
            The mole asks for a siren: it is in the bin, which a file cannot say.
            1 article was not there.
            A picture without words: without the picture over it, which has no text for those who do not see it.
            No byline yet: “authors” is missing. Name at least one.

            """, await notes.ReadToEndAsync(Ct));
        Assert.Equal(["articles/a-picture-without-words.md", "articles/typed-and-never-filed.md", "left-out.txt", "site.yml"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var file = new StreamReader(zip.GetEntry("articles/typed-and-never-filed.md")!.Open());
        Assert.Contains("\nstatus: draft\n", await file.ReadToEndAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_home_what_they_may_not_know_of()
    {
        await app.MemberAsync("Leo", StaffRole.Editor, 1);
        using var leo = await app.BrowserOfAsync("leo@courier.example");

        using var response = await ExportAsync([2, 3], leo);
        var none = await leo.BulkAsync(BulkAction.Export, [3]);

        Assert.DoesNotContain("articles/theirs.md", await NamesAsync(response));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.StartsWith("None of these can be exported", none.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody else may know", none.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("con", "articles/article-{0}.md")]
    [InlineData("港の嵐", "articles/article-{0}.md")]
    [InlineData("plain-words-2", "articles/plain-words-2.md")]
    public async Task Every_system_takes_the_names_of_the_files(string slug, string name)
    {
        var form = NewsDesk.Sheet();
        form.Slug = slug;
        var id = (await app.StepAsync(eva, WorkflowStep.Submit, form: form)).Saved.Id!.Value;

        using var response = await ExportAsync([id]);

        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, name, id), await NamesAsync(response));
        Assert.All(await NamesAsync(response), each => Assert.Matches(@"^[\x20-\x7e]+$", each));
    }

    private async Task<long> WriteAsync()
    {
        var form = NewsDesk.Sheet(Odd);
        form.Body = $"\n\n---\n\n{Story.DefaultBody}\n\n---\n\n![A crane](/media/{await StoreAsync(8)})";
        (form.Standfirst, form.Series, form.Tags) = ("A standfirst: with “quotes”, “two”  spaces", "Part #1: “ice”", "Küste, \"Quay\", 100 %");
        (form.Picture, form.PictureAlt, form.PictureCaption, form.PictureCredit) = (await StoreAsync(9), "- not a list", "null", "~tilde");
        var taken = await app.StepAsync(eva, WorkflowStep.Publish, form: form);
        Assert.True(taken.IsDone, string.Join(' ', taken.Errors?.All.Values ?? []));
        return taken.Saved.Id!.Value;
    }

    private Task<string> StoreAsync(int number) => app.Services.ShelveAsync(number);

    private async Task<NewsApp> LoadedAsync(IEnumerable<long> ids)
    {
        using var response = await ExportAsync(ids);
        var folder = new EditionFolder();
        await using (var stream = await response.Content.ReadAsStreamAsync(Ct)) await ZipFile.ExtractToDirectoryAsync(stream, folder.Path, overwriteFiles: true, Ct);
        Assert.False(File.Exists(Path.Combine(folder.Path, "left-out.txt")));
        var copy = NewsApp.On(folder);
        var again = await copy.LoadAgainAsync();
        Assert.Equal((0, 0, ""), (again.Added, again.Updated, string.Join('\n', again.Problems)));
        return copy;
    }

    private async Task<HttpResponseMessage> ExportAsync(IEnumerable<long> ids, StaffBrowser? by = null)
    {
        var visitor = by ?? browser;
        var token = (await visitor.GetAsync("/admin")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/admin?handler=Bulk", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("What", "Export"), .. ids.Select(id => KeyValuePair.Create("Ids", $"{id}"))]),
        };
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        request.Headers.Add("Cookie", string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await app.Client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    private static async Task<List<string>> NamesAsync(HttpResponseMessage response)
    {
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Ct), ZipArchiveMode.Read, leaveOpen: true);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static Task<Stored> StoredAsync(NewsApp site, long id) => StoredAsync(site, article => article.Id == id);

    private static Task<Stored> StoredAsync(NewsApp site, Slug slug) => StoredAsync(site, article => article.Slug == slug);

    private static Task<Stored> StoredAsync(NewsApp site, System.Linq.Expressions.Expression<Func<Article, bool>> which) => site.WithDatabaseAsync(async db =>
    {
        var article = await db.Articles.AsNoTracking().Include(each => each.Section).Include(each => each.Body).Include(each => each.Summary).Include(each => each.TranslationOf).Include(each => each.Pictures)
            .Include(each => each.Byline).ThenInclude(entry => entry.Author).Include(each => each.Tags).ThenInclude(entry => entry.Tag).AsSplitQuery().SingleAsync(which, Ct);
        return new Stored(
            article.Headline, article.Standfirst, article.Slug, article.Section.Slug, article.Section.Name, article.Status is ArticleStatus.Published ? ArticleStatus.Published : ArticleStatus.Draft, article.PublishedAt, article.UpdatedAt,
            article.Language, article.Series, article.TranslationOf?.Slug, article.Body.Markdown, Nameless(article.Body.Html), article.Words, article.OffersSummary, article.Picture is { } over ? over with { File = "" } : null,
            [.. article.Byline.OrderBy(entry => entry.Position).Select(entry => entry.Author.Name)], [.. article.Tags.OrderBy(entry => entry.Position).Select(entry => entry.Tag.Name)],
            article.Pictures.Count, [.. article.Summary?.Sentences.Select(sentence => sentence.Text) ?? []], article.Summary?.Origin);
    });

    // What is kept of a picture is made anew, and named anew where the text calls it by a name of its own.
    private static string Nameless(string html) => Regex.Replace(html, "/media/[0-9a-f]{32}| data-tone=\"...\"", "", RegexOptions.None, TimeSpan.FromSeconds(1));

    private sealed record Stored(
        string Headline, string? Standfirst, Slug Slug, Slug Section, string SectionName, ArticleStatus Status, DateTimeOffset? PublishedAt, DateTimeOffset? UpdatedAt,
        string? Language, string? Series, Slug? Original, string Markdown, string Html, int Words, bool OffersSummary, Picture? Picture,
        IReadOnlyList<string> Byline, IReadOnlyList<string> Tags, int Pictures, IReadOnlyList<string> Summary, SummaryOrigin? Origin);
}
