using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Setting;

/// <summary>One reader with a fresh profile and one page, whose requests and complaints are written down.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly ConcurrentQueue<IRequest> requests = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly IBrowserContext context;

    private Reader(IBrowserContext context, IPage page)
    {
        this.context = context;
        // Half of Playwright's own patience: a site that is broken all over must not outlast the test command.
        context.SetDefaultTimeout(15_000);
        Page = page;
        context.Request += (_, request) => requests.Enqueue(request);
        context.RequestFailed += (_, request) =>
        {
            // Left before a picture was there.
            if (request is not { ResourceType: "image", Failure: "net::ERR_ABORTED" }) complaints.Enqueue($"{request.Url}: {request.Failure}");
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    public IEnumerable<IRequest> Requests => requests;

    /// <summary>Errors and warnings of the console (broken rules of the content security policy among them) and failed requests.</summary>
    public IEnumerable<string> Complaints => complaints;

    public static async Task<Reader> OpenAsync(IBrowser browser, Uri address, ReaderSetup setup)
    {
        var context = await browser.NewContextAsync(setup.ToOptions(address));
        return new Reader(context, await context.NewPageAsync());
    }

    public async Task<IResponse> GoAsync(string path) =>
        await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no answer.");

    /// <summary>The path of the page that is open, without its fragment.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
