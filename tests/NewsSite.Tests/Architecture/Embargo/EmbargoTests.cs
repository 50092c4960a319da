using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture.Embargo;

/// <summary>R10: what readers may not see yet, or no longer, stands at no address, in no header, in no list, count or log line.</summary>
public sealed partial class EmbargoTests(EmbargoRoom room) : IClassFixture<EmbargoRoom>
{
    private static readonly string[] Feeds = ["feeds/{feed}", "feeds/section/{section}/{feed}", "feeds/tag/{slug}/{feed}", "feeds/author/{slug}/{feed}", "feeds/search/{feed}"];

    /// <summary>Which kinds of page show which field of an article that is out: the walk is blind where it does not find these.</summary>
    private static readonly Dictionary<string, string[]> Shown = new()
    {
        ["headline"] = ["", "{section}", "{section}/{slug}", "author/{slug}", "tag/{slug}", "search", "{year:", "sitemaps/news.xml", .. Feeds],
        ["standfirst"] = ["{section}", "{section}/{slug}", "author/{slug}", "tag/{slug}", "search", "{year:"],
        ["slug"] = ["", "sitemaps/news.xml", "sitemaps/{sitemap}", "{section}", "author/{slug}", "tag/{slug}", "search", "{year:", .. Feeds],
        ["author"] = ["", "sitemaps/{sitemap}", "{section}", "{section}/{slug}", "search", "{year:", "authors", .. Feeds.Where(feed => feed != "feeds/author/{slug}/{feed}")],
        ["tag"] = ["sitemaps/{sitemap}", "{section}/{slug}", "tags", .. Feeds.Where(feed => feed != "feeds/tag/{slug}/{feed}")],
        ["body"] = ["{section}/{slug}", .. Feeds],
        ["bodyalt"] = ["{section}/{slug}", .. Feeds],
        ["bodycaption"] = ["{section}/{slug}", .. Feeds],
        ["bodypicture"] = ["media/{file}/{rendition?}"],
        ["picture"] = ["media/{file}/{rendition?}"],
        ["alt"] = ["{section}/{slug}"],
        ["caption"] = ["{section}/{slug}"],
        ["credit"] = ["{section}/{slug}"],
        ["series"] = ["{section}/{slug}"],
        ["summary"] = ["{section}/{slug}", .. Feeds],
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_readers_nor_staff_of_other_desks_find_anything_before_the_hour_and_all_is_there_right_after()
    {
        AssertNone(await StaffLeaksAsync());
        var urls = await UrlsAsync(isNewsroom: false);
        TestContext.Current.TestOutputHelper?.WriteLine($"{urls.Count} public addresses on {urls.Select(each => each.Route).Distinct().Count()} routes");

        foreach (var site in (NewsApp[])[room.App, room.Bare]) site.Clock.SetUtcNow(SecretPress.Due.AddMilliseconds(-1));
        var before = await FindAsync(urls, room.Bare);
        AssertShown("control", before);
        AssertNone(Forbidden(before, "retracted notice", "retracted headline"));
        AssertNone(Forbidden(await TrickAsync(urls), "retracted notice", "retracted headline"));

        room.App.Clock.SetUtcNow(SecretPress.Due);
        var after = await FindAsync(urls);
        AssertShown("scheduled", after);
        Assert.Contains(after, hit => hit is { Url: "/harbour/original", Word: { Kind: "scheduled", Field: "headline" } }); // as a translation
        Assert.Contains(after, hit => hit is { Url: "/harbour/part-of-scheduled", Word: { Kind: "scheduled", Field: "headline" } }); // as a part of the series
        AssertNone(Forbidden(after.Where(hit => hit.Word.Kind != "scheduled"), "retracted notice", "retracted headline"));
        Assert.DoesNotContain(after, hit => hit.Word.Field is "notes" or "oldslug" or "reviewnote" or "picturefilename" or "bodypicturefilename");
    }

    [Fact]
    public void The_newsroom_logs_nothing_of_what_it_writes()
    {
        Assert.Contains("Account 1 created", room.Log, StringComparison.Ordinal);
        Assert.Empty(Secret.In(room.Log));
    }

    // The library is the whole house's: all staff see every picture, and what its file was called.
    private static bool IsLibrary(string url) => url.StartsWith("/admin/pictures", StringComparison.Ordinal);

    private static bool IsFileName(Secret word) => word.Field is "picturefilename" or "bodypicturefilename";

    private async Task<List<string>> StaffLeaksAsync()
    {
        var leaks = new List<string>();
        var urls = await UrlsAsync(isNewsroom: true);
        TestContext.Current.TestOutputHelper?.WriteLine($"{urls.Count} staff addresses on {urls.Select(each => each.Route).Distinct().Count()} routes");
        foreach (var (name, role, sections) in new (string, StaffRole, long[])[] { ("Contributor", StaffRole.Contributor, []), ("Author", StaffRole.Author, []), ("Council", StaffRole.Editor, [2]) })
        {
            await room.App.MemberAsync(name, role, sections);
            using var browser = await room.App.BrowserOfAsync($"{name.ToLowerInvariant()}@courier.example");
            var closed = new HashSet<string>();
            foreach (var (_, url) in urls)
            {
                var door = url.Split(url.Contains("?handler=", StringComparison.Ordinal) ? '&' : '?')[0];
                if (closed.Contains(door)) continue; // what is asked for behind a closed door makes no difference

                var answer = await browser.GetAsync(url);
                if (answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound) closed.Add(door);
                leaks.AddRange(Secret.In(Secret.WithoutEchoes(answer.Text + answer.Headers, url)).Where(word => word.Kind is not "control" && !(IsLibrary(url) && IsFileName(word))).Select(word => $"{name}: {url} shows {word}"));
            }
        }

        return leaks;
    }

    private static void AssertNone(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all.Take(60))}");
    }

    private static void AssertShown(string kind, List<Hit> hits)
    {
        var missing = Shown.SelectMany(row => row.Value, (row, route) => (row.Key, Route: route))
            .Where(wanted => !hits.Exists(hit => hit.Word == new Secret(kind, wanted.Key) && (hit.Route == wanted.Route || (wanted.Route == "{year:" && hit.Route.StartsWith(wanted.Route, StringComparison.Ordinal)))));
        AssertNone(missing.Select(each => $"{each.Route} does not show {kind} {each.Key}"));
    }

    private static IEnumerable<string> Forbidden(IEnumerable<Hit> hits, params string[] except) => hits
        .Where(hit => hit.Word.Kind is not "control" && !except.Contains($"{hit.Word.Kind} {hit.Word.Field}"))
        .Select(hit => $"{hit.Url} shows {hit.Word}").Distinct();

    private async Task<List<(string Route, string Url)>> UrlsAsync(bool isNewsroom)
    {
        var walk = new DoorWalk(room.Press, room.Words);
        var queries = await room.App.Services.QueryNamesAsync();
        return [.. (await room.App.Services.DoorsAsync()).Where(door => door.Method is "GET" && door.IsNewsroom == isNewsroom)
            .SelectMany(door => walk.Urls(door, queries[door.Route]), (door, url) => (door.Route, url)).Distinct()];
    }

    /// <param name="bare">A site without secrets. Counts, pagers, days, neighbours, lengths: whatever could betray that something waits must be the same there.</param>
    private async Task<List<Hit>> FindAsync(List<(string Route, string Url)> urls, NewsApp? bare = null)
    {
        var (hits, different) = (new List<Hit>(), new List<string>());
        foreach (var (route, url) in urls)
        {
            var answer = await AskAsync(room.App, HttpMethod.Get, url);
            hits.AddRange(WordsIn(answer, url).Select(word => new Hit(route, url, word)));
            if (bare is not null && answer != await AskAsync(bare, HttpMethod.Get, url)) different.Add(url);
        }

        AssertNone(different);
        return hits;
    }

    private async Task<List<Hit>> TrickAsync(List<(string Route, string Url)> urls)
    {
        var hits = new List<Hit>();
        foreach (var (route, url) in urls.Where(each => each.Url.Contains("zqscheduled", StringComparison.Ordinal) || each.Url.Contains("zqdraft", StringComparison.Ordinal) || each.Url.StartsWith("/media/", StringComparison.Ordinal) || each.Url.StartsWith("/card/", StringComparison.Ordinal)))
        {
            foreach (var (method, trick) in DoorWalk.Tricks(url))
                hits.AddRange(WordsIn(await AskAsync(room.App, method, trick), trick).Select(word => new Hit(route, trick, word)));
        }

        return hits;
    }

    private IEnumerable<Secret> WordsIn((HttpStatusCode Status, string Headers, string Body) answer, string url)
    {
        Assert.True((int)answer.Status < 500, $"{url} answered {(int)answer.Status}");
        return Secret.In(Secret.WithoutEchoes(answer.Headers + answer.Body, url)).Concat(PictureIn(answer, url));
    }

    // A picture is made anew on its way in, so it can hold no word: that it is sent at all tells it.
    private IEnumerable<Secret> PictureIn((HttpStatusCode Status, string Headers, string Body) answer, string url) => !answer.Headers.Contains("Content-Type: image/", StringComparison.Ordinal) ? []
        : room.Press.Pictures.SelectMany(each => each.Value.Index(), (each, file) => (each.Key, file.Index, file.Item))
            .Where(each => url.Contains(each.Item, StringComparison.OrdinalIgnoreCase)).Select(each => new Secret(each.Key, each.Index == 0 ? "picture" : "bodypicture"));

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> AskAsync(NewsApp app, HttpMethod method, string url)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative));
        using var response = await app.Client.SendAsync(request, Ct);
        // When a file was written says nothing of what it is, and two sites write theirs one after the other.
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("ETag" or "Last-Modified"));
        // A page may be kept to the next due hour and no longer: that one is seconds away, caches have to be told.
        var lines = headers.Select(header => $"{header.Key}: {SharedLife().Replace(string.Join(", ", header.Value), "s-maxage")}");
        return (response.StatusCode, string.Join('\n', lines), await response.Content.ReadAsStringAsync(Ct));
    }

    [GeneratedRegex(@"s-maxage=\d+")]
    private static partial Regex SharedLife();

    private sealed record Hit(string Route, string Url, Secret Word);
}
