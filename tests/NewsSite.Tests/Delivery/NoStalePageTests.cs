using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Delivery;
using NewsSite.Domain.Staff;
using NewsSite.Features.Shared;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Delivery;

/// <summary>Whatever people do, in whatever order: what readers get from the store is what would be made for them now.</summary>
public sealed class NoStalePageTests
{
    private const int Steps = 40;

    // Somebody who says to be of the staff gets every page made anew.
    private static readonly (string Name, string Value) PastTheStore = ("Cookie", "__Host-newsroom-session=nobody");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_every_step_each_public_page_is_as_one_made_now(int seed)
    {
        using var app = NewsApp.With(
            Story.Dated("a-first", NewsApp.Noon.AddDays(-40)) with { More = "tags: [Quay, Storm]" },
            Story.Dated("b-second", NewsApp.Noon.AddDays(-3)) with { More = "tags: [Quay]", Section = "council", Authors = "Tomas Okell" },
            Story.Dated("c-third", NewsApp.Noon.AddDays(-1)) with { More = "tags: [Storm, Ferry]" },
            Story.Dated("d-future", NewsApp.Noon.AddHours(2)) with { More = "tags: [Quay]" });
        var newsroom = new Newsroom(app, new Random(seed), await app.MemberAsync("Ann", StaffRole.Administrator));
        var (known, done) = (new HashSet<string>(StringComparer.Ordinal) { "/", "/no-such-page", "/robots.txt", "/.well-known/tdmrep.json", "/sitemap.xml", "/sitemaps/news.xml" }, new List<string>());
        await CompareAsync(app, known, done);
        for (var step = 0; step < Steps; step++)
        {
            done.Add(await newsroom.ActAsync());
            await CompareAsync(app, known, done);
        }

        Assert.True(known.Count > 40, $"Only {known.Count} addresses were found.");
        Assert.InRange(app.Services.GetRequiredService<PageStore>().Count, 30, known.Count);
    }

    private static async Task CompareAsync(NewsApp app, HashSet<string> known, IReadOnlyList<string> done)
    {
        var queue = new Queue<string>(known);
        while (queue.TryDequeue(out var url))
        {
            var (stored, storedText) = await GetAsync(app, url);
            app.Services.GetRequiredService<SiteDirectory>().Forget();
            var (made, madeText) = await GetAsync(app, url, PastTheStore);
            Assert.True(stored == made && storedText == madeText, $"{url} is stale ({(int)stored} for {(int)made}) after: {string.Join(", ", done)}\n--- stored\n{Around(storedText, madeText)}\n--- made\n{Around(madeText, storedText)}");
            foreach (var next in Links.In(storedText).Where(known.Add)) queue.Enqueue(next);
        }
    }

    private static string Around(string text, string other)
    {
        var differs = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return text[Math.Max(0, differs - 100)..Math.Min(text.Length, differs + 100)];
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(NewsApp app, string url, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await app.PlainClient().SendAsync(request, Ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Ct) + response.Headers.Location);
    }
}
