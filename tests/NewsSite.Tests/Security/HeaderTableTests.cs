using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>Every address of the route table, by every method, for a stranger and for staff, with every status that can be brought about: a new page is in without being named.</summary>
public sealed class HeaderTableTests
{
    private static readonly string[] OtherMethods = ["HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"];

    private static readonly string Token = new('a', SecretToken.Length);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_of_every_door_carries_the_headers()
    {
        using var app = Site();
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");
        using var admin = await app.BrowserOfAsync(StaffRoom.Admin);
        using var stranger = new StaffBrowser(app);
        using var knocker = new Knocker(app);

        await app.WithDatabaseAsync(db =>
        {
            db.PreviewLinks.Add(new PreviewLink(1, "Lawyer", SecretToken.HashOf(Token), Actor.Nobody, NewsApp.Noon).For(TimeSpan.FromDays(7), endsWhenPublished: false));
            return db.SaveChangesAsync(Ct);
        });

        await WalkAsync(app, knocker, stranger, "/account/sign-in");
        await WalkAsync(app, knocker, admin, "/account/security");
        await TryFilesAsync(app, knocker);
        await TryRefusalsAsync(app, knocker);

        Report(knocker);
        Assert.Empty(knocker.Faults);
        Assert.Subset(knocker.Answered.Select(answer => answer.Status).ToHashSet(), new HashSet<int> { 200, 206, 301, 302, 304, 400, 401, 403, 404, 405, 416, 422, 429 });
        Assert.All(knocker.Answered.Where(answer => answer.Door is not "GET /error/500"), answer => Assert.True(answer.Status < 500, $"{answer.Door} answered {answer.Status}"));
        Assert.All(knocker.Answered.Where(answer => answer.Door.StartsWith("TRACE ", StringComparison.Ordinal)), answer => Assert.Equal(405, answer.Status));
    }

    [Fact]
    public async Task So_does_every_answer_when_the_database_has_failed()
    {
        using var app = Site();
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");
        using var admin = await app.BrowserOfAsync(StaffRoom.Admin);
        using var knocker = new Knocker(app);
        await app.WithDatabaseAsync(async db =>
        {
            foreach (var table in (string[])["Articles", "Sections", "Tags", "Authors", "ContentPages", "SiteProfile", "AccountSessions", "AccountLinks", "Accounts"])
#pragma warning disable EF1002 // names of this file
                await db.Database.ExecuteSqlRawAsync($"ALTER TABLE {table} RENAME TO Lost{table}", Ct);
#pragma warning restore EF1002
            return await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsHistory", Ct);
        });

        foreach (var door in await app.Services.DoorsAsync())
        {
            await knocker.KnockAsync(door.ToString(), new HttpMethod(door.Method), door.Url(Hole(door)), admin);
            if (door.Method == "GET") await knocker.KnockAsync("HEAD " + door.Route, HttpMethod.Head, door.Url(Hole(door)), admin);
        }

        Report(knocker);
        Assert.Empty(knocker.Faults);
        Assert.Contains(("GET health/ready", 503), knocker.Answered);
        Assert.InRange(knocker.Answered.Count(answer => answer.Status == 500), 40, int.MaxValue);
    }

    [Fact]
    public async Task On_a_loopback_address_nothing_asks_for_HTTPS()
    {
        using var app = NewsApp.Set(("NewsSite:BaseUrl", "http://localhost:5000"));
        using var knocker = new Knocker(app, "http://localhost:5000");

        foreach (var url in (string[])["/", "/nothing", "/css/site.css", "/health/live"]) await knocker.KnockAsync(url, HttpMethod.Get, url);

        Assert.Empty(knocker.Faults);
    }

    [Fact]
    public void The_rules_find_what_is_missing()
    {
        using var bare = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("x", null, "image/png"), RequestMessage = new HttpRequestMessage(HttpMethod.Get, NewsApp.PublicAddress) };
        bare.Headers.Add("Content-Security-Policy", "default-src 'self' 'unsafe-inline'; script-src *");
        bare.Headers.Add("Set-Cookie", "session=x; path=/");

        Assert.Superset(
            new HashSet<string> { "object-src 'none'", "form-action", "loose policy", "script-src *", "sandbox", "nosniff", "HSTS", "no-store", "a loose cookie", "SameSite", "referrer policy" },
            HeaderRules.Faults(bare, isNewsroom: true).ToHashSet());
    }

    private static NewsApp Site() => NewsApp.On(new EditionFolder().Write("pages/about.md", "---\ntitle: About us\n---\n\nWe print news.\n").Add(new Story { Slug = "story", More = "tags: [Quay]" }));

    private static Func<string, string> Hole(SiteDoor door) => name => (name, door.Route.Split('/')[0]) switch
    {
        ("section", _) => "harbour",
        ("slug", _) when door.Route.StartsWith("feeds/author", StringComparison.Ordinal) => "ines-maddern",
        ("slug", "feeds") => "quay",
        ("feed", _) => "rss.xml",
        ("sitemap", _) => "pages.xml",
        ("slug", "author") => "ines-maddern",
        ("slug", "tag") => "quay",
        ("slug", "info") => "about",
        ("slug", _) => "story",
        ("year", _) => "2026",
        ("month", _) => "11",
        ("day", _) => "20",
        ("status", _) => "404",
        ("token", _) => Token,
        ("card", _) => $"1-{new string('0', 32)}.png",
        _ => "1",
    };

    private static async Task WalkAsync(NewsApp app, Knocker knocker, StaffBrowser visitor, string formPage)
    {
        var token = await Knocker.TokenAsync(visitor, formPage);
        // What signs out comes last.
        foreach (var door in (await app.Services.DoorsAsync()).OrderBy(door => door.ToString().Contains("sign-out", StringComparison.Ordinal) || door.Handler is "EndAll"))
        {
            foreach (var url in new[] { door.Url(Hole(door)), door.Url(_ => "9") }.Distinct())
            {
                await knocker.KnockAsync(door.ToString(), new HttpMethod(door.Method), url, visitor);
                if (door.Method == "POST") await knocker.KnockAsync(door.ToString(), HttpMethod.Post, url, visitor, Form(token));
                if (door.Handler is not null) continue;
                foreach (var method in OtherMethods) await knocker.KnockAsync($"{method} {door.Route}", new HttpMethod(method), url, visitor);
                if (door.Method == "GET") await knocker.KnockAsync($"POST {door.Route}", HttpMethod.Post, url, visitor, Form(token));
            }

            if (door.IsNewsroom) await knocker.KnockAsync(door.ToString(), new HttpMethod(door.Method), door.Url(Hole(door)), visitor, null, ("Accept", "application/json"));
        }
    }

    private static async Task TryFilesAsync(NewsApp app, Knocker knocker)
    {
        var stored = await app.Services.ShelveAsync();
        await app.ShowPictureAsync(stored);
        var picture = "/media/" + stored;
        var card = new Uri((await app.PageAsync("/harbour/story")).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).AbsolutePath;
        foreach (var url in new[] { picture, card, "/css/site.css", "/js/passkeys.js", "/fonts/public-sans.woff2", "/fonts/OFL-Newsreader.txt", "/", "/harbour/story", "/feeds/rss.xml", "/sitemap.xml", "/robots.txt", "/speculation.json" })
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "OPTIONS", "TRACE" }) await knocker.KnockAsync($"{method} file {url}", new HttpMethod(method), url);
            await knocker.KnockAsync("compressed " + url, HttpMethod.Get, url, null, null, ("Accept-Encoding", "gzip, br"));
            using var answer = await app.GetAsync(url);
            if (answer.Headers.ETag is { } tag) await knocker.KnockAsync("unchanged " + url, HttpMethod.Get, url, null, null, ("If-None-Match", tag.ToString()));
            if (answer.Content.Headers.LastModified is { } at) await knocker.KnockAsync("unchanged " + url, HttpMethod.Get, url, null, null, ("If-Modified-Since", at.ToString("R")));
        }

        await knocker.KnockAsync("a part of a picture", HttpMethod.Get, picture, null, null, ("Range", "bytes=0-3"));
        await knocker.KnockAsync("no part of a picture", HttpMethod.Get, picture, null, null, ("Range", "bytes=900000-"));
        foreach (var url in new[] { "/media/..%2fnews.db", "/css/none.css", "/fonts/none.woff2", "/none.php", "/council/story", "/error/500", "/error/418" })
            await knocker.KnockAsync("GET " + url, HttpMethod.Get, url);
    }

    private static async Task TryRefusalsAsync(NewsApp app, Knocker knocker)
    {
        await app.HireAsync("author@courier.example");
        using var author = await app.BrowserOfAsync("author@courier.example");
        var token = await Knocker.TokenAsync(author, "/account/security");
        foreach (var door in (await app.Services.DoorsAsync()).Where(door => door.Method == "GET"))
        {
            await knocker.KnockAsync(door.ToString(), HttpMethod.Get, door.Url(Hole(door)), author); // 403 where it is not an author's
            await knocker.KnockAsync("another host's " + door, HttpMethod.Get, door.Url(Hole(door)), null, null, ("Host", "evil.example"));
        }

        await knocker.KnockAsync("a form of another site", HttpMethod.Post, "/account/sign-in", author, Form(token), ("Sec-Fetch-Site", "cross-site"));
        await knocker.KnockAsync("a wrong password for a passkey", HttpMethod.Post, "/account/passkeys?handler=Options", author, Form(token));
        using var stranger = new StaffBrowser(app);
        token = await Knocker.TokenAsync(stranger, "/account/sign-in");
        for (var i = 0; i < 61; i++)
            await knocker.KnockAsync("too many", HttpMethod.Post, "/account/sign-in?handler=PasskeyOptions", stranger, Form(token), ("X-Forwarded-For", "203.0.113.99"));
    }

    private static FormUrlEncodedContent Form(string token) => new([KeyValuePair.Create("__RequestVerificationToken", token)]);

    private static void Report(Knocker knocker) => TestContext.Current.TestOutputHelper!.WriteLine(
        $"{knocker.Answered.Select(answer => answer.Door).Distinct().Count()} doors, {knocker.Answered.Count} doors × statuses: "
        + string.Join(", ", knocker.Answered.GroupBy(answer => answer.Status).OrderBy(group => group.Key).Select(group => $"{group.Key}: {group.Count()}")));
}
