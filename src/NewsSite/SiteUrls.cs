using System.Globalization;

namespace NewsSite;

/// <summary>Every public address of the site, once: routes and links both read it.</summary>
public static class SiteUrls
{
    public const string Front = "/";
    public const string Search = "/search";
    public const string Archive = "/archive";
    public const string Tags = "/tags";
    public const string Authors = "/authors";
    public const string MediaPrefix = "/media";
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string SummaryOpened = "/count/summary";
    public const string ReadAhead = "/count/read";
    public const string SpeculationRules = "/speculation.json";
    public const string SecurityTxt = "/.well-known/security.txt";
    public const string RobotsTxt = "/robots.txt";
    public const string TdmRep = "/.well-known/tdmrep.json";
    public const string SitemapIndex = "/sitemap.xml";
    public const string NewsSitemap = "/sitemaps/news.xml";
    public const string Feeds = "/feeds";
    public const string SearchFeeds = "/feeds/search";

    /// <summary>Route templates of the Razor Pages.</summary>
    public static class Templates
    {
        public const string Front = "/";
        public const string Section = "/{section}";
        public const string Article = "/{section}/{slug}";
        public const string Author = "/author/{slug}";
        public const string Tag = "/tag/{slug}";
        public const string Year = @"/{year:regex(^\d{{4}}$)}";
        public const string Month = @"/{year:regex(^\d{{4}}$)}/{month:regex(^\d{{2}}$)}";
        public const string Day = @"/{year:regex(^\d{{4}}$)}/{month:regex(^\d{{2}}$)}/{day:regex(^\d{{2}}$)}";
        public const string Info = "/info/{slug}";
        public const string Media = "/media/{file}/{rendition?}";
        public const string Card = "/card/{card}";
        public const string Sitemap = "/sitemaps/{sitemap}";
        public const string Feed = "/feeds/{feed}";
        public const string SectionFeed = "/feeds/section/{section}/{feed}";
        public const string TagFeed = "/feeds/tag/{slug}/{feed}";
        public const string AuthorFeed = "/feeds/author/{slug}/{feed}";
        public const string SearchFeed = "/feeds/search/{feed}";
        public const string PreviewPicture = "/preview/{token}/media/{file}/{rendition?}";
        public const string Error = "/error/{status:int:range(400,599)}";
    }

    /// <summary>Addresses of the newsroom; none of them is stored, listed or indexed.</summary>
    public static class Staff
    {
        public const string Desk = "/admin";
        public const string Bin = "/admin?pile=Bin";
        public const string NewArticle = "/admin/articles/new";
        public const string ArticleTemplate = "/admin/articles/{id:long}";
        public const string Front = "/admin/front";
        public const string FrontPreview = "/admin/front/preview";
        public const string FrontHistory = "/admin/front/history";
        public const string Pictures = "/admin/pictures";
        public const string Log = "/admin/log";
        public const string Settings = "/admin/settings";
        public const string Sections = "/admin/settings/sections";
        public const string Tags = "/admin/settings/tags";
        public const string Authors = "/admin/settings/authors";
        public const string Pages = "/admin/settings/pages";
        public const string Crawlers = "/admin/settings/crawlers";
        public const string NewPage = "/admin/settings/page";
        public const string People = "/admin/people";
        public const string Setup = "/setup";
        public const string SignIn = "/account/sign-in";
        public const string SignOut = "/account/sign-out";
        public const string TwoFactor = "/account/two-factor";
        public const string Recovery = "/account/recovery";
        public const string Security = "/account/security";
        public const string Authenticator = "/account/authenticator";
        public const string AuthenticatorQr = "/account/authenticator/qr.svg";
        public const string Passkeys = "/account/passkeys";
        public const string Forgot = "/account/forgot";
        public const string Reset = "/account/reset";
        public const string Invitation = "/account/invite/accept";

        public static string Article(long id) => string.Create(CultureInfo.InvariantCulture, $"/admin/articles/{id}");

        public static string Picture(long id) => string.Create(CultureInfo.InvariantCulture, $"{Pictures}/{id}");

        public static string History(long articleId) => Article(articleId) + "/history";

        public static string Changes(long articleId) => Article(articleId) + "/changes";

        /// <param name="number">Of the revision that was set aside.</param>
        public static string Merge(long articleId, int number) => string.Create(CultureInfo.InvariantCulture, $"{Article(articleId)}/merge/{number}");

        public static string Previews(long articleId) => string.Create(CultureInfo.InvariantCulture, $"/admin/articles/{articleId}/previews");

        public static string Section(long id) => string.Create(CultureInfo.InvariantCulture, $"{Sections}/{id}");

        public static string Tag(long id) => string.Create(CultureInfo.InvariantCulture, $"{Tags}/{id}");

        public static string Author(long id) => string.Create(CultureInfo.InvariantCulture, $"{Authors}/{id}");

        public static string Page(long id) => string.Create(CultureInfo.InvariantCulture, $"{NewPage}/{id}");
    }

    /// <summary>First path segments that no section, article or page may take, because the site uses or will use them.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal)
    {
        ".well-known", "account", "admin", "api", "archive", "assets", "atom", "author", "authors", "card", "corrections", "count", "css", "error", "feed", "feeds",
        "fonts", "health", "img", "info", "js", "login", "logout", "media", "metrics", "newsletter", "preview", "robots",
        "robots.txt", "rss", "search", "setup", "sitemap", "sitemap.xml", "sitemaps", "speculation.json", "static", "tag", "tags", "well-known",
    };

    public static string Section(string section) => "/" + Segment(section);

    public static string Article(string section, string slug) => $"/{Segment(section)}/{Segment(slug)}";

    public static string Author(string slug) => "/author/" + Segment(slug);

    public static string Tag(string slug) => "/tag/" + Segment(slug);

    /// <param name="file">Name of the file.</param>
    public static string Sitemap(string file) => "/sitemaps/" + file;

    /// <summary>Where the feeds of a section are.</summary>
    public static string SectionFeeds(string section) => $"{Feeds}/section{Section(section)}";

    /// <summary>Where the feeds of an author are.</summary>
    public static string AuthorFeeds(string slug) => Feeds + Author(slug);

    /// <summary>Where the feeds of a tag are.</summary>
    public static string TagFeeds(string slug) => Feeds + Tag(slug);

    public static string Info(string slug) => "/info/" + Segment(slug);

    public static string Media(string file) => $"{MediaPrefix}/{Segment(file)}";

    /// <param name="mark">Of what the card is drawn from.</param>
    public static string Card(long articleId, string mark) => string.Create(CultureInfo.InvariantCulture, $"/card/{articleId}-{mark}.png");

    /// <param name="token">The secret of the link.</param>
    public static string Preview(string token) => "/preview/" + Segment(token);

    public static string Year(int year) => year.ToString("'/'0000", CultureInfo.InvariantCulture);

    /// <param name="month">One of its days.</param>
    public static string Month(DateOnly month) => month.ToString("'/'yyyy'/'MM", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("'/'yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);

    // Slugs may hold letters of any script; a Location header may not.
    private static string Segment(string value) => Uri.EscapeDataString(value);
}
