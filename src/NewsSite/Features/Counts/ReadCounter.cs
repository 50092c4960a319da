using Microsoft.Extensions.Primitives;
using NewsSite.Features.Accounts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Counts;

/// <summary>
/// Says what counts. A read is an article's page, asked for by GET and answered 200, or 304 where the browser has it, that a browser says it opens for its user
/// (<c>Sec-Fetch-Dest: document</c>) and does not only fetch ahead (<c>Sec-Purpose</c>, <c>Purpose</c>); of what was fetched ahead, the page says itself that it was opened. Neither a read nor an opened summary
/// counts when it comes from a browser in which somebody of the staff is signed in, or from what calls itself a bot, crawler or spider.
/// </summary>
/// <remarks>Nothing of a request is kept but the number of the article and the day.</remarks>
public sealed class ReadCounter(ReadTally tally, SiteDirectory sites, StaffCookies cookies, TimeProvider clock)
{
    private static readonly string[] Machines = ["bot", "crawl", "spider"];

    /// <summary>Call it once the page of an article was answered, wherever its bytes came from.</summary>
    public async Task SeeAsync(HttpContext context, long articleId)
    {
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && IsNavigation(context.Request) && IsReaders(context.Request))
            tally.Add(new CountEntry(articleId, await TodayAsync(), Reads: 1, SummaryOpens: 0));
    }

    /// <summary>A reader says to have opened a summary of the article.</summary>
    public async Task OpenedAsync(HttpRequest request, long articleId)
    {
        if (IsReaders(request)) tally.Add(new CountEntry(articleId, await TodayAsync(), Reads: 0, SummaryOpens: 1));
    }

    /// <summary>A reader opened an article that the browser had fetched ahead, and so never asked for again.</summary>
    public async Task ReadAheadAsync(HttpRequest request, long articleId)
    {
        if (IsReaders(request)) tally.Add(new CountEntry(articleId, await TodayAsync(), Reads: 1, SummaryOpens: 0));
    }

    private static bool IsNavigation(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Dest"] == "document"
        && !Tells(request.Headers["Sec-Purpose"], "prefetch") && !Tells(request.Headers["Purpose"], "prefetch");

    private bool IsReaders(HttpRequest request) =>
        !request.Cookies.ContainsKey(cookies.NameOf(StaffCookies.Session)) && !Machines.Any(word => Tells(request.Headers.UserAgent, word));

    private static bool Tells(StringValues header, string word) => header.ToString().Contains(word, StringComparison.OrdinalIgnoreCase);

    // The reader has the answer: what is counted of it does not end with the request.
    private async Task<DateOnly> TodayAsync() => (await sites.GetAsync(CancellationToken.None)).DayOf(clock.GetUtcNow());
}
