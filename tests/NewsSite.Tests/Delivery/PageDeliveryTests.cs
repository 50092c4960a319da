using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Delivery;
using NewsSite.Domain.Staff;
using NewsSite.Features.Importing;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Delivery;

public sealed class PageDeliveryTests : IDisposable
{
    private const string Article = "/harbour/a-story";

    private readonly NewsApp app = NewsApp.With(
        Story.Dated("a-story", NewsApp.Noon.AddDays(-1)),
        Story.Dated("b-story", NewsApp.Noon.AddDays(-2)));

    private static readonly string[] ForNobody = ["?x=1", "?utm_source=a&utm_medium=b", "?", "?=&&"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PageStore Store => app.Services.GetRequiredService<PageStore>();

    public void Dispose() => app.Dispose();

    public static TheoryData<string> Stored =>
    [
        "/", "/harbour", Article, "/author/ines-maddern", "/archive", "/2026", "/2026/11", "/2026/11/21", "/tags", "/authors", "/feeds/rss.xml", "/feeds/section/harbour/atom.xml",
        "/feeds/author/ines-maddern/feed.json", "/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/news.xml", "/robots.txt", "/.well-known/tdmrep.json", "/no-such-page",
    ];

    [Theory]
    [MemberData(nameof(Stored))]
    public async Task The_second_reader_gets_the_same_bytes_without_a_question_to_the_database(string url)
    {
        var first = await ReadAsync(url);

        var asked = await app.Commands.OfAsync(async () =>
        {
            var second = await ReadAsync(url);
            Assert.Equal(first.Bytes, second.Bytes);
            Assert.Equal(first.Headers, second.Headers);
        });

        Assert.Equal(0, asked);
        Assert.NotEmpty(first.Bytes);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("gzip, deflate, br, zstd")]
    [InlineData("GZIP;q=0.5, br;q=0")]
    [InlineData("identity")]
    [InlineData("zstd")]
    [InlineData("nonsense;;;=")]
    public async Task Each_coding_unpacks_to_the_same_page_and_has_a_tag_of_its_own(string accepted)
    {
        var plain = await ReadAsync(Article);
        for (var reader = 0; reader < 2; reader++)
        {
            using var response = await SendAsync(HttpMethod.Get, Article, ("Accept-Encoding", accepted));

            var coding = response.Content.Headers.ContentEncoding.SingleOrDefault();
            Assert.Equal(accepted switch { "br" => "br", "gzip" => "gzip", _ when accepted.Contains("zstd", StringComparison.Ordinal) && accepted.Contains("br", StringComparison.Ordinal) => "br", _ when accepted.StartsWith("GZIP", StringComparison.Ordinal) => "gzip", _ => null }, coding);
            Assert.Equal(plain.Bytes, await UnpackAsync(response, coding));
            Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
            Assert.Equal(coding is null, response.Headers.ETag!.Tag == plain.ETag);
            Assert.False(response.Headers.ETag.IsWeak);
        }
    }

    [Fact]
    public async Task Whoever_has_the_page_is_told_so()
    {
        var tag = (await ReadAsync(Article)).ETag;

        foreach (var known in new[] { tag, "W/" + tag, $"\"other\", {tag}", "*" })
        {
            using var response = await SendAsync(HttpMethod.Get, Article, ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.Equal(tag, response.Headers.ETag!.Tag);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(Ct));
            Assert.True(response.Headers.Contains("Content-Security-Policy"));
        }

        using var other = await SendAsync(HttpMethod.Get, Article, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var packed = await SendAsync(HttpMethod.Get, Article, ("If-None-Match", tag), ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.OK, packed.StatusCode);
    }

    [Fact]
    public async Task The_very_first_reader_may_have_the_page_too()
    {
        var tag = (await ReadAsync(Article)).ETag;
        app.ForgetPages();

        using var response = await SendAsync(HttpMethod.Get, Article, ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal(tag, (await ReadAsync(Article)).ETag);
    }

    [Fact]
    public async Task A_feed_goes_by_its_date_when_no_tag_is_given()
    {
        using var first = await SendAsync(HttpMethod.Get, "/feeds/rss.xml");
        var at = first.Content.Headers.LastModified!.Value;

        foreach (var (since, expected) in new[] { (at, HttpStatusCode.NotModified), (at.AddSeconds(-1), HttpStatusCode.OK) })
        {
            using var response = await SendAsync(HttpMethod.Get, "/feeds/rss.xml", ("If-Modified-Since", since.ToString("r", System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Fact]
    public async Task HEAD_has_the_headers_and_no_body()
    {
        var page = await ReadAsync(Article);

        using var response = await SendAsync(HttpMethod.Head, Article);

        Assert.Equal(page.Bytes.Length, response.Content.Headers.ContentLength);
        Assert.Equal(page.ETag, response.Headers.ETag!.Tag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_query_that_no_page_reads_neither_fills_the_store_nor_goes_past_it()
    {
        await ReadAsync("/harbour");
        var before = Store.Count;

        var asked = await app.Commands.OfAsync(async () =>
        {
            foreach (var query in ForNobody) await ReadAsync("/harbour" + query);
        });

        Assert.Equal((0, before), (asked, Store.Count));
    }

    [Fact]
    public async Task What_the_first_reader_typed_behind_the_address_is_in_nobody_elses_page()
    {
        var marked = await ReadAsync("/harbour?mark=zebra&older=");
        Assert.DoesNotContain("zebra", System.Text.Encoding.UTF8.GetString(marked.Bytes), StringComparison.Ordinal);
        using var moved = await SendAsync(HttpMethod.Get, "/council/a-story?mark=zebra");
        Assert.DoesNotContain("zebra", moved.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=harbour")]
    [InlineData("/feeds/search/rss.xml?q=harbour")]
    [InlineData("/admin")]
    [InlineData("/account/sign-in")]
    [InlineData("/preview/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/council/a-story")]
    [InlineData("/health/live")]
    [InlineData("/css/site.css")]
    public async Task What_is_not_for_everybody_alike_is_not_stored(string url)
    {
        using var response = await SendAsync(HttpMethod.Get, url);

        Assert.Equal(0, Store.Count);
        Assert.DoesNotContain("s-maxage", response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_the_staff_gets_pages_made_anew_that_nobody_keeps()
    {
        await ReadAsync(Article);
        using var client = app.PlainClient();
        await app.HireAsync("ann@courier.example", StaffRole.Editor, "Ann");

        var asked = await app.Commands.OfAsync(async () =>
        {
            using var response = await SendAsync(HttpMethod.Get, Article, ("Cookie", "__Host-newsroom-session=made-up"));
            Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
        });

        Assert.NotEqual(0, asked);
        Assert.Equal(1, Store.Count);
    }

    [Fact]
    public async Task Shared_caches_keep_a_page_for_ten_seconds_and_never_past_the_next_due_time()
    {
        using var first = await SendAsync(HttpMethod.Get, Article);
        Assert.Equal("public, must-revalidate, max-age=0, s-maxage=10", first.Headers.CacheControl!.ToString());

        await PublishAsync("c-story", NewsApp.Noon.AddSeconds(4.5));

        foreach (var (after, expected) in new[] { (0.0, 4), (2.0, 2), (2.0, 0), (1.0, 10) })
        {
            app.Clock.Advance(TimeSpan.FromSeconds(after));
            using var later = await SendAsync(HttpMethod.Get, Article);
            Assert.Equal(TimeSpan.FromSeconds(expected), later.Headers.CacheControl!.SharedMaxAge);
        }
    }

    [Fact]
    public async Task Pages_that_are_missing_share_one_entry_until_something_is_published()
    {
        var missing = await ReadAsync("/harbour/c-story");
        for (var n = 0; n < 50; n++) await ReadAsync($"/harbour/missing-{n}");
        var asked = await app.Commands.OfAsync(async () => Assert.Equal(missing.Bytes, (await ReadAsync("/harbour/missing-7")).Bytes));
        Assert.Equal((0, 0), (asked, Store.Count));

        await PublishAsync("c-story", NewsApp.Noon);

        using var found = await SendAsync(HttpMethod.Get, "/harbour/c-story");
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task A_missing_page_is_found_when_its_hour_strikes()
    {
        await PublishAsync("c-story", NewsApp.Noon.AddMinutes(5));
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, "/harbour/c-story")).StatusCode);

        app.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "/harbour/c-story")).StatusCode);
    }

    [Fact]
    public async Task Two_thousand_readers_at_once_have_a_cold_page_made_once()
    {
        await ReadAsync(Article);
        app.ForgetPages();
        var alone = await app.Commands.OfAsync(() => ReadAsync(Article));
        app.ForgetPages();
        using var gate = new SemaphoreSlim(0);
        var pages = new HashSet<string>(StringComparer.Ordinal);

        var asked = await app.Commands.OfAsync(async () =>
        {
            var readers = Enumerable.Range(0, 2000).Select(async _ =>
            {
                await gate.WaitAsync(Ct);
                return Convert.ToHexString((await ReadAsync(Article)).Bytes);
            }).ToList();
            gate.Release(readers.Count);
            pages.UnionWith(await Task.WhenAll(readers));
        });

        Assert.Equal(alone, asked);
        Assert.Single(pages);
    }

    [Fact]
    public async Task With_no_memory_to_fill_every_page_is_made_anew()
    {
        using var closed = NewsApp.Set(("NewsSite:PageStoreMegabytes", "0"));
        using var response = await closed.GetAsync("/");

        Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
        Assert.Equal(0, closed.Services.GetRequiredService<PageStore>().Count);
    }

    private Task<EditionReport> PublishAsync(string slug, DateTimeOffset at)
    {
        app.Edition.Add(Story.Dated(slug, at));
        return app.LoadAgainAsync();
    }

    private async Task<(byte[] Bytes, string ETag, string Headers)> ReadAsync(string url)
    {
        using var response = await SendAsync(HttpMethod.Get, url);
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        return (await response.Content.ReadAsByteArrayAsync(Ct), response.Headers.ETag?.Tag ?? "", string.Join('\n', headers));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string url, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await app.PlainClient().SendAsync(request, Ct);
    }

    private static async Task<byte[]> UnpackAsync(HttpResponseMessage response, string? coding)
    {
        await using var packed = await response.Content.ReadAsStreamAsync(Ct);
        await using Stream plain = coding switch { "br" => new BrotliStream(packed, CompressionMode.Decompress), "gzip" => new GZipStream(packed, CompressionMode.Decompress), _ => packed };
        using var bytes = new MemoryStream();
        await plain.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }
}
