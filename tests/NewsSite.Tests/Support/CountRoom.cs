using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Features.Counts;

namespace NewsSite.Tests.Support;

/// <summary>Reads as browsers do, and looks at what was counted.</summary>
public static class CountRoom
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens an address as somebody does who follows a link.</summary>
    /// <param name="more">Headers that say otherwise; an empty value leaves one out.</param>
    public static async Task<HttpStatusCode> ReadAsync(this NewsApp app, string url, HttpMethod? method = null, params (string Name, string Value)[] more)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(url, UriKind.Relative));
        foreach (var (name, value) in new (string Name, string Value)[] { ("Sec-Fetch-Dest", "document"), ("User-Agent", Firefox) }.Where(each => more.All(other => other.Name != each.Name)).Concat(more))
        {
            if (value.Length > 0) request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await app.Client.SendAsync(request, Ct);
        return response.StatusCode;
    }

    /// <summary>Says that a summary was opened, as the page's script does.</summary>
    public static Task<HttpResponseMessage> OpenSummaryAsync(this NewsApp app, string body, params (string Name, string Value)[] more) => app.TellAsync("/count/summary", body, more);

    /// <summary>Sends word to one of the two addresses that count.</summary>
    public static async Task<HttpResponseMessage> TellAsync(this NewsApp app, string url, string body, params (string Name, string Value)[] more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, UriKind.Relative)) { Content = new StringContent(body) };
        foreach (var (name, value) in more) request.Headers.TryAddWithoutValidation(name, value);
        return await app.Client.SendAsync(request, Ct);
    }

    /// <summary>Files what was counted so far, and reads it.</summary>
    public static async Task<List<(long Article, string Day, int Reads, int Opens)>> CountsAsync(this NewsApp app)
    {
        await app.Services.GetRequiredService<CountKeeper>().KeepAsync(Ct);
        return await app.WithDatabaseAsync(StoredAsync);
    }

    /// <summary>What is on file.</summary>
    public static async Task<List<(long Article, string Day, int Reads, int Opens)>> StoredAsync(this NewsSite.Data.NewsDbContext db) =>
        [.. (await db.ArticleCounts.AsNoTracking().OrderBy(count => count.Day).ThenBy(count => count.ArticleId).ToListAsync(Ct)).Select(count => (count.ArticleId, $"{count.Day:yyyy-MM-dd}", count.Reads, count.SummaryOpens))];

    /// <summary>Puts counts on file as if they had been counted on <paramref name="day"/>.</summary>
    public static void Tally(this NewsApp app, long article, DateOnly day, int reads, int opens = 0) =>
        app.Services.GetRequiredService<ReadTally>().Add(new CountEntry(article, day, reads, opens));
}
