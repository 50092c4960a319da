using System.Net;
using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Support;

/// <summary>
/// Somebody of the newsroom who types what no article needs, on a site that others read meanwhile.
/// Each answer must be there within <see cref="Deadline"/>: later, its request is cancelled and the test has failed.
/// </summary>
public sealed class HostileDesk : IAsyncLifetime
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private static readonly string[] Read = ["/", "/harbour/story", "/search?q=quay"];

    private StaffBrowser? browser;
    private string token = "";

    public NewsApp App { get; } = NewsApp.With(new Story { Slug = "story" });

    public async ValueTask InitializeAsync()
    {
        await App.HireAsync(StaffRoom.Admin, StaffRole.Administrator);
        browser = await App.BrowserOfAsync(StaffRoom.Admin);
        token = (await browser.GetAsync("/admin/articles/new")).Page.QuerySelector("#sheet input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var door in HostileDoor.Writing) await WarmUpAsync(door.Url);
        foreach (var address in Read) await App.PageAsync(address);
    }

    /// <summary>Asks once without haste: the first request of each kind compiles its page.</summary>
    public async Task WarmUpAsync(string url)
    {
        browser!.Deadline = null;
        await browser.PostAsync(url, [new("__RequestVerificationToken", token)]);
        await browser.GetAsync(url);
        browser.Deadline = Deadline;
    }

    /// <summary>Posts a text, in parts as the editor does, while others read.</summary>
    public Task<Answer> PostAsync(HostileDoor door, string text) => PostAsync(door.Url, door.Fields(text), inParts: true);

    public Task<Answer> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields, bool inParts = false)
    {
        var all = fields.Append(new("__RequestVerificationToken", token));
        return BesideReadersAsync(() => inParts ? browser!.PostPartsAsync(url, all) : browser!.PostAsync(url, all));
    }

    /// <summary>Asks for an address as staff, while others read.</summary>
    public Task<Answer> GetAsync(string url) => BesideReadersAsync(() => browser!.GetAsync(url));

    public ValueTask DisposeAsync()
    {
        browser?.Dispose();
        return App.DisposeAsync();
    }

    /// <summary>
    /// Runs <paramref name="work"/> to its end within the deadline, while readers get their pages.
    /// What takes too long is tried once more: other tests may have had the machine, but what is slow in itself is slow again.
    /// </summary>
    public async Task<T> BesideReadersAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await OnceBesideReadersAsync(work);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return await OnceBesideReadersAsync(work);
        }
    }

    private async Task<T> OnceBesideReadersAsync<T>(Func<Task<T>> work)
    {
        var hostile = Task.Run(work, TestContext.Current.CancellationToken);
        foreach (var address in Read)
        {
            using var answer = await App.GetAsync(address).WaitAsync(Deadline, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        return await hostile.WaitAsync(Deadline, TestContext.Current.CancellationToken);
    }
}

/// <summary>A form of the newsroom that takes a whole text.</summary>
public sealed record HostileDoor(string Name, string Url, string TextField, params (string Name, string Value)[] Others)
{
    private static readonly (string, string)[] Article = [("Headline", "A quay by night"), ("Section", "1"), ("Byline", "Tomas Okell"), ("OffersSummary", "true"), ("Version", "0")];
    private static readonly (string, string)[] Page = [("Title", "About"), ("Version", "0")];

    public static readonly IReadOnlyList<HostileDoor> Writing =
    [
        new("save", "/admin/articles/new?handler=Save", "Body", Article),
        new("save without script", "/admin/articles/new", "Body", Article),
        new("preview", "/admin/articles/new?handler=Preview", "Body", Article),
        new("publish", "/admin/articles/new?handler=Step", "Body", [.. Article, ("step", "Publish")]),
        new("page", "/admin/settings/page", "Body", Page),
        new("page's preview", "/admin/settings/page?handler=Preview", "Body", Page),
    ];

    public static HostileDoor Of(string name) => Writing.Single(door => door.Name == name);

    /// <param name="field">Where the text goes instead.</param>
    public Dictionary<string, string> Fields(string text, string? field = null)
    {
        var fields = Others.ToDictionary(each => each.Name, each => each.Value);
        fields.TryAdd(TextField, Story.DefaultBody);
        fields[field ?? TextField] = text;
        return fields;
    }
}
