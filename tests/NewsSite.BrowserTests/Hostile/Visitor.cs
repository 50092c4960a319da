using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>One tab that writes down whatever a page does that it should not.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string Judge = ReadJudge();

    private readonly ConcurrentQueue<string> deeds = new();
    private readonly Uri site;
    private volatile bool isMoving;

    private Visitor(IPage page, Uri site)
    {
        (Page, this.site) = (page, site);
        page.Dialog += async (_, dialog) =>
        {
            deeds.Enqueue("dialog " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.Popup += async (_, popup) =>
        {
            deeds.Enqueue("popup " + popup.Url);
            await popup.CloseAsync();
        };
        page.Download += (_, _) => deeds.Enqueue("download");
        page.Worker += (_, worker) => deeds.Enqueue("worker " + worker.Url);
        page.PageError += (_, error) => deeds.Enqueue("error " + error);
        page.FrameAttached += (_, _) => deeds.Enqueue("frame");
        page.FrameNavigated += (_, frame) =>
        {
            if (frame == page.MainFrame && !isMoving) deeds.Enqueue("left for " + frame.Url);
        };
        page.Context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal)) deeds.Enqueue("request " + request.Url);
        };
    }

    public IPage Page { get; }

    /// <param name="hasPolicy">False: the content security policy of the site is not in force, so that only the markup itself protects.</param>
    public static async Task<Visitor> ArriveAsync(ReadingRoom room, Uri site, bool hasPolicy, string? state = null)
    {
        var context = await room.OpenContextAsync(new() { BaseURL = site.ToString(), BypassCSP = !hasPolicy, ReducedMotion = ReducedMotion.Reduce, StorageState = state });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var visitor = new Visitor(page, site);
        await context.ExposeFunctionAsync("__tell", (string deed) => visitor.deeds.Enqueue(deed));
        await context.AddInitScriptAsync(Judge);
        return visitor;
    }

    /// <summary>Opens a page, touches everything in it, and looks at it.</summary>
    public Task<Seen> OpenAsync(string url, IReadOnlyCollection<string>? wanted = null) => DoAsync(url, async () =>
    {
        await GoAsync(url);
        return await LookAsync(wanted);
    });

    /// <summary>Types into the editor that is open.</summary>
    public Task<Seen> TypeAsync(IReadOnlyList<string[]> fields, IReadOnlyCollection<string>? wanted = null) => DoAsync(Page.Url, () =>
        AskAsync("type(...asked)", new object?[] { fields, wanted }));

    /// <summary>Reads pages in the browser without opening them; the tab must have a page of the site open, and no policy.</summary>
    public async Task<IReadOnlyList<Sight>> ReadAsync(params IReadOnlyList<Question> questions) =>
        Sight.Parse<Sight[]>(await Page.EvaluateAsync<string>("async json => JSON.stringify(await judge.read(JSON.parse(json)))", Sight.Write(questions)));

    public async Task GoAsync(string url)
    {
        isMoving = true;
        var answer = await Page.GotoAsync(url);
        isMoving = false;
        if (answer is not null && Page.Url.Split('#')[0] != answer.Url) deeds.Enqueue("left for " + Page.Url);
    }

    private Task<Sight> LookAsync(IReadOnlyCollection<string>? wanted) => AskAsync("open(...asked)", new object?[] { wanted });

    private async Task<Sight> AskAsync(string call, object asked) =>
        Sight.Parse<Sight>(await Page.EvaluateAsync<string>($"async json => {{ const asked = JSON.parse(json); return JSON.stringify(await judge.{call}); }}", Sight.Write(asked)));

    private async Task<Seen> DoAsync(string url, Func<Task<Sight>> look)
    {
        deeds.Clear();
        Sight? sight = null;
        try
        {
            sight = await look();
        }
        catch (PlaywrightException e)
        {
            deeds.Enqueue("left the judge: " + e.Message.Split('\n')[0]);
            isMoving = true; // a page that took the tab away from the judge is left at once
            await Page.GotoAsync(new Uri(site, "/health/live").ToString());
            isMoving = false;
        }

        return new Seen(url, sight, [.. deeds.Distinct()]);
    }

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    private static string ReadJudge()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("judge.js")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}

/// <param name="Sight">Null when the page could not be looked at.</param>
/// <param name="Deeds">Scripts that ran, windows, requests, complaints of the policy: nothing of this may happen.</param>
public sealed record Seen(string Url, Sight? Sight, IReadOnlyList<string> Deeds);
