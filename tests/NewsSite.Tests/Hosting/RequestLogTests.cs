using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

public sealed class RequestLogTests
{
    [Fact]
    public async Task The_log_names_the_page_and_nothing_of_the_person()
    {
        using var app = NewsApp.Logging(new Story { Slug = "story" });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/search?q=private-words", UriKind.Relative));
        request.Headers.Add("User-Agent", "PrivateBrowser/1.0");
        request.Headers.Add("Cookie", "private=cookie");
        request.Headers.Add("Referer", "https://private-referrer.example/");
        request.Headers.Add("X-Forwarded-For", "203.0.113.77");

        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var log = await LogAsync(app);
        Assert.Contains("GET /search 200", log, StringComparison.Ordinal);
        Assert.DoesNotContain("private", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("203.0.113.77", log, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_cannot_write_a_line_of_its_own()
    {
        using var app = NewsApp.Logging();

        using var response = await app.GetAsync("/a%0d%0a2026-01-01%20ERR%20forged");

        Assert.DoesNotContain((await LogAsync(app)).Split('\n'), line => line.StartsWith("2026-01-01 ERR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_site_in_the_process_leaves_the_first_its_log()
    {
        using var first = NewsApp.Logging();
        using var second = NewsApp.Logging();

        using var response = await first.GetAsync("/search?q=quay");

        Assert.Contains("GET /search 200", await LogAsync(first), StringComparison.Ordinal);
    }

    private static async Task<string> LogAsync(NewsApp app)
    {
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "logs")));
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
