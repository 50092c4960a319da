using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Features.Importing;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Names the site and everything in it after a row, by a file and by the settings, and looks at every page that then shows it.</summary>
internal sealed class SettingsTrip(Stage stage) : IDisposable
{
    private const string ByFile = " | by file";
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every page, once: the site's name is on all of them.</summary>
    private static readonly (string Surface, string Url)[] Pages =
    [
        ("GET ", "/"), ("GET {section}", "/council"), ("GET {section}/{slug}", "/harbour/twin"), ("GET tag/{slug}", "/tag/zqtagqz"), ("GET author/{slug}", "/author/zqauthorqz"),
        ("GET info/{slug}", "/info/about"), ("GET search", "/search"), ("GET archive", "/archive"), (AddressTrip.ErrorPage, "/error/404"),
        (@"GET {year:regex(^\d{{4}}$)}", "/2026"), (@"GET {year:regex(^\d{{4}}$)}/{month:regex(^\d{{2}}$)}", "/2026/11"), ("GET tags", "/tags"), ("GET authors", "/authors"),
        (@"GET {year:regex(^\d{{4}}$)}/{month:regex(^\d{{2}}$)}/{day:regex(^\d{{2}}$)}", "/2026/11/22"),
        ("GET account/sign-in", "/account/sign-in"), ("GET account/forgot", "/account/forgot"), ("GET account/security", "/account/security"),
        ("GET account/passkeys", "/account/passkeys"), ("GET account/authenticator", "/account/authenticator"), ("GET admin", "/admin?q=nothing"), ("GET admin/people", "/admin/people"),
        ("GET admin/front", "/admin/front?q=nothing"), ("GET admin/front/preview", "/admin/front/preview"), ("GET admin/front/history", "/admin/front/history"),
        ("GET admin/pictures", "/admin/pictures?q=nothing"), ("GET admin/log", "/admin/log"), ("GET admin/articles/new", "/admin/articles/new"), ("GET admin/settings", "/admin/settings"), ("GET admin/settings/crawlers", "/admin/settings/crawlers"), ("GET admin/settings/sections", "/admin/settings/sections"),
        ("GET admin/settings/sections/{id:long}", "/admin/settings/sections/2"), ("GET admin/settings/tags", "/admin/settings/tags?q=nothing"),
        ("GET admin/settings/authors", "/admin/settings/authors?q=nothing"), ("GET admin/settings/pages", "/admin/settings/pages"), ("GET admin/settings/page/{id:long?}", "/admin/settings/page"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newssite-names-");
    private (string Surface, string Url)[] pages = Pages;
    private FormTrip forms = null!;

    public void Dispose() => folder.Delete(recursive: true);

    public async Task LearnFilesAsync()
    {
        folder.CreateSubdirectory("pages");
        await LoadAsync(null);
        foreach (var (surface, url) in Pages.Take(9)) await stage.LearnAsync(surface + ByFile, new Question(url));
    }

    public async Task TryFilesAsync(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            await LoadStrictAsync(row.Text);
            var filled = await LoadAsync(row.Text);
            await stage.ReadAsync([.. Pages.Take(9).Select(page => (page.Surface + ByFile, new Question(page.Url), (IReadOnlyList<Filled>)[filled]))]);
            await stage.OpenAsync(Pages[row.Number % 9].Surface + ByFile, Pages[row.Number % 9].Url, filled);
        }
    }

    public async Task LearnAsync()
    {
        var (tag, author, page) = await stage.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDbContext>();
            var (tagSlug, authorSlug, pageSlug) = (Slug.Of("zqtagqz"), Slug.Of("zqauthorqz"), Slug.Of("about"));
            db.AddRange(new Domain.Taxonomy.Tag(tagSlug, "Tag"), new Domain.Staff.Author(authorSlug, "Author"));
            await db.SaveChangesAsync();
            return (db.Tags.Single(each => each.Slug == tagSlug).Id, db.Authors.Single(each => each.Slug == authorSlug).Id, db.ContentPages.Single(each => each.Slug == pageSlug).Id);
        });
        pages = [.. Pages, ("GET admin/settings/tags/{id:long}", $"/admin/settings/tags/{tag}"), ("GET admin/settings/authors/{id:long}", $"/admin/settings/authors/{author}"), ("GET admin/settings/page/{id:long?} | one", $"/admin/settings/page/{page}")];
        forms = new FormTrip(stage, Forms.Settings(tag, author, page));
        await forms.LearnAsync();
        foreach (var (surface, url) in pages) await stage.LearnAsync(surface, new Question(url));
    }

    public async Task TryAsync(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            await forms.RefuseAsync(row);
            var filled = await forms.KeepAsync(row);
            // The log tells what was called how before, too.
            var name = filled.Only("SiteName");
            await stage.ReadAsync([.. pages.Select(page => (page.Surface, new Question(page.Url), (IReadOnlyList<Filled>)[page.Surface is "GET admin/log" ? name : filled]))]);
            var (surface, url) = pages[row.Number % pages.Length];
            await stage.OpenAsync(surface, url, surface is "GET admin/log" ? name : filled);
        }
    }

    private async Task<Filled> LoadAsync(string? text)
    {
        var filled = new Filled();
        string Of(string field, int max, string key)
        {
            var clean = Marks.OneLine(text ?? "").Trim();
            var isLeftOut = text is null || clean.Length == 0 || clean.Length > max;
            stage.Tally.Tried(key);
            if (isLeftOut && text is not null) stage.Tally.LeftOut(key);
            filled.With(field, isLeftOut ? Marks.Of(field) : clean);
            return JsonSerializer.Serialize(isLeftOut ? Marks.Of(field) : text, Quoted);
        }

        var site = $"name: {Of("SiteName", 80, "site.yml name")}\ntagline: {Of("SiteTagline", 200, "site.yml tagline")}\nlanguage: en-GB\ntimeZone: Europe/Brussels\nsections:\n"
            + $"  - {{ slug: harbour, name: Harbour }}\n  - {{ slug: council, name: {Of("SectionName", 80, "site.yml sections")} }}\n";
        await WriteAsync("site.yml", site);
        await WriteAsync("pages/about.md", $"---\ntitle: {Of("PageTitle", 120, "page title")}\n---\n\n{text ?? "zqbodyqz"}\n\nThe rest.\n");
        var report = await LoadAsync();
        if (report.Problems.Count == 0) return filled;

        stage.Tally.Refused("file page");
        Assert.True(text is not null, report.Problems[0].ToString());
        return filled.Without("PageTitle");
    }

    // What is no language, no zone and so on is named as such; the rest of the site stays as it is.
    private async Task LoadStrictAsync(string text)
    {
        foreach (var key in new[] { "language", "timeZone", "sample" })
        {
            stage.Tally.Tried("site.yml " + key);
            await WriteAsync("site.yml", $"name: The Test Courier\n{key}: {JsonSerializer.Serialize(text, Quoted)}\n");
            foreach (var problem in (await LoadAsync()).Problems.Where(problem => problem.File is "site.yml"))
            {
                stage.Tally.Refused("site.yml " + key);
                Assert.DoesNotContain(problem.ToString(), char.IsControl);
            }
        }

        stage.Tally.Tried("page slug");
        await WriteAsync("pages/strict.md", $"---\ntitle: Strict\nslug: {JsonSerializer.Serialize(text, Quoted)}\n---\n\nText.\n");
        if ((await LoadAsync()).Problems.Any(problem => problem.File is "pages/strict.md")) stage.Tally.Refused("page slug");
        File.Delete(Path.Combine(folder.FullName, "pages/strict.md"));
    }

    private Task<EditionReport> LoadAsync() =>
        stage.Site.Services.GetRequiredService<EditionLoader>().LoadAsync(folder.FullName, TestContext.Current.CancellationToken);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
}
