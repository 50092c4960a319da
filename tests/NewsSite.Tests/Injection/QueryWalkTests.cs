using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Injection;

/// <summary>SQL, full-text syntax and line ends in every value that an address can carry: never an error, never a header, never a changed row.</summary>
public sealed partial class QueryWalkTests : IAsyncLifetime
{
    /// <summary>What the site answers with; a new type, such as CSV, comes in here together with its harness for formulas.</summary>
    private static readonly string[] KnownTypes = ["text/html", "text/plain", "application/json", "image/png", "image/svg+xml", "application/xml", .. NewsSite.Features.Feeds.FeedFile.MediaTypes];

    private static readonly string[] Untouched = ["Accounts", "Sections", "SiteProfile", "ContentPages", "FormerSlugs", "PublicationEvents"];

    private readonly NewsApp app = NewsApp.With(
        Story.Dated("quay", NewsApp.Noon.AddHours(-2)) with { Headline = "It's 100% quay_side" },
        Story.Dated("tide", NewsApp.Noon.AddHours(-1)) with { Headline = "Tide OR quay" });

    private StaffBrowser admin = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");
        admin = await app.BrowserOfAsync(StaffRoom.Admin);
    }

    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task No_value_in_an_address_is_more_than_a_text()
    {
        var before = await app.TableHashesAsync();
        var (wrong, types, asked) = (new List<string>(), new HashSet<string>(), 0);
        foreach (var url in await UrlsAsync())
        {
            asked++;
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
            request.Headers.Add("Cookie", string.Join("; ", admin.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var response = await app.Client.SendAsync(request, Ct);
            if (response.Content.Headers.ContentType?.MediaType is { } type) types.Add(type);
            if ((int)response.StatusCode >= 500) wrong.Add($"{url} answered {(int)response.StatusCode}");
            wrong.AddRange(response.Headers.Concat(response.Content.Headers)
                .Where(header => header.Key.StartsWith("X-Injected", StringComparison.OrdinalIgnoreCase) || header.Value.Any(value => value.Any(c => c is < ' ' or > '~')))
                .Select(header => $"{url} sets {header.Key}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        Assert.True(asked > 1000, $"{asked}");
        Assert.Subset(KnownTypes.ToHashSet(), types);
        Assert.Equal(Changing(before), Changing(await app.TableHashesAsync()));
    }

    [Fact]
    public async Task The_search_finds_what_the_words_alone_would_find()
    {
        foreach (var text in HostileText.Sql.Concat(HostileRow.Read("search").Select(row => row.Text)).Where(text => text.Length <= 200).Concat(["quay", "tide' OR 'quay", "quay\"*\"", "-tide", "Headline:quay", "^tide", "NEAR(tide quay)", "tide NOT quay"]))
            Assert.True((await FoundAsync(WordsOf(CleanText.OneLine(text)))).SequenceEqual(await FoundAsync(text)), text);
        Assert.Equal(["/harbour/tide", "/harbour/quay"], await FoundAsync("quay")); // the comparison compares something
    }

    [Fact]
    public async Task The_desk_finds_the_very_letters_that_were_typed()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        foreach (var text in HostileText.Sql) await app.TypeAsync(eva, new ArticleForm { Headline = text, Section = 1 });
        var headlines = await app.WithDatabaseAsync(db => db.Articles.Select(article => article.Headline).ToListAsync(Ct));

        foreach (var text in HostileText.Sql.Append("%").Append("_").Append("\\").Append("quay_"))
        {
            if (text.Contains('\0', StringComparison.Ordinal)) continue; // left out of what is looked for, as SQLite would end the text there
            var found = (await app.DeskAsync(eva, DeskPile.Open, text)).Rows.Select(row => row.Headline);
            Assert.Equal(headlines.Where(headline => headline.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_name_in_a_form_is_kept_as_typed_or_refused_and_touches_nothing_else()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        var before = await app.TableHashesAsync();

        foreach (var text in HostileText.Sql)
        {
            var form = NewsDesk.Sheet(headline: "A headline");
            (form.Byline, form.Tags, form.Series, form.Slug, form.TranslationOf) = (text, text, text, null, null);
            var taken = await app.StepAsync(eva, WorkflowStep.Submit, null, form);
            Assert.True(taken.IsDone || taken.Errors is { Any: true }, $"{text}: {taken.Complaint}");
            (form.Byline, form.Tags, form.Slug, form.TranslationOf) = ("Ines Maddern", "", text, text);
            Assert.True((await app.StepAsync(eva, WorkflowStep.Submit, null, form)).Errors is { Any: true }, text);
        }

        var names = HostileText.Sql.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Append("Ines Maddern").ToList();
        Assert.Subset(names.ToHashSet(), (await app.WithDatabaseAsync(db => db.Authors.Select(author => author.Name).ToListAsync(Ct))).ToHashSet());
        var after = await app.TableHashesAsync();
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(Untouched, table => Assert.Equal(before[table], after[table]));
    }

    [Fact]
    public async Task An_email_at_the_door_is_only_an_email()
    {
        using var browser = new StaffBrowser(app);
        var opened = await browser.GetAsync("/account/sign-in");

        foreach (var text in HostileText.Sql.Concat(HostileText.Lines))
        {
            var answer = await browser.SubmitAsync(opened, "/account/sign-in", new Dictionary<string, string> { ["form.Email"] = text, ["form.Password"] = text });
            Assert.True((int)answer.Status is 200 or 422 or 429 or 400, $"{text}: {(int)answer.Status}");
            Assert.False(await browser.IsInAsync());
        }
    }

    // Whoever asks is noted in their session; nothing else may change.
    private static IEnumerable<KeyValuePair<string, string>> Changing(IReadOnlyDictionary<string, string> hashes) =>
        hashes.Where(table => table.Key != "AccountSessions").OrderBy(table => table.Key, StringComparer.Ordinal);

    // What is left when all that is not a letter, a digit or a mark on one is taken for a space.
    private static string WordsOf(string text) => NotAWord().Replace(text, " ");

    private async Task<List<string?>> FoundAsync(string query)
    {
        return [.. (await app.PageAsync("/search?q=" + Uri.EscapeDataString(query))).QuerySelectorAll("main .hed a").Select(link => link.GetAttribute("href"))];
    }

    private async Task<List<string>> UrlsAsync()
    {
        var queries = await app.Services.QueryNamesAsync();
        var urls = new List<string>();
        foreach (var door in (await app.Services.DoorsAsync()).Where(door => door.Method == "GET"))
        {
            var whole = door.Url(Usual);
            urls.AddRange(Holes().Matches(door.Route).Select(hole => hole.Groups[1].Value)
                .SelectMany(hole => InPath(), (hole, value) => door.Url(each => each == hole ? value : Usual(each))));
            urls.AddRange(queries[door.Route].SelectMany(name => name == "q" && door.Route is "search" or "admin" ? Large() : Small(), (name, value) => $"{whole}{(whole.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}"));
        }

        return urls;
    }

    // A server refuses a path with a NUL before the site sees it, and the test's server throws.
    private static IEnumerable<string> InPath() => HostileText.Sql.Take(12).Concat(HostileText.Lines.Take(8)).Select(Uri.EscapeDataString).Concat(HostileText.Encoded).Where(value => !value.Contains("%00", StringComparison.Ordinal));

    private static IEnumerable<string> Small() => HostileText.Sql.Concat(HostileText.Lines.Take(8)).Select(Uri.EscapeDataString).Concat(HostileText.Encoded);

    private static IEnumerable<string> Large() => Small().Concat(HostileRow.Read("search").Concat(HostileRow.Read("strings")).Where(row => row.Bytes.Length < 500)
        .Select(row => string.Concat(row.Bytes.Select(b => $"%{b:x2}"))));

    private static string Usual(string hole) => hole switch
    {
        "section" => "harbour",
        "slug" => "quay",
        "year" => "2026",
        "month" => "11",
        "day" => "22",
        "status" => "404",
        "card" => $"1-{new string('0', 32)}.png",
        "file" => "00000000000000000000000000000000.png",
        _ => "1",
    };

    [GeneratedRegex(@"\{\**([a-z]+)")]
    private static partial Regex Holes();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{Mn}]+")]
    private static partial Regex NotAWord();
}
