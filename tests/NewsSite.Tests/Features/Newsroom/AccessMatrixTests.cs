using System.Net;
using System.Text.RegularExpressions;
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
        ["GET account/invite/accept"] = Door.Open,
        ["POST account/invite/accept"] = Door.Open,
        ["GET account/authenticator"] = Door.Staff,
        ["POST account/authenticator?handler=Codes"] = Door.Staff,
        ["POST account/authenticator?handler=Start"] = Door.Staff,
        ["POST account/authenticator?handler=Stop"] = Door.Staff,
        ["GET account/authenticator/qr.svg"] = Door.Staff,
        ["GET account/forgot"] = Door.Open,
        ["POST account/forgot"] = Door.Open,
        ["GET account/passkeys"] = Door.Staff,
        ["POST account/passkeys?handler=Add"] = Door.Staff,
        ["POST account/passkeys?handler=Options"] = Door.Staff,
        ["POST account/passkeys?handler=Remove"] = Door.Staff,
        ["POST account/passkeys?handler=Rename"] = Door.Staff,
        ["GET account/recovery"] = Door.Open,
        ["POST account/recovery"] = Door.Open,
        ["GET account/reset"] = Door.Open,
        ["POST account/reset"] = Door.Open,
        ["GET account/security"] = Door.Staff,
        ["POST account/security?handler=End"] = Door.Staff,
        ["POST account/security?handler=EndAll"] = Door.Staff,
        ["POST account/security?handler=Password"] = Door.Staff,
        ["GET account/sign-in"] = Door.Open,
        ["POST account/sign-in"] = Door.Open,
        ["POST account/sign-in?handler=Passkey"] = Door.Open,
        ["POST account/sign-in?handler=PasskeyOptions"] = Door.Open,
        ["POST account/sign-out"] = Door.Staff,
        ["GET account/two-factor"] = Door.Open,
        ["POST account/two-factor"] = Door.Open,
        ["GET admin"] = Door.Staff,
        ["POST admin?handler=Bulk"] = Door.Staff,
        ["POST admin?handler=Undo"] = Door.Staff,
        ["GET admin/pictures"] = Door.Staff,
        ["GET admin/pictures?handler=Choose"] = Door.Staff,
        ["POST admin/pictures?handler=Upload"] = Door.Staff,
        ["GET admin/pictures/{id:long}"] = Door.Staff,
        // Whose picture it is, is asked within.
        ["POST admin/pictures/{id:long}"] = Door.Staff,
        ["POST admin/pictures/{id:long}?handler=Delete"] = Door.Staff,
        ["GET admin/articles/new"] = Door.Staff,
        ["GET admin/articles/new?handler=Ticket"] = Door.Staff,
        ["GET admin/articles/new?handler=When"] = Door.Staff,
        ["POST admin/articles/new"] = Door.Staff,
        ["POST admin/articles/new?handler=Merge"] = Door.Staff,
        ["POST admin/articles/new?handler=Presence"] = Door.Staff,
        ["POST admin/articles/new?handler=Preview"] = Door.Staff,
        ["POST admin/articles/new?handler=Save"] = Door.Staff,
        ["POST admin/articles/new?handler=Step"] = Door.Staff,
        ["GET admin/articles/{id:long}"] = Door.Article,
        // These two tell nothing of the article.
        ["GET admin/articles/{id:long}?handler=Ticket"] = Door.Staff,
        ["GET admin/articles/{id:long}?handler=When"] = Door.Staff,
        ["POST admin/articles/{id:long}"] = Door.Article,
        ["POST admin/articles/{id:long}?handler=Merge"] = Door.Article,
        ["POST admin/articles/{id:long}?handler=Presence"] = Door.Article,
        ["POST admin/articles/{id:long}?handler=Preview"] = Door.Article,
        ["POST admin/articles/{id:long}?handler=Save"] = Door.Article,
        ["POST admin/articles/{id:long}?handler=Step"] = Door.Article,
        ["GET admin/articles/{id:long}/history"] = Door.Article,
        ["GET admin/articles/{id:long}/changes"] = Door.Article,
        ["POST admin/articles/{id:long}/history?handler=Name"] = Door.Article,
        ["POST admin/articles/{id:long}/history?handler=Restore"] = Door.Article,
        ["GET admin/articles/{id:long}/merge/{number:int}"] = Door.Article,
        ["POST admin/articles/{id:long}/merge/{number:int}"] = Door.Article,
        ["GET admin/articles/{id:long}/previews"] = Door.Article,
        ["POST admin/articles/{id:long}/previews?handler=Make"] = Door.Article,
        ["POST admin/articles/{id:long}/previews?handler=Revoke"] = Door.Article,
        ["GET admin/front"] = Door.Editors,
        ["POST admin/front?handler=Banner"] = Door.Editors,
        ["POST admin/front?handler=ClearBanner"] = Door.Editors,
        ["POST admin/front?handler=Discard"] = Door.Editors,
        ["POST admin/front?handler=Move"] = Door.Editors,
        ["POST admin/front?handler=Place"] = Door.Editors,
        ["POST admin/front?handler=PutOut"] = Door.Editors,
        ["POST admin/front?handler=Stay"] = Door.Editors,
        ["POST admin/front?handler=TakeOff"] = Door.Editors,
        ["GET admin/front/history"] = Door.Editors,
        ["POST admin/front/history?handler=BringBack"] = Door.Editors,
        ["GET admin/front/preview"] = Door.Editors,
        ["GET admin/log"] = Door.Editors,
        ["GET admin/people"] = Door.Administrators,
        ["POST admin/people?handler=Assign"] = Door.Administrators,
        ["POST admin/people?handler=Byline"] = Door.Administrators,
        ["POST admin/people?handler=Disable"] = Door.Administrators,
        ["POST admin/people?handler=Enable"] = Door.Administrators,
        ["POST admin/people?handler=Invite"] = Door.Administrators,
        ["POST admin/people?handler=Link"] = Door.Administrators,
        ["GET admin/settings"] = Door.Administrators,
        ["POST admin/settings"] = Door.Administrators,
        ["GET admin/settings/authors"] = Door.Administrators,
        ["POST admin/settings/authors?handler=Add"] = Door.Administrators,
        ["GET admin/settings/authors/{id:long}"] = Door.Administrators,
        ["POST admin/settings/authors/{id:long}"] = Door.Administrators,
        ["POST admin/settings/authors/{id:long}?handler=Merge"] = Door.Administrators,
        ["GET admin/settings/page/{id:long?}"] = Door.Administrators,
        ["POST admin/settings/page/{id:long?}"] = Door.Administrators,
        ["POST admin/settings/page/{id:long?}?handler=Delete"] = Door.Administrators,
        ["POST admin/settings/page/{id:long?}?handler=Preview"] = Door.Administrators,
        ["GET admin/settings/pages"] = Door.Administrators,
        ["GET admin/settings/crawlers"] = Door.Administrators,
        ["POST admin/settings/crawlers"] = Door.Administrators,
        ["POST admin/settings/crawlers?handler=Preview"] = Door.Administrators,
        ["GET admin/settings/sections"] = Door.Administrators,
        ["POST admin/settings/sections?handler=Add"] = Door.Administrators,
        ["POST admin/settings/sections?handler=Down"] = Door.Administrators,
        ["POST admin/settings/sections?handler=Up"] = Door.Administrators,
        ["GET admin/settings/sections/{id:long}"] = Door.Administrators,
        ["POST admin/settings/sections/{id:long}"] = Door.Administrators,
        ["POST admin/settings/sections/{id:long}?handler=Merge"] = Door.Administrators,
        ["GET admin/settings/tags"] = Door.Administrators,
        ["GET admin/settings/tags/{id:long}"] = Door.Administrators,
        ["POST admin/settings/tags/{id:long}"] = Door.Administrators,
        ["POST admin/settings/tags/{id:long}?handler=Merge"] = Door.Administrators,
        ["GET setup"] = Door.Open,
        ["POST setup"] = Door.Open,
    };

    [Fact]
    public async Task Every_address_and_handler_has_its_row_and_every_row_its_address() =>
        Assert.Equal(Rows.Keys.Order(StringComparer.Ordinal), (await room.App.Services.StaffDoorsAsync()).Select(door => door.ToString()).Order(StringComparer.Ordinal));

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
                foreach (var target in room.Targets(row, door, visitor).Where(target => target.IsOpen && target.Door is not Door.Open))
                {
                    var url = target.Url;
                    var answer = row.StartsWith("GET", StringComparison.Ordinal) ? await visitor.Browser.GetAsync(url) : await visitor.PostAsync(url);
                    // Behind a door that is theirs, an administrator may still ask for what is not there.
                    if (IsTurnedAway(answer, visitor) && (target.Door is Door.Article || answer.Status is not HttpStatusCode.NotFound)) refused.Add($"{visitor.Name}: {row} {url} answered {(int)answer.Status}");
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
            ("encoded slash", await browser.GetAsync("/" + url[1..].Replace("/", "%2F", StringComparison.Ordinal))),
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
                {
                    var typed = await App.TypeAsync(member, NewsDesk.Sheet(section: section));
                    Assert.Equal(2, await App.SetAsideAsync(member, NewsDesk.Sheet("Refused"), typed.Id!.Value, typed.Version));
                    articles[$"{name} {section}"] = (typed.Id!.Value, member.Id, section);
                }

                Visitors.Add(new Visitor(name, member, await App.BrowserOfAsync($"{name}@courier.example"), App));
            }
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        public IEnumerable<(string Url, bool IsOpen, Door Door)> Targets(string row, Door door, Visitor visitor)
        {
            var path = "/" + row.Split(' ')[1];
            if (door is not Door.Article) return [(Regex.Replace(path, "{[^}]*}", "1"), Passes(door, visitor.Member), door)];
            return articles.Values.Select(article => (
                path.Replace("{id:long}", $"{article.Id}", StringComparison.Ordinal).Replace("{number:int}", "2", StringComparison.Ordinal),
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
