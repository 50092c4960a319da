using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;
using NewsSite.Data.Accounts;
using NewsSite.Features.Accounts;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>One site with the tabs that look at it, and what its surfaces look like with harmless texts.</summary>
public sealed class Stage(RunningSite site, Tally tally) : IAsyncDisposable
{
    private readonly List<Visitor> visitors = [];
    private Visitor? reading;
    private Visitor[] open = [];

    public RunningSite Site => site;

    public Tally Tally => tally;

    public Twins Twins { get; } = new();

    /// <summary>Signs in, once for all tabs.</summary>
    public async Task EnterAsync(ReadingRoom room)
    {
        var email = await site.HireAsync("Ann Administrator");
        await using var reader = await room.OpenAsync(site);
        await reader.Page.SignInAsync(site, email);
        await EnterAsync(room, await reader.Page.Context.StorageStateAsync());
    }

    /// <summary>Tabs that read as somebody who is not signed in.</summary>
    public Task EnterAsStrangerAsync(ReadingRoom room) => EnterAsync(room, state: null);

    /// <summary>Tabs of somebody whose password was right, and who has yet to show a code.</summary>
    public async Task EnterHalfwayAsync(ReadingRoom room)
    {
        var email = await site.HireAsync("Hugh Halfway");
        await GiveAuthenticatorAsync(email);
        await using var reader = await room.OpenAsync(site);
        await reader.Page.SignInAsync(site, email, arrivesAt: "/account/two-factor?returnUrl=%2Fadmin");
        await EnterAsync(room, await reader.Page.Context.StorageStateAsync());
    }

    /// <summary>Pairs of tabs, without and with the policy, for what keeps a tab busy.</summary>
    public async Task<Visitor[]> MoreTabsAsync(ReadingRoom room)
    {
        var state = await open[0].Page.Context.StorageStateAsync();
        return [await ArriveAsync(room, hasPolicy: false, state), await ArriveAsync(room, hasPolicy: true, state)];
    }

    /// <summary>Remembers what a surface looks like when it is harmless.</summary>
    public async Task<Sight> LearnAsync(string surface, Question question)
    {
        var sight = (await reading!.ReadAsync(question))[0];
        Assert.True(sight.Status < 500, $"{question.Url} answered {sight.Status}");
        Twins.Learn(surface + " | read", sight);
        if (question.Fields is not null) return sight;

        foreach (var seen in await Task.WhenAll(open.Select(tab => tab.OpenAsync(question.Url))))
        {
            Assert.Empty(seen.Deeds);
            Twins.Learn(surface + " | open", seen.Sight!);
        }

        return sight;
    }

    /// <summary>Asks without holding the answer against anything but the list of what no page may hold.</summary>
    public async Task<IReadOnlyList<Sight>> AskAsync(params IReadOnlyList<Question> questions)
    {
        var sights = await reading!.ReadAsync(questions);
        foreach (var sight in sights.Where(sight => sight.Status >= 500 || sight.Findings.Length > 0)) tally.Found("POST", $"{sight.Status} {string.Join(' ', sight.Findings)} ({sight.Url})");
        return sights;
    }

    public async Task<IReadOnlyList<Sight>> ReadAsync(params IReadOnlyList<(string Surface, Question Question, IReadOnlyList<Filled> Filled)> asked)
    {
        var sights = await reading!.ReadAsync([.. asked.Select(each => each.Question with { Wanted = Twins.Wanted(each.Surface + " | read") })]);
        foreach (var (sight, (surface, question, filled)) in sights.Zip(asked))
        {
            tally.Read(surface);
            Judge(surface, " | read", question.Url, sight, filled);
        }

        return sights;
    }

    /// <summary>Opens a page twice: without the site's policy and with it.</summary>
    public Task OpenAsync(string surface, string url, params IReadOnlyList<Filled> filled) => Task.WhenAll(open.Select(async tab =>
        Judge(surface, " | open", await tab.OpenAsync(url, Twins.Wanted(surface + " | open")), filled)));

    /// <summary>Opens a page whose elements depend on the words in it, as a comparison's do: only that nothing runs is asked.</summary>
    public Task WatchAsync(string surface, string url) => Task.WhenAll(open.Select(async tab =>
    {
        var seen = await tab.OpenAsync(url);
        tally.Opened(surface);
        foreach (var deed in seen.Deeds) tally.Ran(surface, $"{deed} ({seen.Url})");
        foreach (var finding in seen.Sight?.Findings ?? []) tally.Found(surface, $"{finding} ({seen.Url})");
    }));

    public void Judge(string surface, string way, Seen seen, IReadOnlyList<Filled> filled)
    {
        tally.Opened(surface);
        foreach (var deed in seen.Deeds) tally.Ran(surface, $"{deed} ({seen.Url})");
        if (seen.Sight is { } sight) Judge(surface, way, seen.Url, sight, filled);
    }

    /// <summary>Holds an answer to a form against its twin.</summary>
    public void Judge(string surface, string url, Sight sight, params IReadOnlyList<Filled> filled)
    {
        tally.Read(surface);
        Judge(surface, " | read", url, sight, filled);
    }

    private void Judge(string surface, string way, string url, Sight sight, IReadOnlyList<Filled> filled)
    {
        if (sight.Status >= 500) tally.Found(surface, $"status {sight.Status} ({url})");
        foreach (var fault in sight.Findings.Concat(Twins.Faults(surface + way, sight, filled))) tally.Found(surface, $"{fault} ({url})");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors) await visitor.DisposeAsync();
        await site.DisposeAsync();
    }

    /// <summary>Runs <paramref name="work"/> in a scope of the site's own services.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>A passkey of whoever is in.</summary>
    /// <returns>Its id.</returns>
    public Task<string> GivePasskeyAsync() => InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<StaffAccount>>();
        byte[] id = [1, 2, 3, 4];
        var passkey = new UserPasskeyInfo(id, [1], RunningSite.Now, 0, null, isUserVerified: true, isBackupEligible: false, isBackedUp: false, [1], [1]) { Name = "A passkey" };
        Assert.True((await users.AddOrUpdatePasskeyAsync((await users.FindByIdAsync("1"))!, passkey)).Succeeded);
        return Convert.ToHexString(id);
    });

    /// <summary>An article with two versions, which nothing else changes.</summary>
    /// <returns>Its id.</returns>
    public async Task<long> WriteAsync()
    {
        const string page = "/admin/articles/new";
        string[][] fields = [["Headline", "Harmless"], ["Body", "Harmless."], ["Section", "1"], ["Version", "0"]];
        var draft = Sight.Parse<Dictionary<string, object>>((await AskAsync(new Question(page + "?handler=Save", page, [.. fields])))[0].Json!);
        await AskAsync(new Question($"{draft["url"]}?handler=Merge", page, [.. fields]));
        return ((JsonElement)draft["id"]).GetInt64();
    }

    /// <summary>Something is prepared for the front page, as it is whenever a second banner is typed.</summary>
    public Task AnnounceAsync() => AskAsync(new Question("/admin/front?handler=Banner", "/admin/front", [["Text", "Harmless"], ["Hours", "2"], ["Version", "0"]]));

    private Task<IdentityResult> GiveAuthenticatorAsync(string email) => InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<StaffAccount>>();
        var account = (await users.FindByEmailAsync(email))!;
        account.UseAuthenticator(services.GetRequiredService<AuthenticatorDesk>().NewSealedKey(account.Id), 0);
        return await users.UpdateAsync(account);
    });

    private async Task EnterAsync(ReadingRoom room, string? state)
    {
        open = [await ArriveAsync(room, hasPolicy: false, state), await ArriveAsync(room, hasPolicy: true, state)];
        reading = await ArriveAsync(room, hasPolicy: false, state);
        await reading.GoAsync("/health/live");
    }

    private async Task<Visitor> ArriveAsync(ReadingRoom room, bool hasPolicy, string? state = null)
    {
        var visitor = await Visitor.ArriveAsync(room, site.Address, hasPolicy, state);
        visitors.Add(visitor);
        return visitor;
    }
}
