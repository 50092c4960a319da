using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;
using NewsSite.Data;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Every hostile row in every field that a person or a file can fill, and every surface where it can come out, in a real browser.</summary>
public sealed class HostileTests(ReadingRoom room, HostileReport report) : IClassFixture<HostileReport>
{
    private static readonly (string, string)[] WithMail = [("NewsSite:Smtp:Host", "127.0.0.1"), ("NewsSite:Smtp:Port", "9"), ("NewsSite:Smtp:From", "paper@courier.example")];

    public static TheoryData<int> QuickHeaps { get; } = [.. Enumerable.Range(0, Shelf.Quick.Count)];

    public static TheoryData<int> AllHeaps { get; } = [.. Enumerable.Range(0, Shelf.Whole.Count)];

    [Theory]
    [MemberData(nameof(QuickHeaps))]
    public Task Nothing_runs_and_nothing_is_lost(int heap) => TryAsync(Shelf.Quick[heap]);

    /// <summary>By tests/run.sh --hostile.</summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(AllHeaps))]
    public Task Nothing_runs_and_nothing_is_lost_with_any_row(int heap) => TryAsync(Shelf.Whole[heap]);

    public static TheoryData<int> ArticleHeaps { get; } = [.. Enumerable.Range(0, Shelf.Articles.Count)];

    /// <summary>The shorter half of <c>tests/run.sh --hostile</c>: every row in every field of an article's file, its page opened without the policy and with it.</summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(ArticleHeaps))]
    public async Task Nothing_runs_on_the_article_of_any_row(int heap)
    {
        var rows = Shelf.Articles[heap];
        using var edition = new Edition();
        await using var stage = new Stage(new RunningSite(edition.Folder, WithMail), report.Tally);
        await stage.EnterAsync(room);
        var articles = await LearnArticlesAsync(stage);
        await edition.TryAsync(rows, stage);
        await report.TimeAsync("articles of files", [.. rows.Where(row => !edition.Refused.Contains(Edition.NameOf(row)))], articles.OpenFilesAsync);
        report.Done(rows.Length);
        Assert.True(report.Tally.Faults.Count == 0, string.Join('\n', report.Tally.Faults.Take(40)));
    }

    private async Task TryAsync(Row[] rows)
    {
        var tally = report.Tally;
        using var edition = new Edition();
        await using var stage = new Stage(RunningSite.Patient(edition.Folder, WithMail), tally);
        var strangers = new FormTrip(stage, Forms.Strangers(await stage.Site.SetupLinkAsync()));
        await stage.EnterAsStrangerAsync(room);
        await stage.LearnAsync(AddressTrip.ErrorPage, new Question("/error/404"));
        await strangers.LearnAsync();
        await report.TimeAsync("forms of strangers", rows, strangers.RefuseAsync);

        await stage.EnterAsync(room);
        await TryArticlesAsync(stage, edition, rows);
        await stage.AnnounceAsync();
        var refusing = new FormTrip(stage, Forms.Refusing(await stage.GivePasskeyAsync(), await stage.WriteAsync()));
        await refusing.LearnAsync();
        await report.TimeAsync("other forms", rows, async (Row row) =>
        {
            await refusing.RefuseAsync(row);
            await refusing.KeepAsync(row);
        });
        var pictures = new PictureTrip(stage);
        await pictures.LearnAsync();
        await report.TimeAsync("pictures", rows, pictures.TryAsync);
        using var settings = new SettingsTrip(stage);
        await settings.LearnFilesAsync();
        await report.TimeAsync("site.yml and pages", rows, settings.TryFilesAsync);
        await settings.LearnAsync();
        await report.TimeAsync("settings", rows, settings.TryAsync);
        await edition.TryStrictAsync(rows, stage);
        await stage.OpenAsync("GET ", "/");
        var invitations = new InvitationTrip(stage);
        await invitations.LearnAsync();
        await report.TimeAsync("invitations", rows, invitations.TryAsync);
        await TrySecondStepAsync(stage, rows);
        report.Done(rows.Length);

        foreach (var missing in await Catalogue.MissingAsync(stage.Site.Services, tally)) tally.Found(missing, "is not tried");
        report.Write();
        Assert.True(tally.Faults.Count == 0, string.Join('\n', tally.Faults.Take(40)));
    }

    private async Task TryArticlesAsync(Stage stage, Edition edition, Row[] rows)
    {
        var articles = await LearnArticlesAsync(stage);
        var addresses = new AddressTrip(stage);
        await addresses.LearnAsync();
        await edition.TryAsync(rows, stage);
        var typists = await stage.MoreTabsAsync(room);
        await report.TimeAsync("typing in the editor", rows, some => articles.TypeAsync(some, typists));
        await report.TimeAsync("articles", rows, articles.TryAsync);
        await report.TimeAsync("addresses", rows, addresses.TryAsync);
    }

    private async Task TrySecondStepAsync(Stage stage, Row[] rows)
    {
        await stage.EnterHalfwayAsync(room);
        var codes = new FormTrip(stage, Forms.Halfway);
        await codes.LearnAsync();
        await report.TimeAsync("second step", rows, codes.RefuseAsync);
        // Nobody was sent back to the first step meanwhile.
        Assert.EndsWith("/account/two-factor", (await stage.AskAsync(new Question("/account/two-factor")))[0].Url, StringComparison.Ordinal);
    }

    private static async Task<ArticleTrip> LearnArticlesAsync(Stage stage)
    {
        var articles = new ArticleTrip(stage, await stage.InScopeAsync(services => services.GetRequiredService<NewsDbContext>().Assets.OrderBy(asset => asset.Id).Select(asset => asset.File).FirstAsync()));
        await articles.LearnAsync();
        return articles;
    }
}

/// <summary>Adds up what all heaps tried, and writes it to the file that <c>NEWSSITE_HOSTILE_REPORT</c> names.</summary>
public sealed class HostileReport : IDisposable
{
    private readonly Lock writing = new();
    private int rows;
    private readonly Dictionary<string, TimeSpan> times = [];

    public Tally Tally { get; } = new();

    public async Task TimeAsync(string part, IReadOnlyList<Row> rows, Func<IReadOnlyList<Row>, Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work(rows);
        lock (writing)
        {
            times[part] = times.GetValueOrDefault(part) + watch.Elapsed;
            Write();
        }
    }

    public Task TimeAsync(string part, IReadOnlyList<Row> rows, Func<Row, Task> work) => TimeAsync(part, rows, async some =>
    {
        foreach (var row in some) await work(row);
    });

    public void Done(int more)
    {
        lock (writing)
        {
            rows += more;
            Write();
        }
    }

    public void Dispose() => Write();

    public void Write()
    {
        if (Environment.GetEnvironmentVariable("NEWSSITE_HOSTILE_REPORT") is not { Length: > 0 } file) return;
        var head = string.Create(CultureInfo.InvariantCulture, $"{rows} rows, {Tally.Count("executions")} executions, {Tally.Count("findings")} findings\n\n");
        var spent = string.Concat(times.Select(part => string.Create(CultureInfo.InvariantCulture, $"- {part.Key}: {part.Value.TotalSeconds:0} s\n")));
        File.WriteAllText(file, head + spent + '\n' + Tally + string.Join('\n', Tally.Faults));
    }
}
