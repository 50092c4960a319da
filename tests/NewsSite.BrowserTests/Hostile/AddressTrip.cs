using NewsSite.Features.Newsroom.Library;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Asks for addresses with a row in their path or their query.</summary>
internal sealed class AddressTrip(Stage stage)
{
    /// <summary>Looks alike whatever went wrong.</summary>
    public const string ErrorPage = "GET error/{status:int:range(400,599)}";

    private const string Day = @"GET {year:regex(^\d{{4}}$)}/{month:regex(^\d{{2}}$)}/{day:regex(^\d{{2}}$)}";

    private const string Year = @"GET {year:regex(^\d{{4}}$)}";
    private const string Month = @"GET {year:regex(^\d{{4}}$)}/{month:regex(^\d{{2}}$)}";

    private const string Pictures = "GET admin/pictures";
    private const string Choices = "GET admin/pictures?handler=Choose";

    // What stands for {0} in an address that somebody asked for before: each sample is answered in another way.
    private static readonly Address[] Addresses =
    [
        new("GET search", "/search?q={0}", "asked.Words") { Samples = ["zqhitqz", "zqonceqz", "", new string('x', 201)] },
        new("GET search", "/search?q=zqhitqz&older={0}", "asked.After"), new("GET search", "/search?q=zqhitqz&order={0}", "asked.Order"),
        new("GET search", "/search?section={0}", "asked.Section") { Samples = ["harbour"] }, new("GET search", "/search?author={0}", "asked.Author") { Samples = ["zqbylineqz"] },
        new("GET search", "/search?q=zqhitqz&from={0}", "asked.From"), new("GET search", "/search?q=zqhitqz&to={0}", "asked.To"),
        new("GET {section}", "/{0}", "section"), new("GET {section}", "/harbour?older={0}", "older"), new("GET {section}", "/harbour?newer={0}", "newer"),
        new("GET {section}/{slug}", "/harbour/{0}", "slug"), new("GET {section}/{slug}", "/{0}/twin", "section"),
        new("GET author/{slug}", "/author/{0}", "slug"), new("GET author/{slug}", "/author/zqbylineqz?older={0}", "older"), new("GET author/{slug}", "/author/zqbylineqz?newer={0}", "newer"),
        new("GET tag/{slug}", "/tag/{0}", "slug"), new("GET tag/{slug}", "/tag/zqtagsqz?older={0}", "older"), new("GET tag/{slug}", "/tag/zqtagsqz?newer={0}", "newer"),
        new(Day, "/2026/11/22?older={0}", "older"), new(Day, "/2026/11/22?newer={0}", "newer"),
        new("GET info/{slug}", "/info/{0}", "slug"), new("GET preview/{token}", "/preview/{0}", "token"),
        new("GET media/{file}/{rendition?}", "/media/{0}", "file"), new("GET media/{file}/{rendition?}", "/media/0123456789abcdef0123456789abcdef.jpg/{0}", "rendition"), new("GET card/{card}", "/card/{0}", "card"),
        new("GET preview/{token}/media/{file}/{rendition?}", "/preview/none/media/{0}", "file"), new("GET preview/{token}/media/{file}/{rendition?}", "/preview/none/media/none.jpg/{0}", "rendition"),
        new(Pictures, "/admin/pictures?q={0}", "q") { Samples = ["zqnosuchqz"], Longest = LibraryQuery.MaxWordsLength }, new(Pictures, "/admin/pictures?part={0}", "part") { Samples = ["Unused"] }, new(Pictures, "/admin/pictures?before={0}", "Before"),
        new(Pictures, "/admin/pictures?added={0}", "added") { Samples = ["2"] }, new(Choices, "/admin/pictures?handler=Choose&q={0}", "q"), new(Choices, "/admin/pictures?handler=Choose&before={0}", "Before"),
        new("GET admin/pictures/{id:long}", "/admin/pictures/{0}", "id"), new("GET admin/pictures/{id:long}", "/admin/pictures/1?saved={0}", "saved") { Samples = ["true"] },
        new("GET archive", "/archive?{0}", "query"), new(Year, "/2026?{0}", "query"), new(Month, "/2026/11?{0}", "query"), new(Month, "/2026/{0}", "month"),
        new("GET tags", "/tags?after={0}", "after") { Samples = ["<", "a"] }, new("GET authors", "/authors?after={0}", "after") { Samples = ["<", "a"] },
        new("GET health/live", "/health/live?{0}", "query"), new("GET health/ready", "/health/ready?{0}", "query"),
        new("GET feeds/{feed}", "/feeds/{0}", "feed"), new("GET feeds/section/{section}/{feed}", "/feeds/section/{0}/rss.xml", "section"), new("GET feeds/tag/{slug}/{feed}", "/feeds/tag/{0}/atom.xml", "slug"),
        new("GET feeds/author/{slug}/{feed}", "/feeds/author/{0}/feed.json", "slug"), new("GET feeds/search/{feed}", "/feeds/search/{0}?q=zqhitqz", "feed"), new("GET feeds/{feed}", "/feeds/rss.xml?older={0}", "older"),
        new("GET sitemaps/{sitemap}", "/sitemaps/{0}", "sitemap"), new("GET sitemaps/{sitemap}", "/sitemaps/2026-11.xml?after={0}", "after"), new("GET robots.txt", "/robots.txt?{0}", "query"),
        new("GET .well-known/security.txt", "/.well-known/security.txt?{0}", "query"),
        new(ErrorPage, "/error/404?{0}", "query"), new(ErrorPage, "/error/{0}", "status"),
        new("GET admin", "/admin?q={0}", "q") { Samples = ["zqhead", "Harmless"] }, new("GET admin", "/admin?pile={0}&section={0}&before={0}", "Before"),
        new("GET admin/front", "/admin/front?q={0}", "q") { Samples = ["zqhead", "Harmless"] }, new("GET admin/front", "/admin/front?off={0}", "off"),
        new("GET admin/front/preview", "/admin/front/preview?{0}", "query"), new("GET admin/front/history", "/admin/front/history?before={0}", "before"),
        new("GET admin/log", "/admin/log?before={0}", "before"), new("GET admin/settings", "/admin/settings?saved={0}", "saved"),
        new("GET admin/settings/tags", "/admin/settings/tags?q={0}", "q") { Samples = ["zqtags", "zq"] }, new("GET admin/settings/tags", "/admin/settings/tags?after={0}", "after"),
        new("GET admin/settings/authors", "/admin/settings/authors?q={0}", "q") { Samples = ["zqby", "zq"] }, new("GET admin/settings/authors", "/admin/settings/authors?after={0}", "after"),
        new("GET admin/articles/{id:long}", "/admin/articles/{0}", "id"), new("GET admin/articles/{id:long}/previews", "/admin/articles/{0}/previews", "id"), new("GET admin/articles/new?handler=When", "/admin/articles/new?handler=When&local={0}", "local"),
        new("GET admin/articles/{id:long}?handler=When", "/admin/articles/1?handler=When&local={0}", "local"),
        new("GET account/sign-in", "/account/sign-in?returnUrl={0}", "returnUrl"), new("GET account/two-factor", "/account/two-factor?returnUrl={0}", "returnUrl"),
        new("GET account/recovery", "/account/recovery?returnUrl={0}", "returnUrl"), new("GET setup", "/setup?token={0}", "token"),
        new("GET account/reset", "/account/reset?token={0}", "token"), new("GET account/invite/accept", "/account/invite/accept?token={0}", "token"),
        new("GET account/authenticator/qr.svg", "/account/authenticator/qr.svg?key={0}", "key"),
    ];

    public async Task LearnAsync()
    {
        await stage.LearnAsync(ErrorPage, new Question("/error/404"));
        foreach (var address in Addresses)
        {
            foreach (var sample in address.Samples.Prepend(Marks.Of("Query"))) await stage.LearnAsync(address.Door, new Question(address.Of(sample)));
        }
    }

    public async Task TryAsync(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            var text = Marks.OneLine(row.Text).Trim();
            var filled = text.Length > 0 ? new Filled().With("Query", text).With("hit", text).With("once", text) : [];
            foreach (var address in Addresses) stage.Tally.Tried($"{address.Door} {address.Hole}");
            await stage.ReadAsync([.. Addresses.Select(address => (address.Door, new Question(address.Of(row.Text)), (IReadOnlyList<Filled>)(address.Shows(text) ? [filled] : [])))]);
            var opened = Addresses[row.Number % Addresses.Length];
            if (opened.IsPage) await stage.OpenAsync(opened.Door, opened.Of(row.Text), opened.Shows(text) ? [filled] : []);
        }
    }

    /// <param name="Hole">Name of what {0} stands for.</param>
    private sealed record Address(string Door, string Pattern, string Hole)
    {
        public IReadOnlyList<string> Samples { get; init; } = [];

        /// <summary>Longer ones are cut.</summary>
        public int Longest { get; init; } = 120;

        public bool Shows(string text) => Hole is "q" or "asked.Words" && text.Length <= Longest;

        public bool IsPage => !Door.Contains("handler=", StringComparison.Ordinal) && !Door.Contains("media", StringComparison.Ordinal) && !Door.Contains("health", StringComparison.Ordinal) && !Door.Contains("svg", StringComparison.Ordinal);

        public string Of(string text) => Pattern.Replace("{0}", Uri.EscapeDataString(text), StringComparison.Ordinal);
    }
}
