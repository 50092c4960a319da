using System.Net;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

/// <summary>
/// Every address of the newsroom with every handler, read from the route table, for every role, on one's own article, a colleague's
/// and one of another section, with the tricks by which a door is tried. An address or a handler without a row fails, and so does a row without one.
/// </summary>
public sealed class AccessMatrixTests(AccessMatrixTests.Room room) : IClassFixture<AccessMatrixTests.Room>
{
    public enum Door
    {
        /// <summary>For those who are not in yet.</summary>
        Open,

        Staff,
        Editors,
        Administrators,

        /// <summary>Whoever may open the article in the address.</summary>
        Article,
    }

    private static readonly Dictionary<string, Door> Rows = new(StringComparer.Ordinal)
    {
        ["GET setup"] = Door.Open,
        ["POST setup"] = Door.Open,
    };

    [Fact]
    public async Task Every_address_and_handler_has_its_row_and_every_row_its_address() =>
        Assert.Equal(Rows.Keys.Order(StringComparer.Ordinal), (await room.App.StaffDoorsAsync()).Select(door => door.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nobody_passes_a_door_that_is_not_theirs_however_it_is_tried()
    {
        var passed = new List<string>();
        foreach (var visitor in room.Visitors)
        {
            foreach (var (row, door) in Rows)
            {
                foreach (var (url, _, _) in room.Targets(row, door, visitor).Where(target => !target.IsOpen))
                {
                    foreach (var (trick, answer) in await TryAsync(visitor, row.Split(' ')[0], url))
                    {
                        if (!IsTurnedAway(answer, visitor)) passed.Add($"{visitor.Name}: {row} {url} {trick} answered {(int)answer.Status}");
                    }
                }
            }
        }

        Assert.Empty(passed);
    }

    [Fact]
    public async Task Everybody_passes_the_doors_that_are_theirs()
    {
        var refused = new List<string>();
        foreach (var visitor in room.Visitors)
        {
            foreach (var (row, door) in Rows.Where(row => row.Key is not "POST account/sign-out"))
            {
                foreach (var (url, _, _) in room.Targets(row, door, visitor).Where(target => target.IsOpen && target.Door is not Door.Open))
                {
                    var answer = row.StartsWith("GET", StringComparison.Ordinal) ? await visitor.Browser.GetAsync(url) : await visitor.PostAsync(url);
                    if (IsTurnedAway(answer, visitor)) refused.Add($"{visitor.Name}: {row} {url} answered {(int)answer.Status}");
                    if (!await visitor.Browser.IsInAsync()) await visitor.ComeBackAsync();
                }
            }
        }

        Assert.Empty(refused);
    }

    private static async Task<List<(string Trick, Answer Answer)>> TryAsync(Visitor visitor, string method, string url)
    {
        var browser = visitor.Browser;
        if (method == "POST")
        {
            return
            [
                ("as it is", await visitor.PostAsync(url)),
                ("with an override", await visitor.PostAsync(url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "_method=GET")),
                ("trailing slash", await visitor.PostAsync(url.Replace("?", "/?", StringComparison.Ordinal))),
            ];
        }

        return
        [
            ("as it is", await browser.GetAsync(url)),
            ("trailing slash", await browser.GetAsync(url + "/")),
            ("upper case", await browser.GetAsync(url.ToUpperInvariant())),
            ("encoded", await browser.GetAsync(url.Replace("/a", "/%61", StringComparison.Ordinal))),
            ("HEAD", await browser.SendAsync(HttpMethod.Head, url)),
            ("HEAD, overridden", await browser.SendAsync(HttpMethod.Head, url, ("X-HTTP-Method-Override", "GET"))),
            ("another host's path", await browser.SendAsync(HttpMethod.Get, url, ("X-Original-URL", "/"), ("X-Rewrite-URL", "/"))),
        ];
    }

    private static bool IsTurnedAway(Answer answer, Visitor visitor) =>
        answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized
        || (visitor.Member is null && answer.Status is HttpStatusCode.Found && answer.Location!.StartsWith("/account/sign-in", StringComparison.Ordinal));

    /// <summary>Somebody at the door; without a member, a stranger.</summary>
    public sealed record Visitor(string Name, StaffMember? Member, StaffBrowser Browser, NewsApp App)
    {
        public async Task<Answer> PostAsync(string url)
        {
            var page = (await Browser.GetAsync(Member is null ? "/account/sign-in" : "/account/security")).Page;
            var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            return await Browser.PostAsync(url, [KeyValuePair.Create("__RequestVerificationToken", token)]);
        }

        public async Task ComeBackAsync() => await Browser.SignInAsync($"{Name}@courier.example");
    }

    public sealed class Room : IAsyncLifetime
    {
        private readonly Dictionary<string, (long Id, long Owner, long Section)> articles = [];

        public NewsApp App { get; } = NewsApp.With(
            Story.Dated("harbour", NewsApp.Noon.AddDays(-1)), Story.Dated("council", NewsApp.Noon.AddDays(-1)) with { Section = "council" });

        public List<Visitor> Visitors { get; } = [];

        public async ValueTask InitializeAsync()
        {
            Visitors.Add(new Visitor("stranger", null, new StaffBrowser(App), App));
            foreach (var (name, role, sections) in new (string, StaffRole, long[])[]
            {
                ("contributor", StaffRole.Contributor, []), ("author", StaffRole.Author, []), ("harbour-editor", StaffRole.Editor, [1]),
                ("council-editor", StaffRole.Editor, [2]), ("administrator", StaffRole.Administrator, []),
            })
            {
                var member = await App.MemberAsync(name, role, sections);
                foreach (var section in new long[] { 1, 2 })
                    articles[$"{name} {section}"] = ((await App.TypeAsync(member, NewsDesk.Sheet(section: section))).Id!.Value, member.Id, section);
                Visitors.Add(new Visitor(name, member, await App.BrowserOfAsync($"{name}@courier.example"), App));
            }
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        public IEnumerable<(string Url, bool IsOpen, Door Door)> Targets(string row, Door door, Visitor visitor)
        {
            var path = "/" + row.Split(' ')[1];
            if (door is not Door.Article) return [(path, Passes(door, visitor.Member), door)];
            return articles.Values.Select(article => (
                path.Replace("{id:long}", $"{article.Id}", StringComparison.Ordinal),
                visitor.Member is { } member && new ArticleFacts(article.Section, AuthorsPublish: false, article.Owner, []).StandingOf(member) is not Standing.Stranger,
                door));
        }

        private static bool Passes(Door door, StaffMember? member) => door switch
        {
            Door.Open => true,
            Door.Staff => member is not null,
            Door.Editors => member?.Role >= StaffRole.Editor,
            _ => member?.IsAdministrator == true,
        };
    }
}
